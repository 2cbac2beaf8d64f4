import { type CommandId, type Decider, type Decision, type Refusal, type RefusalCode, refuse } from '../kernel/index.ts';
import type { QuotaCommand } from './commands.ts';
import type { QuotaEvent } from './events.ts';
import { type Account, evolve, noQuota, type QuotaState, type Reservation, type Transfer } from './state.ts';
import { type LedgerId, type Pool, quotaLimits, resourceUnits } from './words.ts';

/** Quotas in double entry: nothing the zone holds is ever negative, and nothing is promised twice. */
export const quotaDecider: Decider<QuotaCommand, QuotaState, QuotaEvent> = { initial: noQuota, decide, evolve };

type Of<Type extends QuotaCommand['type']> = Extract<QuotaCommand, { type: Type }>;
type No = Refusal<RefusalCode>;

function decide(command: QuotaCommand, state: QuotaState): Decision<QuotaEvent> {
  if (state.entries >= quotaLimits.entries && !carries.has(command.type))
    return refuse('QUOTA_LIMIT', { what: 'entries', limit: quotaLimits.entries });
  switch (command.type) {
    case 'allot-quota':
      return allot(command);
    case 'reclaim-quota': {
      const { ledger, pool, amount, on, basis, reason, today } = command;
      return (
        late(on, today) ??
        short(state, ledger, pool, 'available', amount) ?? [{ type: 'QuotaReclaimed', data: { ...ledger, pool, amount, on, basis, reason } }]
      );
    }
    case 'reserve-quota':
      return reserve(command, state);
    case 'release-quota': {
      const { ledger, reservation, amount, reason } = command;
      const found = reservationIn(state, reservation, 'reserved', amount);
      return 'refused' in found ? found : [{ type: 'QuotaReservationReleased', data: { ...ledger, pool: found.pool, amount, reservation, reason } }];
    }
    case 'use-quota': {
      const { ledger, reservation, amount, on, evidence, today } = command;
      const found = reservationIn(state, reservation, 'reserved', amount);
      return 'refused' in found
        ? found
        : (late(on, today) ?? [{ type: 'QuotaUsed', data: { ...ledger, pool: found.pool, amount, reservation, on, evidence } }]);
    }
    case 'return-used-quota': {
      const { ledger, reservation, amount, on, reason, today } = command;
      const found = reservationIn(state, reservation, 'used', amount);
      return 'refused' in found
        ? found
        : (late(on, today) ?? [{ type: 'QuotaUseReturned', data: { ...ledger, pool: found.pool, amount, reservation, on, reason } }]);
    }
    case 'send-quota':
      return send(command, state);
    case 'accept-quota': {
      const found = waiting(state, command.transfer);
      if ('refused' in found) return found;
      return [{ type: 'QuotaTransferAccepted', data: { ...across(command.ledger, found), from: found.partner, on: command.today } }];
    }
    case 'decline-quota': {
      const found = waiting(state, command.transfer);
      if ('refused' in found) return found;
      return [{ type: 'QuotaTransferDeclined', data: { ...across(command.ledger, found), from: found.partner, reason: command.reason } }];
    }
    case 'receive-transfer': {
      const { ledger, transfer, pool, amount, from, agreement, returns, words } = command;
      if (state.transfers.has(transfer)) return refuse('QUOTA_TRANSFER_KNOWN', { transfer });
      const data = {
        ...ledger,
        pool,
        amount,
        transfer,
        from,
        words,
        ...(agreement === undefined ? {} : { agreement }),
        ...(returns === undefined ? {} : { returns }),
      };
      return [{ type: 'QuotaTransferArrived', data }];
    }
    case 'complete-transfer': {
      const found = underWay(state, command.transfer);
      return 'refused' in found ? found : [{ type: 'QuotaTransferCompleted', data: { ...across(command.ledger, found), to: found.partner } }];
    }
    case 'take-back-transfer': {
      const found = underWay(state, command.transfer);
      return 'refused' in found
        ? found
        : [{ type: 'QuotaTransferReturned', data: { ...across(command.ledger, found), to: found.partner, reason: command.reason } }];
    }
  }
}

/** What ends a transfer that is under way is never refused for want of room. */
const carries: ReadonlySet<QuotaCommand['type']> = new Set([
  'receive-transfer',
  'complete-transfer',
  'take-back-transfer',
  'accept-quota',
  'decline-quota',
]);

function allot({ ledger, allotments, today }: Of<'allot-quota'>): Decision<QuotaEvent> {
  for (const { on } of allotments) {
    const refused = late(on, today);
    if (refused) return refused;
  }
  return allotments.map((allotment) => ({ type: 'QuotaAllotted', data: { ...ledger, ...allotment } }));
}

function reserve({ ledger, amount, pool, reservation, purpose, agreement, today }: Of<'reserve-quota'>, state: QuotaState): Decision<QuotaEvent> {
  const open = [...state.reservations.values()].filter(({ reserved }) => reserved > 0n).length;
  if (open >= quotaLimits.reservations) return refuse('QUOTA_LIMIT', { what: 'reservations', limit: quotaLimits.reservations });
  const data = { ...ledger, amount, pool, reservation, purpose, on: today, ...(agreement === undefined ? {} : { agreement }) };
  return short(state, ledger, pool, 'available', amount) ?? [{ type: 'QuotaReserved', data }];
}

function send(command: Of<'send-quota'>, state: QuotaState): Decision<QuotaEvent> {
  const { ledger, amount, pool, transfer, to, agreement, returns, words, today } = command;
  if (to === ledger.zone) return refuse('QUOTA_TO_ONESELF', { zone: to });
  const open = [...state.transfers.values()].filter(({ phase }) => phase === 'sent').length;
  if (open >= quotaLimits.transfers) return refuse('QUOTA_LIMIT', { what: 'transfers', limit: quotaLimits.transfers });
  if (returns !== undefined) {
    const origin = state.transfers.get(returns);
    if (origin?.phase !== 'accepted' || origin.partner !== to || origin.pool !== pool) return refuse('QUOTA_TRANSFER_UNKNOWN', { transfer: returns });
    const left = origin.amount - origin.givenBack;
    if (BigInt(amount) > left) return refuse('QUOTA_EXCEEDED', figures(ledger, pool, 'received', left, amount));
  }
  const data = {
    ...ledger,
    amount,
    pool,
    transfer,
    to,
    words,
    on: today,
    ...(agreement === undefined ? {} : { agreement }),
    ...(returns === undefined ? {} : { returns }),
  };
  return short(state, ledger, pool, 'available', amount) ?? [{ type: 'QuotaTransferDispatched', data }];
}

/** More than there is: refused with the figures, in the smallest part of the unit. */
function short({ pools }: QuotaState, ledger: LedgerId, pool: Pool, account: Account, amount: string): No | undefined {
  const there = pools[pool][account];
  return BigInt(amount) > there ? refuse('QUOTA_EXCEEDED', figures(ledger, pool, account, there, amount)) : undefined;
}

function figures({ resource }: LedgerId, pool: Pool, account: string, there: bigint, asked: string) {
  return { account, pool, there: there.toString(), asked, missing: (BigInt(asked) - there).toString(), unit: resourceUnits[resource] };
}

function late(on: string, today: string): No | undefined {
  return on > today ? refuse('QUOTA_NOT_YET', { on, today }) : undefined;
}

function reservationIn({ id, reservations }: QuotaState, reservation: CommandId, part: 'reserved' | 'used', amount: string): Reservation | No {
  const found = reservations.get(reservation);
  if (!found || !id) return refuse('QUOTA_RESERVATION_UNKNOWN', { reservation });
  return BigInt(amount) > found[part] ? refuse('QUOTA_EXCEEDED', figures(id, found.pool, part, found[part], amount)) : found;
}

function waiting({ transfers }: QuotaState, transfer: CommandId): Transfer | No {
  const found = transfers.get(transfer);
  if (found?.direction !== 'in') return refuse('QUOTA_TRANSFER_UNKNOWN', { transfer });
  return found.phase === 'arrived' ? found : refuse('QUOTA_TRANSFER_ANSWERED', { transfer, phase: found.phase });
}

function underWay({ transfers }: QuotaState, transfer: CommandId): Transfer | No {
  const found = transfers.get(transfer);
  if (found?.direction !== 'out') return refuse('QUOTA_TRANSFER_UNKNOWN', { transfer });
  return found.phase === 'sent' ? found : refuse('QUOTA_TRANSFER_ANSWERED', { transfer, phase: found.phase });
}

const across = (ledger: LedgerId, { transfer, pool, amount }: Transfer) => ({ ...ledger, transfer, pool, amount: amount.toString() });
