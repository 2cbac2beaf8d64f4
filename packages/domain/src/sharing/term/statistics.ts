import { z } from 'zod';
import { organisationId } from '../../kernel/index.ts';
import { clock } from './clock.ts';
import { indicatorKind } from './measure.ts';
import { partyShares } from './party.ts';
import { reporting } from './settlement.ts';

/** How appraisal counts an indicator: divided (split), in full for each named party (全额双核算), or for one side only. */
export const counting = z.discriminatedUnion('node', [
  z.strictObject({ node: z.literal('split'), shares: partyShares }),
  z.strictObject({ node: z.literal('full-on-each'), parties: z.array(organisationId).min(2).max(10) }),
  z.strictObject({ node: z.literal('one-sided'), party: organisationId }),
]);
export type Counting = z.infer<typeof counting>;

/**
 * Sharing of statistics for appraisal, with a clock of its own. The official ledger has one owner, the place of operation, and
 * no agreement changes that (经营活动在地原则); the appraisal ledger is by agreement and internal, not to be published (M10).
 * Outside the clock appraisal counts for the place of operation alone.
 */
export const statisticsTerm = z.strictObject({
  node: z.literal('statistics'),
  /** Where the activity takes place: each figure's own party is its official owner; figures of other parties count nowhere. */
  placesOfOperation: z.array(organisationId).min(1).max(10),
  clock,
  bands: z
    .array(
      z.strictObject({
        fromYear: z.number().int().min(1).max(100),
        toYear: z.number().int().min(1).max(100).optional(),
        indicators: z
          .array(z.strictObject({ indicator: indicatorKind, counting }))
          .min(1)
          .max(20),
      }),
    )
    .min(1)
    .max(20),
  /** For `split`: largest remainder on each indicator, ties by rank. */
  rounding: z.strictObject({
    node: z.literal('largest-remainder'),
    over: z.enum(['period', 'year', 'whole']),
    ties: z.array(organisationId).min(2).max(10),
  }),
  publication: z.literal('internal'),
  reporting,
});
export type StatisticsTerm = z.infer<typeof statisticsTerm>;
