import { z } from 'zod';
import { organisationId } from '../../kernel/index.ts';
import { ratioText } from '../../money/index.ts';

/** A name as it stands in the text. */
export const shortName = z.strictObject({ zh: z.string().trim().min(1).max(80), en: z.string().trim().max(160) });
export type ShortName = z.infer<typeof shortName>;

/**
 * A body that is no party, or takes no share: a finance office that a transfer passes through, the cooperation zone that
 * receives what is redirected, a committee that resolves. `kind: 'company'` is what the warning of 公平竞争审查条例 looks at.
 */
export const body = z
  .strictObject({
    organisation: organisationId,
    name: shortName,
    kind: z.enum(['zone', 'government', 'finance-office', 'statistics-office', 'committee', 'fund', 'company', 'court-or-arbitration', 'other']),
  })
  .meta({ id: 'body' });
export type Body = z.infer<typeof body>;

/** Shares for each party of the agreement; they sum to exactly one, and whoever gets nothing is named with nothing. */
export const partyShares = z
  .array(z.strictObject({ party: organisationId, ratio: ratioText }))
  .min(2)
  .max(10)
  .meta({ id: 'party-shares' });
export type PartyShares = z.infer<typeof partyShares>;

/** Who bears a deduction or refund: all, because it lessens what is shared, or one party, whose own part it lessens. */
export const bearer = z.discriminatedUnion('node', [
  z.strictObject({ node: z.literal('all') }),
  z.strictObject({ node: z.literal('party'), party: organisationId }),
]);
export type Bearer = z.infer<typeof bearer>;

/** Identifies a cap, claim or guarantee through amendments: its running balance goes on under the same id. */
export const nodeId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
