import { z } from 'zod';
import { calendarDate, organisationId } from '../../kernel/index.ts';
import { positiveText } from '../../money/index.ts';
import { termMeasure } from './measure.ts';

/**
 * What may be reported as having happened, with its date. Of several reports of one kind the earliest counts; with
 * `scope: each-company` the one of that enterprise, or one that names none.
 */
export const milestoneKind = z.enum([
  'signed', // 签署
  'construction-start', // 开工
  'completed', // 竣工
  'in-production', // 投产
  'full-capacity', // 达产
  'first-tax', // 首笔税款入库
  'registration-changed', // 工商和税务登记变更
  'relocated', // 迁入
  'delivered', // 交付
  'aid-paid-in-full', // 援建资金全部到位
  'investment-in-place', // 投资全部到位
  'origin-led', // 由迁出地政府主导迁移 (92号)
  'jointly-confirmed', // 双方共同确认列入名单 (92号)
]);
export type MilestoneKind = z.infer<typeof milestoneKind>;

/** One thing that must have come for a clock to start, each giving a date. */
export const condition = z.discriminatedUnion('node', [
  z.strictObject({ node: z.literal('on-date'), date: calendarDate }),
  z.strictObject({ node: z.literal('on-milestone'), milestone: milestoneKind }),
  /** The first figure above zero of what is shared: `effectiveOn` of that figure. */
  z.strictObject({ node: z.literal('first-figure') }),
  /** The figures of a measure by one party, added up, reach an amount: `effectiveOn` of the figure that reaches it (M11: 200 M yuan of aid). */
  z.strictObject({ node: z.literal('amount-reached'), measure: termMeasure, party: organisationId, amount: positiveText }),
]);
export type Condition = z.infer<typeof condition>;

/**
 * When a clock starts: when the last of the conditions has come, then so many years and months later (M11: "one year after").
 * `granularity`: on that very day, or on the first day of that or of the next month, quarter or calendar year.
 */
export const start = z
  .strictObject({
    node: z.literal('start'),
    all: z.array(condition).min(1).max(5),
    after: z.strictObject({ years: z.number().int().min(0).max(50), months: z.number().int().min(0).max(11) }),
    granularity: z.enum(['day', 'month', 'next-month', 'quarter', 'next-quarter', 'year', 'next-year']),
  })
  .meta({ id: 'start' });
export type Start = z.infer<typeof start>;

/**
 * How years are counted from the start. `anniversary`: from day to day. `calendar`: 1 January to 31 December; the part of a
 * year at the beginning is year one itself, or is joined to the first whole year.
 */
export const years = z.discriminatedUnion('node', [
  z.strictObject({ node: z.literal('anniversary') }),
  z.strictObject({ node: z.literal('calendar'), firstPart: z.enum(['is-year-one', 'joins-year-one']) }),
]);
export type Years = z.infer<typeof years>;

/**
 * What a cut inside a period or a year does (no source gives a rule: each agreement must).
 * `figures`: a figure whose period is cut, by start, end, year or amendment, is divided by days or by months (a month belongs
 * where its first day lies) and marked as estimated; or not counted until finer figures are reported.
 * `amounts`: amounts per year (stock, floor, fixed return) in a part of a year: by days of that year, by months, or whole.
 */
export const partial = z.strictObject({
  figures: z.enum(['by-days', 'by-months', 'wait']),
  amounts: z.enum(['by-days', 'by-months', 'whole']),
});
export type PartialRule = z.infer<typeof partial>;

/** The clock of a clause. It ends with its last band of years, with `until`, or with the agreement, whatever comes first. */
export const clock = z.strictObject({ start, years, partial, until: calendarDate.optional() }).meta({ id: 'clock' });
export type Clock = z.infer<typeof clock>;
