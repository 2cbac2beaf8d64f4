import { type Clock, type Condition, type Measure, type Start, unitOf } from '../term/index.ts';
import { measure } from './base.ts';
import { list, maybe, oneOf, party, type Syntax, say, via, word } from './syntax.ts';
import { count, date, type Quantity, quantity } from './values.ts';
import { milestoneWords } from './words.ts';

type Reached = Extract<Condition, { node: 'amount-reached' }>;

/** An amount is said in the unit of its measure. */
const reached: Syntax<Reached> = via(
  say<{ party: Reached['party']; measure: Measure; quantity: Quantity }>(
    { zh: '{party}{measure}累计达到{quantity}', en: '{party} has reported {measure} of {quantity} in all' },
    { party, measure, quantity },
  ),
  ({ party: by, measure: of, amount }) => ({ party: by, measure: of, quantity: { amount, unit: unitOf(of) } }),
  ({ party: by, measure: of, quantity: { amount } }) => ({ node: 'amount-reached', party: by, measure: of, amount }),
);

const condition: Syntax<Condition> = oneOf<Condition>({
  'on-date': say<Extract<Condition, { node: 'on-date' }>>({ zh: '{date}届至', en: '{date} has come' }, { date }),
  'on-milestone': say<Extract<Condition, { node: 'on-milestone' }>>({ zh: '{milestone}', en: '{milestone}' }, { milestone: word(milestoneWords) }),
  'first-figure': say({ zh: '分享基数首笔入库', en: 'the first of the base is collected' }, {}),
  'amount-reached': reached,
});

const after: Syntax<Start['after']> = {
  print: (value, as) => (value.years === 0 && value.months === 0 ? '' : later.print(value, as)),
  *read(text, at, as) {
    yield* later.read(text, at, as);
    yield [{ years: 0, months: 0 }, at];
  },
};
const later = say<Start['after']>(
  { zh: '后满{years}年{months}个月', en: ', {years} years and {months} months later' },
  { years: count, months: count },
);

export const start: Syntax<Start> = say<Start>(
  { zh: '自{all}之日{after}的{granularity}', en: 'from the day on which {all}{after}, taken as {granularity}' },
  {
    all: list(condition, { zh: '且', en: ' and ' }) as Syntax<Condition[]>,
    after,
    granularity: word<Start['granularity']>({
      day: { zh: '当日', en: 'that very day' },
      month: { zh: '当月首日', en: 'the first day of that month' },
      'next-month': { zh: '次月首日', en: 'the first day of the next month' },
      quarter: { zh: '当季首日', en: 'the first day of that quarter' },
      'next-quarter': { zh: '次季首日', en: 'the first day of the next quarter' },
      year: { zh: '当年首日', en: 'the first day of that year' },
      'next-year': { zh: '次年首日', en: 'the first day of the next year' },
    }),
  },
  { node: 'start' },
);

const years: Syntax<Clock['years']> = oneOf<Clock['years']>({
  anniversary: say({ zh: '自起算日起逐周年计算', en: 'counted from anniversary to anniversary' }, {}),
  calendar: say<Extract<Clock['years'], { node: 'calendar' }>>(
    { zh: '按自然年度计算，起始不足一年的部分{firstPart}', en: 'calendar years, the part of a year at the beginning {firstPart}' },
    {
      firstPart: word({
        'is-year-one': { zh: '单独作为第1年', en: 'being year 1' },
        'joins-year-one': { zh: '并入第1年', en: 'being joined to year 1' },
      }),
    },
  ),
});

const partial = say<Clock['partial']>(
  {
    zh: '所属期跨越起止或者变更时点的数据{figures}，按年约定的数额在不足一年时{amounts}',
    en: 'a figure whose period is cut {figures}; an amount per year in a part of a year {amounts}',
  },
  {
    figures: word({
      'by-days': { zh: '按天数分割并标注为估算', en: 'is divided by days and marked as estimated' },
      'by-months': {
        zh: '按月数分割并标注为估算，一月归属其首日所在时段',
        en: 'is divided by months, each belonging where its first day lies, and marked as estimated',
      },
      wait: { zh: '待取得分期数据后计入', en: 'waits for finer figures' },
    }),
    amounts: word({
      'by-days': { zh: '按当年实际天数折算', en: 'is taken by the days of the year' },
      'by-months': { zh: '按期内月首日个数以十二分之一折算', en: 'is taken by twelfths, one for each month that begins' },
      whole: { zh: '不予折算', en: 'is due whole' },
    }),
  },
);

const until = say<{ date: NonNullable<Clock['until']> }>({ zh: '，最迟至{date}止', en: ', until {date} at the latest' }, { date });

/** Two paragraphs: the start with the years, and what a cut does. */
export const clockText: Syntax<Clock> = say<Clock>(
  { zh: '起算：{start}起算{until}；年度{years}。\n跨期：{partial}。\n', en: 'Start: {start}{until}; years {years}.\nCuts: {partial}.\n' },
  {
    start,
    years,
    partial,
    until: maybe(
      via(
        until,
        (value: NonNullable<Clock['until']>) => ({ date: value }),
        ({ date: value }) => value,
      ),
    ) as Syntax<NonNullable<Clock['until']>>,
  },
);
