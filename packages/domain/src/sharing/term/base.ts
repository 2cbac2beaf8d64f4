import { z } from 'zod';
import { calendarDate, organisationId } from '../../kernel/index.ts';
import { ratioText } from '../../money/index.ts';
import { incomeKind, schemeLevel, schemeTax, termMeasure } from './measure.ts';
import { bearer } from './party.ts';

/**
 * How figures come to the level that the terms share. `as-reported`: figures are reported at this level. `by-table`: gross
 * figures, times the dated rate of the reference table for the region (central : local, then what the province keeps).
 * `stated`: gross figures, times the rate that the parties wrote down, each from a date on.
 */
export const conversion = z.discriminatedUnion('node', [
  z.strictObject({ node: z.literal('as-reported') }),
  z.strictObject({ node: z.literal('by-table'), region: z.string().regex(/^\d{6}$/) }),
  z.strictObject({
    node: z.literal('stated'),
    rates: z
      .array(z.strictObject({ from: calendarDate, ratio: ratioText }))
      .min(1)
      .max(20),
  }),
]);
export type Conversion = z.infer<typeof conversion>;

export const taxSource = z.strictObject({
  node: z.literal('tax'),
  tax: schemeTax,
  level: schemeLevel,
  conversion,
  /** Required for a tax that has ended (营业税): what counts in its place from then on. `none` says that nothing does. */
  successor: z.union([schemeTax, z.literal('none')]).optional(),
});
export type TaxSource = z.infer<typeof taxSource>;
export const incomeSource = z.strictObject({ node: z.literal('income'), income: incomeKind });
/** One thing that is added up in the base. Rounding `per-tax` rounds at these. */
export const baseSource = z.discriminatedUnion('node', [taxSource, incomeSource]);
export type BaseSource = z.infer<typeof baseSource>;

/** Whether figures flagged as of a head office or a branch under 总分机构汇总纳税 count: that tax is allotted, not local. */
export const consolidated = z.strictObject({ headOffice: z.enum(['count', 'leave-out']), branch: z.enum(['count', 'leave-out']) });

/**
 * What is shared: the sum of the sources, of figures collected by the named parties, in whose hands the money lies until it
 * is shared. `together`: all enterprises as one sum with one clock. `each-company`: every enterprise for itself, with its own
 * clock, tests, caps (财预〔2015〕92号); figures without an enterprise then count nowhere.
 */
export const base = z.strictObject({
  node: z.literal('sum'),
  sources: z.array(baseSource).min(1).max(20),
  collectedBy: z.array(organisationId).min(1).max(10),
  scope: z.enum(['together', 'each-company']),
  consolidated,
  /** Who bears tax paid back: ordinary refunds (退库) and refunds of input credit (留抵退税). */
  refunds: z.strictObject({ ordinary: bearer, credit: bearer }),
});
export type Base = z.infer<typeof base>;

/** Taken off before sharing: figures of a measure, such as preferential policy enjoyed (M8) or the cost of a failed project (M5). */
export const deduction = z.strictObject({ node: z.literal('deduction'), measure: termMeasure, borneBy: bearer });
export type Deduction = z.infer<typeof deduction>;
