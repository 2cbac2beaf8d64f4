import { calendarDate, commandId, eventId, instant, memberId, negotiationId, organisationId } from '@lianyu/domain/kernel';
import { wholeText } from '@lianyu/domain/money';
import { basis, ledgerId, pool } from '@lianyu/domain/resources';
import { z } from 'zod';

/** In the smallest part of the resource's unit. `allotted` less what was taken back; `partners` is what went to partners less what came from them. */
const balances = z.strictObject({
  allotted: wholeText,
  available: wholeText,
  reserved: wholeText,
  used: wholeText,
  inTransit: wholeText,
  partners: wholeText,
});
export type QuotaBalances = z.infer<typeof balances>;

/** One zone's quota of one resource in one year (topic `quotas`). Key: `<zone>.<year>.<resource>`. */
export const quotaLedger = z.strictObject({
  ...ledgerId.shape,
  pools: z.strictObject({ ordinary: balances, listed: balances }),
  entries: z.number().int(),
  /** Transfers that have come and wait for a word. */
  waiting: z.number().int(),
  lastAt: instant,
  search: z.string(),
});
export type QuotaLedger = z.infer<typeof quotaLedger>;

/** What is open in a ledger (topic `quota/<key>`): reservations and transfers. Same key. */
export const quotaHoldings = z.strictObject({
  ...ledgerId.shape,
  reservations: z.array(
    z.strictObject({
      reservation: commandId,
      pool,
      purpose: z.string(),
      agreement: negotiationId.optional(),
      reserved: wholeText,
      used: wholeText,
    }),
  ),
  transfers: z.array(
    z.strictObject({
      transfer: commandId,
      direction: z.enum(['out', 'in']),
      partner: organisationId,
      pool,
      amount: wholeText,
      phase: z.enum(['sent', 'completed', 'returned', 'arrived', 'accepted', 'declined']),
      returns: commandId.optional(),
      agreement: negotiationId.optional(),
      words: z.string(),
      givenBack: wholeText,
    }),
  ),
});
export type QuotaHoldings = z.infer<typeof quotaHoldings>;

const account = z.enum(['authority', 'available', 'reserved', 'used', 'inTransit', 'partners']);

/** One entry with the event behind it: every balance is the sum of these (topic `quota/<key>`). Key: `<ledger>/<number, five digits>`. */
export const quotaEntry = z.strictObject({
  ...ledgerId.shape,
  number: z.number().int().positive(),
  event: eventId,
  type: z.string(),
  at: instant,
  on: calendarDate,
  pool,
  amount: wholeText,
  /** None for what moves nothing: a transfer that has come, or was declined. */
  from: account.optional(),
  to: account.optional(),
  /** Of the pool, once it is entered. */
  after: balances,
  words: z.string(),
  partner: organisationId.optional(),
  basis: basis.optional(),
  /** To the zone's own people alone. */
  member: memberId.optional(),
});
export type QuotaEntry = z.infer<typeof quotaEntry>;
