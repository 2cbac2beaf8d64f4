import type { Body, Reporting, Route, Settlement } from '../term/index.ts';
import { list, oneOf, paragraphs, party, type Syntax, say, word } from './syntax.ts';
import { body, count } from './values.ts';

const period = word<Settlement['period']>({
  month: { zh: '月', en: 'month' },
  quarter: { zh: '季', en: 'quarter' },
  'half-year': { zh: '半年', en: 'half-year' },
  year: { zh: '年', en: 'year' },
});

const bodies = list(body, { zh: '、', en: ', ' });
const via: Syntax<Body[]> = {
  print: (value, as) => (value.length === 0 ? '' : through.print({ bodies: value }, as)),
  *read(text, at, as) {
    for (const [value, end] of through.read(text, at, as)) yield [(value as { bodies: unknown }).bodies, end];
    yield [[], at];
  },
};
const through = say<{ bodies: readonly Body[] }>({ zh: '，依次经{bodies}', en: ', through {bodies}' }, { bodies });

const route: Syntax<Route> = say<Route>(
  {
    zh: '资金路径：{from}至{to}，{node}{via}；反向款项依原路径退回。',
    en: 'Route: from {from} to {to}, {node}{via}; what flows back takes the same way.',
  },
  {
    from: party,
    to: {
      print: (value, as) => (as.parties.includes(value) ? party.print(value, as) : code.print({ code: value }, as)),
      *read(text, at, as) {
        yield* party.read(text, at, as);
        for (const [value, end] of code.read(text, at, as)) yield [(value as { code: unknown }).code, end];
      },
    },
    node: word<Route['node']>({
      direct: { zh: '直接支付', en: 'paid directly' },
      'year-end': { zh: '通过年终上下级结算', en: 'by the year-end settlement between levels' },
      'inter-provincial': { zh: '通过省级财政之间划转', en: 'between the provincial finance offices' },
    }),
    via,
  },
);
const code = say<{ code: Route['to'] }>(
  { zh: '代码{code}的机构', en: 'the body with code {code}' },
  {
    code: {
      print: String,
      *read(text, at) {
        const match = /^[a-z0-9][a-z0-9-]*/.exec(text.slice(at, at + 48));
        for (let end = match?.[0].length ?? 0; end > 0; end -= 1) yield [text.slice(at, at + end), at + end];
      },
    },
  },
);

const resolvedBy: Syntax<Settlement['disputes']['resolvedBy']> = oneOf<Settlement['disputes']['resolvedBy']>({
  parties: say({ zh: '各方协商', en: 'the parties' }, {}),
  'joint-committee': say({ zh: '联合委员会', en: 'their joint committee' }, {}),
  body: say<Extract<Settlement['disputes']['resolvedBy'], { node: 'body' }>>({ zh: '{body}', en: '{body}' }, { body }),
});

const disputes = say<Settlement['disputes']>(
  {
    zh: '争议项自提出之日起{workingDays}个工作日内由{resolvedBy}解决，无争议部分照常结算',
    en: 'a disputed line is resolved by {resolvedBy} within {workingDays} working days; what is not disputed is settled',
  },
  { workingDays: count, resolvedBy },
);

const lateItems = say<Settlement['lateItems']>(
  {
    zh: '分享终止后{months}个月内得知的退库和更正列入补充结算，此后得知的{thereafter}',
    en: 'refunds and corrections that become known within {months} months after sharing has ended are settled in addition, later ones {thereafter}',
  },
  {
    months: count,
    thereafter: word<Settlement['lateItems']['thereafter']>({
      stay: { zh: '留归其所在方', en: 'stay where they lie' },
      'joint-committee': { zh: '由联合委员会决定', en: 'are for the joint committee to decide' },
    }),
  },
);

/** Settlement, each route, disputes and late items, a paragraph each. */
export const settlementText: Syntax<Settlement> = say<Settlement>(
  {
    zh: '结算：按{period}结算，期满后{figuresDue}个工作日内报送数据，结算单提出后{confirmationDue}个工作日内确认，各方确认后{paymentDue}个工作日内付款。\n{routes}争议：{disputes}。\n迟到事项：{lateItems}。\n',
    en: 'Settlement: every {period}; figures within {figuresDue} working days after its end, confirmation within {confirmationDue} after the statement, payment within {paymentDue} after all have confirmed.\n{routes}Disputes: {disputes}.\nLate items: {lateItems}.\n',
  },
  { period, figuresDue: count, confirmationDue: count, paymentDue: count, routes: paragraphs(route) as Syntax<Route[]>, disputes, lateItems },
  { node: 'settlement' },
);

/** Reporting, disputes and late items, of what moves no money. */
export const reportingText: Syntax<Reporting> = say<Reporting>(
  {
    zh: '核算：按{period}核算，期满后{figuresDue}个工作日内报送数据，核算单提出后{confirmationDue}个工作日内确认。\n争议：{disputes}。\n迟到事项：{lateItems}。\n',
    en: 'Reporting: every {period}; figures within {figuresDue} working days after its end, confirmation within {confirmationDue} after the statement.\nDisputes: {disputes}.\nLate items: {lateItems}.\n',
  },
  { period, figuresDue: count, confirmationDue: count, disputes, lateItems },
  { node: 'reporting' },
);
