import { z } from 'zod';
import { band, schemeRounding } from './allocation.ts';
import { base, deduction } from './base.ts';
import { clock } from './clock.ts';
import { cap, discretionary, eligibilityTest, guarantee, recovery, redirection } from './limits.ts';
import { settlement } from './settlement.ts';

/**
 * Sharing of money, in the order in which it is computed:
 * base → deductions → recovery → allocation by band of years → caps → guarantees → redirection, rounded and settled as stated.
 */
export const moneyTerm = z.strictObject({
  node: z.literal('money'),
  base,
  clock,
  eligibility: z.array(eligibilityTest).max(10),
  deductions: z.array(deduction).max(10),
  recovery: recovery.optional(),
  bands: z.array(band).min(1).max(20),
  caps: z.array(cap).max(10),
  guarantees: z.array(guarantee).max(10),
  redirection: redirection.optional(),
  discretionary: z.array(discretionary).max(5),
  rounding: schemeRounding,
  settlement,
});
export type MoneyTerm = z.infer<typeof moneyTerm>;
