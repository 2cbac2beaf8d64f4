import { z } from 'zod';
import { organisationId } from '../../kernel/index.ts';
import { positiveText, ratioText } from '../../money/index.ts';
import { over } from './allocation.ts';
import { milestoneKind, start } from './clock.ts';
import { termMeasure } from './measure.ts';
import { body, nodeId, shortName } from './party.ts';

/**
 * The past that a test or a cap looks back on: amounts that the parties state, one a year; or the figures of the base's own
 * sources that a party collected in so many calendar years before the year of a milestone (92号: three years before the move),
 * refunds taken off.
 */
export const history = z
  .discriminatedUnion('node', [
    z.strictObject({ node: z.literal('stated'), amounts: z.array(positiveText).min(1).max(10) }),
    z.strictObject({ node: z.literal('figures-before'), milestone: milestoneKind, years: z.number().int().min(1).max(10), party: organisationId }),
  ])
  .meta({ id: 'history' });
export type History = z.infer<typeof history>;

/** What must hold for anything to be shared; where it does not, all stays with whoever collected it. */
export const eligibilityTest = z.discriminatedUnion('node', [
  z.strictObject({ node: z.literal('average-at-least'), history, amount: positiveText }),
  z.strictObject({ node: z.literal('milestone-confirmed'), milestone: milestoneKind }),
]);
export type EligibilityTest = z.infer<typeof eligibilityTest>;

/** What a party has laid out is repaid first, with a running balance (M3): a stated amount, or its figures of these measures. */
export const claim = z.strictObject({
  id: nodeId,
  creditor: organisationId,
  outlay: z.discriminatedUnion('node', [
    z.strictObject({ node: z.literal('stated'), amount: positiveText }),
    z.strictObject({ node: z.literal('figures'), measures: z.array(termMeasure).min(1).max(6) }),
  ]),
});
export type Claim = z.infer<typeof claim>;

/**
 * Claims are repaid in this order from a part of the base. `yearsCount`: the years of the bands run from the start; or from
 * the period in which the last balance reached zero, or the one after it, what is left of that period being shared as year one.
 */
export const recovery = z.strictObject({
  node: z.literal('recovery'),
  portion: ratioText,
  claims: z.array(claim).min(1).max(5),
  yearsCount: z.enum(['from-start', 'from-period-recovered', 'from-period-after']),
});
export type Recovery = z.infer<typeof recovery>;

/** A party gets no more than this, per period, per year or in all; what is above goes to another. `counts`: whether what was recovered counts. */
export const cap = z.strictObject({
  node: z.literal('cap'),
  id: nodeId,
  party: organisationId,
  over,
  amount: z.discriminatedUnion('node', [
    z.strictObject({ node: z.literal('stated'), amount: positiveText }),
    z.strictObject({ node: z.literal('from-history'), history, times: ratioText }),
  ]),
  excessTo: organisationId,
  counts: z.enum(['shares', 'shares-and-recovery']),
});
export type Cap = z.infer<typeof cap>;

/**
 * A party gets at least this much per year (M11), from `from` on, for so many years or to the end. `by` pays what is missing:
 * `own-funds` in full, `pool` only out of its own part, the rest being recorded as unmet. `assessed`: in the last period of
 * each year, or in every period on the year so far.
 */
export const guarantee = z.strictObject({
  node: z.literal('guarantee'),
  id: nodeId,
  party: organisationId,
  amount: positiveText,
  from: start,
  years: z.number().int().min(1).max(100).optional(),
  fundedBy: z.strictObject({ party: organisationId, source: z.enum(['pool', 'own-funds']) }),
  assessed: z.enum(['year-end', 'every-period']),
});
export type Guarantee = z.infer<typeof guarantee>;

/** Shares are attributed as they are, but cash goes elsewhere (M6: all of it to the cooperation zone). The ratio is of each named party's part. */
export const redirection = z.strictObject({
  node: z.literal('redirection'),
  from: z
    .array(z.strictObject({ party: organisationId, ratio: ratioText }))
    .min(1)
    .max(10),
  to: body,
});
export type Redirection = z.infer<typeof redirection>;

/** What somebody may pay at their discretion (92号: central subsidy after the period): named, recorded when paid, never computed (R21). */
export const discretionary = z.strictObject({
  node: z.literal('discretionary'),
  name: shortName,
  payer: body,
  payee: organisationId,
  when: z.discriminatedUnion('node', [
    z.strictObject({ node: z.literal('sharing-ended') }),
    z.strictObject({ node: z.literal('cap-not-reached'), cap: nodeId }),
  ]),
});
export type Discretionary = z.infer<typeof discretionary>;
