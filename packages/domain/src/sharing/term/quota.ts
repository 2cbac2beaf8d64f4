import { z } from 'zod';
import { organisationId } from '../../kernel/index.ts';
import { positiveText } from '../../money/index.ts';
import { clock } from './clock.ts';
import { quotaKind } from './measure.ts';
import { partyShares } from './party.ts';
import { reporting } from './settlement.ts';

/**
 * Sharing of a quota of land, energy, electricity, carbon or water (R18), in the quota's unit.
 * `transfer`: one party makes over an amount, per year or in all (M12: 青田 gives 平湖 land quota), and what is not used by the
 * end of a year is returned, kept, or carried into the next year. `split`: what is granted to them is divided.
 */
export const quotaTerm = z.strictObject({
  node: z.literal('quota'),
  quota: quotaKind,
  clock,
  rule: z.discriminatedUnion('node', [
    z.strictObject({
      node: z.literal('transfer'),
      from: organisationId,
      to: organisationId,
      amount: positiveText,
      per: z.enum(['year', 'whole']),
      years: z.number().int().min(1).max(100),
      unused: z.enum(['returned', 'kept', 'carried']),
    }),
    z.strictObject({ node: z.literal('split'), shares: partyShares, years: z.number().int().min(1).max(100).optional() }),
  ]),
  rounding: z.strictObject({ node: z.literal('largest-remainder'), ties: z.array(organisationId).min(2).max(10) }),
  reporting,
});
export type QuotaTerm = z.infer<typeof quotaTerm>;
