import { z } from 'zod';
import { calendarDate, commandId, type DomainEvent, negotiationId, organisationId } from '../kernel/index.ts';
import { positiveText } from '../money/index.ts';
import { basis, ledgerId, pool } from './words.ts';

const words = z.string().trim().max(500);
const reason = z.string().trim().min(1).max(500);
/** In the smallest part of the resource's unit. */
const amount = positiveText;
const moved = { ...ledgerId.shape, amount };
/** A transfer has the id of the command that sent it, in both ledgers. */
const transfer = { ...moved, transfer: commandId, pool };

/** The events of `quota-<zone>.<year>.<resource>`: each is one entry, from an account to another. */
export const quotaEvents = {
  QuotaAllotted: z.strictObject({ ...moved, pool, on: calendarDate, basis, note: words }),
  /** Taken back by who allotted it: what is listed separately is managed as the year goes. */
  QuotaReclaimed: z.strictObject({ ...moved, pool, on: calendarDate, basis, reason }),
  /** For a project or an agreement, until it is used or released. The reservation has the id of its command. */
  QuotaReserved: z.strictObject({
    ...moved,
    pool,
    reservation: commandId,
    purpose: z.string().trim().min(1).max(200),
    agreement: negotiationId.optional(),
    on: calendarDate,
  }),
  QuotaReservationReleased: z.strictObject({ ...moved, pool, reservation: commandId, reason }),
  QuotaUsed: z.strictObject({ ...moved, pool, reservation: commandId, on: calendarDate, evidence: basis }),
  /** 核减退回：what was booked as used was not, or is given back (闲置土地收回). */
  QuotaUseReturned: z.strictObject({ ...moved, pool, reservation: commandId, on: calendarDate, reason }),
  /** On its way to a partner: counted as in transit until the partner has answered (EV-7). */
  QuotaTransferDispatched: z.strictObject({
    ...transfer,
    to: organisationId,
    /** Under which agreement, where there is one. */
    agreement: negotiationId.optional(),
    /** The transfer that this one gives back. */
    returns: commandId.optional(),
    words,
    on: calendarDate,
  }),
  /** At the partner: it has come, and waits for a word. It is not the partner's yet. */
  QuotaTransferArrived: z.strictObject({
    ...transfer,
    from: organisationId,
    agreement: negotiationId.optional(),
    returns: commandId.optional(),
    words,
  }),
  QuotaTransferAccepted: z.strictObject({ ...transfer, from: organisationId, on: calendarDate }),
  QuotaTransferDeclined: z.strictObject({ ...transfer, from: organisationId, reason }),
  /** Back at who sent it: the partner has it, or has declined it. */
  QuotaTransferCompleted: z.strictObject({ ...transfer, to: organisationId }),
  QuotaTransferReturned: z.strictObject({ ...transfer, to: organisationId, reason }),
};

type Schemas = typeof quotaEvents;
export type QuotaEvent = { [Type in keyof Schemas]: DomainEvent<Type, z.infer<Schemas[Type]>> }[keyof Schemas];
