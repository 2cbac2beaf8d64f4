import { z } from 'zod';
import { organisationId } from '../../kernel/index.ts';
import { body } from './party.ts';

const workingDays = z.number().int().min(1).max(250);

/**
 * How money goes from one party to another. `direct`: only for rents, dividends and fixed returns, never for taxes. `year-end`:
 * 年终上下级结算 through the finance office of the common superior. `inter-provincial`: through provincial finance. `via` are
 * the bodies between them in order, each hop a confirmed document; what flows back takes the same way in reverse.
 */
export const route = z.strictObject({
  node: z.enum(['direct', 'year-end', 'inter-provincial']),
  from: organisationId,
  to: organisationId,
  via: z.array(body).max(8),
});
export type Route = z.infer<typeof route>;

/** Who resolves a disputed line, and by when: working days from the day of the dispute. */
export const disputes = z
  .strictObject({
    workingDays,
    resolvedBy: z.discriminatedUnion('node', [
      z.strictObject({ node: z.literal('parties') }),
      z.strictObject({ node: z.literal('joint-committee') }),
      z.strictObject({ node: z.literal('body'), body }),
    ]),
  })
  .meta({ id: 'disputes' });

/**
 * Settlement in calendar periods. Deadlines in working days: figures after the period's end, confirmation after the statement,
 * payment after all have confirmed it.
 */
export const settlement = z.strictObject({
  node: z.literal('settlement'),
  period: z.enum(['month', 'quarter', 'half-year', 'year']),
  routes: z.array(route).min(1).max(90),
  figuresDue: workingDays,
  confirmationDue: workingDays,
  paymentDue: workingDays,
  disputes,
  /**
   * Refunds and restatements that become known after sharing has ended: for so many months they go into supplementary
   * statements; after that they stay where they lie, or the joint committee decides.
   */
  lateItems: z.strictObject({ months: z.number().int().min(0).max(120), thereafter: z.enum(['stay', 'joint-committee']) }),
});
export type Settlement = z.infer<typeof settlement>;
export type SettlementPeriod = Settlement['period'];

/** Periods of statistics and quotas, which move no money. */
export const reporting = z.strictObject({
  node: z.literal('reporting'),
  period: z.enum(['month', 'quarter', 'half-year', 'year']),
  figuresDue: workingDays,
  confirmationDue: workingDays,
  disputes,
  lateItems: z.strictObject({ months: z.number().int().min(0).max(120), thereafter: z.enum(['stay', 'joint-committee']) }),
});
export type Reporting = z.infer<typeof reporting>;
