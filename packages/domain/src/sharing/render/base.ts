import type { Base, BaseSource, Bearer, Conversion, Deduction, Measure, TaxSource } from '../term/index.ts';
import { incomes } from '../term/index.ts';
import { list, maybe, oneOf, party, pattern, type Syntax, say, word } from './syntax.ts';
import { AND, COMMA, date, parties, share } from './values.ts';
import { levelWords, measureWords, taxWords } from './words.ts';

export const measure: Syntax<Measure> = word(measureWords);
export const measureList = list(measure, AND) as Syntax<Measure[]>;

const region = pattern<string>({ zh: /\d{6}/, en: /\d{6}/ }, String, ([text]) => text);

type Stated = Extract<Conversion, { node: 'stated' }>;
const rate = say<Stated['rates'][number]>({ zh: '自{from}起{ratio}', en: 'from {from} {ratio}' }, { from: date, ratio: share });

const conversion: Syntax<Conversion> = oneOf<Conversion>({
  'as-reported': say({ zh: '按该口径报送', en: 'reported as such' }, {}),
  'by-table': say({ zh: '以全额按{region}地区分成比例表折算', en: 'gross, at the rates by date of region {region}' }, { region }),
  stated: say<Stated>(
    { zh: '以全额按约定比例折算，{rates}', en: 'gross, at agreed rates, {rates}' },
    {
      rates: list(rate, COMMA) as Syntax<Stated['rates']>,
    },
  ),
});

const successor = word<NonNullable<TaxSource['successor']>>({
  ...(Object.fromEntries(
    Object.entries(taxWords).map(([tax, { zh, en }]) => [tax, { zh: `，停征后由${zh}接续`, en: `, once ended replaced by ${en}` }]),
  ) as Record<TaxSource['tax'], { zh: string; en: string }>),
  none: { zh: '，停征后不再接续', en: ', once ended replaced by nothing' },
});

const source: Syntax<BaseSource> = oneOf<BaseSource>({
  tax: say<TaxSource>(
    { zh: '{tax}（{level}，{conversion}{successor}）', en: '{tax} ({level}, {conversion}{successor})' },
    { tax: word(taxWords), level: word(levelWords), conversion, successor: maybe(successor) as Syntax<NonNullable<TaxSource['successor']>> },
  ),
  income: say<Extract<BaseSource, { node: 'income' }>>(
    { zh: '{income}', en: '{income}' },
    {
      income: word(
        Object.fromEntries(incomes.map((income) => [income, measureWords[`income/${income}`]])) as Record<
          (typeof incomes)[number],
          { zh: string; en: string }
        >,
      ),
    },
  ),
});

const counted = word({ count: { zh: '计入', en: 'counts' }, 'leave-out': { zh: '不计入', en: 'does not count' } });

const bearer: Syntax<Bearer> = oneOf<Bearer>({
  all: say({ zh: '各方共同', en: 'all' }, {}),
  party: say<Extract<Bearer, { node: 'party' }>>({ zh: '{party}单独', en: '{party} alone' }, { party }),
});

/** Three paragraphs: what is added up, consolidated tax, refunds. */
export const baseText: Syntax<Base> = say<Base>(
  {
    zh: '分享基数：{collectedBy}征收或者取得的下列收入之和：{sources}；{scope}。\n汇总纳税：{consolidated}。\n退库：{refunds}。\n',
    en: 'Base: what {collectedBy} collects of the following: {sources}; {scope}.\nConsolidated tax: {consolidated}.\nRefunds: {refunds}.\n',
  },
  {
    collectedBy: parties,
    sources: list(source, AND) as Syntax<BaseSource[]>,
    scope: word({
      together: { zh: '全部企业合并计算，适用同一起算时间', en: 'all enterprises together, on one clock' },
      'each-company': {
        zh: '逐户企业分别计算，各自起算、各自适用资格条件和封顶',
        en: 'each enterprise for itself, with its own clock, tests and caps',
      },
    }),
    consolidated: say<Base['consolidated']>(
      {
        zh: '总机构汇总缴纳的税款{headOffice}，分支机构分配的税款{branch}',
        en: 'tax of a head office {headOffice}, tax allotted to a branch {branch}',
      },
      { headOffice: counted, branch: counted },
    ),
    refunds: say<Base['refunds']>(
      { zh: '一般退库由{ordinary}承担，留抵退税由{credit}承担', en: 'ordinary refunds are borne by {ordinary}, refunds of input credit by {credit}' },
      { ordinary: bearer, credit: bearer },
    ),
  },
  { node: 'sum' },
);

export const deductionText: Syntax<Deduction> = say<Deduction>(
  { zh: '扣除：{measure}，由{borneBy}承担。', en: 'Deduction: {measure}, borne by {borneBy}.' },
  { measure, borneBy: bearer },
  { node: 'deduction' },
);
