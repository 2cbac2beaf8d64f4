import { z } from 'zod';
import { calendarDate, digest, eventId, instant, organisationId } from '../kernel/index.ts';
import { unit, wholeText } from '../money/index.ts';
import { dateRange } from './input.ts';
import { measure } from './term/index.ts';

/**
 * What an engine puts out. Amounts are whole numbers of the unit's smallest part, signed, as strings of digits: fen for money.
 * Everything here is plain data that can be stored in an event as it is.
 */

/** The engine that computed a statement; a statement is verified under its own (`engines`). */
export const engineVersion = z.enum(['sharing/1']);
export type EngineVersion = z.infer<typeof engineVersion>;

export const partyAmount = z.strictObject({ party: organisationId, amount: wholeText });
export type PartyAmount = z.infer<typeof partyAmount>;

/**
 * One amount of a party, or of a body that cash is redirected to.
 *
 * - `share`: what the allocation gives, after caps; of fixed returns the payee's plus and the payer's minus;
 * - `recovery`: outlay repaid first; `charge`: a deduction or refund that one party bears, a minus;
 * - `guarantee`: top-up of a minimum, a plus for who is guaranteed and a minus for who funds it;
 * - `redirected`: cash that goes elsewhere, a minus for the party and a plus for the body; attribution is without it;
 * - `retained`: not shared, it stays with whoever collected it: before the start, after the end, where the test is not met;
 * - `carried`: a base below zero that waits for a later one, a minus for whoever holds it, and its plus when it is made good;
 * - `counted`: an indicator or quota as a ledger counts it;
 * - `difference`: what an earlier period `of` became worth since it was last booked; only in booked statements.
 */
export const lineKind = z.enum(['share', 'recovery', 'charge', 'guarantee', 'redirected', 'retained', 'carried', 'counted', 'difference']);
export type LineKind = z.infer<typeof lineKind>;
export const line = z.strictObject({ party: organisationId, amount: wholeText, kind: lineKind, of: dateRange.optional() });
export type Line = z.infer<typeof line>;

/** A running balance at the end of the period, by the id of its node. */
export const balance = z.strictObject({
  /** Path of the node in the term: `recovery.claims.0`. */
  path: z.string().max(120),
  /**
   * `claim-open`: outlay not yet recovered; `cap-room`: what a cap still leaves; `guarantee-unmet`: not funded by the pool;
   * `carried`: a base below zero, carried forward; `received`: what the party has got since the start; `quota-open`: promised
   * and not yet made over; `quota-held`: made over and not used.
   */
  kind: z.enum(['claim-open', 'cap-room', 'guarantee-unmet', 'carried', 'received', 'quota-open', 'quota-held']),
  party: organisationId.optional(),
  amount: wholeText,
});
export type Balance = z.infer<typeof balance>;

/** Why a rule did not apply (MN-3). */
export const notApplied = z.enum([
  'not-in-terms',
  'not-started',
  'ended',
  'not-eligible',
  'outside-band',
  'condition-not-met',
  'nothing-to-take',
  'below-limit',
  'above-minimum',
  'not-assessed-yet',
  'not-exhausted',
  'recovered',
  'recovery-open',
  'no-figures',
  'figure-crosses-cut',
  'figure-without-company',
  'tax-ended',
  'rate-missing',
  'left-out-by-terms',
  'not-of-this-party',
  'exact',
]);
export type NotApplied = z.infer<typeof notApplied>;

const fractionText = z.tuple([wholeText.or(z.string().regex(/^-?\d{1,80}$/)), z.string().regex(/^\d{1,80}$/)]);

/**
 * One step of a derivation. Its words are made from it and the terms only when somebody looks (`stepText`).
 * `rule` names what was done; `path` is the node of the term that says so; `exact` the fraction before rounding, where it is
 * not whole; `result` what came out.
 */
export const step = z.strictObject({
  path: z.string().max(160),
  rule: z.string().max(40),
  applied: z.boolean(),
  why: notApplied.optional(),
  party: organisationId.optional(),
  /** Events of the figures and milestones that went in. */
  inputs: z.array(eventId).max(20_000),
  /** Further values that the words name: `{ ratio: '3/5', year: '3' }`. */
  values: z.record(z.string().max(40), z.string().max(200)).optional(),
  exact: fractionText.optional(),
  result: z.string().max(80).optional(),
});
export type Step = z.infer<typeof step>;

/** The steps for one stretch of the period: between two cuts, under one version of the terms, for one enterprise or all. */
export const derivationPart = z.strictObject({
  stretch: dateRange,
  terms: digest,
  company: z.string().max(64).optional(),
  /** Year of the sharing period, from one; none outside it. */
  year: z.number().int().optional(),
  base: wholeText,
  steps: z.array(step).max(400),
});
export type DerivationPart = z.infer<typeof derivationPart>;

/** One thing in the base, summed over the period: lines by source are derived from the total (`bySource`). */
export const sourceAmount = z.strictObject({ path: z.string().max(120), base: wholeText });
export type SourceAmount = z.infer<typeof sourceAmount>;

/**
 * The statement of a clause for a period. `kind: 'entitlement'` is what the period is worth as known at `knownAt`; `'booked'`
 * adds the differences of earlier periods since they were last booked (domain rule 10).
 */
export const statement = z.strictObject({
  engine: engineVersion,
  reference: z.string().max(60),
  kind: z.enum(['entitlement', 'booked']),
  clause: z.string().max(40),
  /** Digests of the versions of the terms that were used, in the order of their effect. */
  terms: z.array(digest).max(50),
  period: dateRange,
  knownAt: instant,
  /** `appraisal` is internal and never to be published. Money is always `official`. */
  ledger: z.enum(['official', 'appraisal']),
  /** `money`, or the indicator or quota that is counted. */
  subject: z.union([z.literal('money'), measure]),
  unit,
  /** Year of the sharing period at the end of the period; none outside it. */
  year: z.number().int().optional(),
  base: wholeText,
  sources: z.array(sourceAmount).max(20),
  /** In whose hands the money lies before sharing: collected less what was paid back or laid out. With `of`, of an earlier period. Sums to the lines. */
  held: z.array(partyAmount.extend({ of: dateRange.optional() })).max(400),
  lines: z.array(line).max(400),
  /** Lines less what is held, differences included: plus receives, minus pays. Sums to zero. Empty where no money moves. */
  net: z.array(partyAmount).max(12),
  balances: z.array(balance).max(60),
  /** Once sharing has ended: differences that become known after `until` are no longer booked by themselves. */
  late: z.strictObject({ until: calendarDate, thereafter: z.enum(['stay', 'joint-committee']) }).optional(),
  /** `estimated`: a figure was cut or marked so. `incomplete`: something could not be counted. `ended`: sharing was over by the end of the period. `late-open`: a difference came too late to be booked. `discretionary-possible`: somebody may pay at their discretion; the amount is open. */
  marks: z.array(z.enum(['estimated', 'incomplete', 'discretionary-possible', 'not-eligible', 'not-started', 'ended', 'late-open'])).max(8),
  derivation: z.array(derivationPart).max(2000),
});
export type Statement = z.infer<typeof statement>;

/** Which statement of a clause it is: one each by period, ledger and subject. */
export type StatementKey = Pick<Statement, 'clause' | 'period' | 'ledger' | 'subject'>;

/** All statements of a clause as known at one instant, in the order of their periods. */
export interface Evaluation {
  readonly engine: EngineVersion;
  readonly statements: readonly Statement[];
  /** What could not be computed and why, by node and event: a rate that the table lacks, a figure without its enterprise. */
  readonly problems: readonly { readonly path: string; readonly problem: NotApplied; readonly inputs: readonly string[] }[];
}
