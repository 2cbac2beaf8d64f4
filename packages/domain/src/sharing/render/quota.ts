import { type QuotaTerm, quotaUnits } from '../term/index.ts';
import { clockText } from './clock.ts';
import { type Section, section } from './section.ts';
import { reportingText } from './settlement.ts';
import { maybe, oneOf, party, type Syntax, say, via, within, word } from './syntax.ts';
import { count, parties, type Quantity, quantity, shares } from './values.ts';
import { quotaWords } from './words.ts';

type Transfer = Extract<QuotaTerm['rule'], { node: 'transfer' }>;
type Split = Extract<QuotaTerm['rule'], { node: 'split' }>;
type Ruled = Pick<QuotaTerm, 'quota' | 'rule'>;

type SaidTransfer = Omit<Transfer, 'amount'> & { readonly amount: Quantity };
type Said = { readonly node: 'transfer' } & SaidTransfer;

const transfer = say<SaidTransfer>(
  { zh: '{from}向{to}{per}划转{amount}，为期{years}年，{unused}', en: '{from} makes over to {to} {amount} {per}, for {years} years, {unused}' },
  {
    from: party,
    to: party,
    per: word<Transfer['per']>({ year: { zh: '每年', en: 'a year' }, whole: { zh: '合计', en: 'in all' } }),
    amount: quantity,
    years: count,
    unused: word<Transfer['unused']>({
      returned: { zh: '年度终了未使用的部分返还', en: 'what is unused at the end of a year is given back' },
      kept: { zh: '未使用的部分不返还', en: 'what is unused is kept' },
      carried: { zh: '未使用的部分逐年结转，期满返还', en: 'what is unused is carried on and given back at the end' },
    }),
  },
);

const forYears = within({ zh: '，为期{value}年', en: ', for {value} years' }, count);
const split = say<Split>(
  { zh: '下达各方的指标合并后按比例分享，{shares}{years}', en: 'what is granted to the parties is put together and divided, {shares}{years}' },
  { shares, years: maybe(forYears) as Syntax<number> },
);

/** The quota and its rule stand in one sentence, because amounts are said in the unit of the quota. */
const ruled: Syntax<Ruled> = via(
  say<{ quota: QuotaTerm['quota']; rule: Said | Split }>(
    { zh: '指标共享：{quota}，{rule}。\n', en: 'Quota: {quota}, {rule}.\n' },
    { quota: word(quotaWords), rule: oneOf<Said | Split>({ transfer: transfer as Syntax<Said>, split }) },
  ),
  ({ quota, rule }: Ruled) => ({
    quota,
    rule: rule.node === 'transfer' ? { ...rule, amount: { amount: rule.amount, unit: quotaUnits[quota] } } : rule,
  }),
  ({ quota, rule }) => ({ quota, rule: rule.node === 'transfer' ? { ...rule, amount: rule.amount.amount } : rule }),
);

const rounding = say<QuotaTerm['rounding']>(
  { zh: '尾数：按最大余额法处理，余额相同时依次归{ties}。\n', en: 'Odd units: by largest remainder, ties going in turn to {ties}.\n' },
  { ties: parties },
  { node: 'largest-remainder' },
);

export const quotaSections: readonly Section[] = [
  { field: 'rule', syntax: ruled as unknown as Syntax<never>, whole: true },
  section<QuotaTerm, 'clock'>('clock', clockText),
  section<QuotaTerm, 'rounding'>('rounding', rounding),
  section<QuotaTerm, 'reporting'>('reporting', reportingText),
];
