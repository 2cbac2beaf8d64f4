import { z } from 'zod';
import { organisationId } from '../../kernel/index.ts';
import { countText, positiveText, ratioText } from '../../money/index.ts';
import { termMeasure } from './measure.ts';
import { partyShares } from './party.ts';

/** What is added up before a rule looks at it: each stretch of a period for itself, the year so far, or all since the start. */
export const over = z.enum(['period', 'year', 'whole']);
export type Over = z.infer<typeof over>;

/** Exact ratios of the base. */
export const byRatio = z.strictObject({ node: z.literal('ratio'), shares: partyShares });
/** By equity held, in units that the parties state (M13, M16). */
export const byEquity = z.strictObject({
  node: z.literal('equity'),
  holdings: z
    .array(z.strictObject({ party: organisationId, units: countText }))
    .min(2)
    .max(10),
});
/** In proportion to what each has paid in so far, by figures of these measures (M9); the parties' own figures, until the stretch begins. */
export const byContribution = z.strictObject({ node: z.literal('contribution'), measures: z.array(termMeasure).min(1).max(6) });
/** Progressive: each slice of the amount has shares of its own; the last tier has no upper edge. Edges in fen, of what `over` adds up. */
export const byTiers = z.strictObject({
  node: z.literal('tiers'),
  over,
  tiers: z
    .array(z.strictObject({ upTo: positiveText.optional(), shares: partyShares }))
    .min(1)
    .max(20),
});
/**
 * The stock stays with each party, the increment above it is shared (M7). Stocks in fen per year. What happens below the
 * stock: in proportion to the stocks, in the ratios of the increment, or one party bears it.
 */
export const byIncrement = z.strictObject({
  node: z.literal('increment'),
  over: z.enum(['period', 'year']),
  stocks: z
    .array(z.strictObject({ party: organisationId, amount: countText }))
    .min(1)
    .max(10),
  shares: partyShares,
  below: z.discriminatedUnion('node', [
    z.strictObject({ node: z.literal('pro-rata-to-stock') }),
    z.strictObject({ node: z.literal('same-ratio') }),
    z.strictObject({ node: z.literal('party'), party: organisationId }),
  ]),
});
/** A fixed return per year on investment: as stated, or on what the payee has paid in by figures, from each figure's `effectiveOn` (M12, M13). Due also in loss. */
export const fixedReturn = z.strictObject({
  node: z.literal('fixed-return'),
  payer: organisationId,
  payee: organisationId,
  rate: ratioText,
  on: z.discriminatedUnion('node', [
    z.strictObject({ node: z.literal('stated'), amount: positiveText }),
    z.strictObject({ node: z.literal('paid-in'), measure: termMeasure }),
  ]),
});
/** A fixed amount per year, whole or for each thing delivered (M17: per greenhouse). Due also in loss. */
export const fixedAmount = z.strictObject({
  node: z.literal('fixed-amount'),
  payer: organisationId,
  payee: organisationId,
  amount: positiveText,
  per: z.discriminatedUnion('node', [
    z.strictObject({ node: z.literal('year') }),
    z.strictObject({ node: z.literal('stated-units'), units: positiveText }),
    z.strictObject({ node: z.literal('delivered-units') }),
  ]),
});
/** Nothing is shared in these years: it stays with whoever collected it. */
export const notShared = z.strictObject({ node: z.literal('not-shared') });

export const allocation = z.discriminatedUnion('node', [
  byRatio,
  byEquity,
  byContribution,
  byTiers,
  byIncrement,
  fixedReturn,
  fixedAmount,
  notShared,
]);
export type Allocation = z.infer<typeof allocation>;

/** What must hold at the end of the band before for a band to apply (R8); where it does not, sharing ends there. */
export const bandCondition = z.discriminatedUnion('node', [
  z.strictObject({ node: z.literal('cap-not-reached'), cap: z.string().max(40) }),
  z.strictObject({ node: z.literal('claim-open'), claim: z.string().max(40) }),
  z.strictObject({ node: z.literal('received-below'), party: organisationId, amount: positiveText }),
]);
export type BandCondition = z.infer<typeof bandCondition>;

/** Years counted from one; a band without `toYear` runs to the end of the agreement. The formula may differ from band to band (R13). */
export const band = z.strictObject({
  fromYear: z.number().int().min(1).max(100),
  toYear: z.number().int().min(1).max(100).optional(),
  onlyIf: bandCondition.optional(),
  allocation,
});
export type Band = z.infer<typeof band>;

/**
 * Rounding is a term (MN-2). `level`: on the total or source by source. `over`: each stretch for itself, or so that the year's
 * or all periods' sums are rounded once. `negative`: a base below zero is borne in the same ratios, or carried into the next
 * period. `ties`: every party, ranked. `amounts`: how single amounts, which divide nothing (a return, a rate), become whole fen.
 */
export const schemeRounding = z.strictObject({
  node: z.literal('largest-remainder'),
  level: z.enum(['total', 'per-source']),
  over,
  negative: z.enum(['mirror', 'carry-forward']),
  ties: z.array(organisationId).min(2).max(10),
  amounts: z.enum(['half-up', 'down']),
});
export type SchemeRounding = z.infer<typeof schemeRounding>;
