import type { CommandId, NegotiationId, OrganisationId, Recorded } from '../kernel/index.ts';
import type { QuotaEvent } from './events.ts';
import type { LedgerId, Pool } from './words.ts';

/** The accounts of one pool. `authority` and `partners` stand outside: what came from there is negative, so that all sum to zero. */
export interface Accounts {
  readonly authority: bigint;
  readonly available: bigint;
  readonly reserved: bigint;
  readonly used: bigint;
  readonly inTransit: bigint;
  readonly partners: bigint;
}
export type Account = keyof Accounts;
/** What the zone itself holds: never negative. */
export const held = ['available', 'reserved', 'used', 'inTransit'] as const satisfies readonly Account[];

export interface Reservation {
  readonly reservation: CommandId;
  readonly pool: Pool;
  readonly purpose: string;
  readonly agreement: NegotiationId | undefined;
  readonly reserved: bigint;
  readonly used: bigint;
}

export interface Transfer {
  readonly transfer: CommandId;
  readonly direction: 'out' | 'in';
  readonly partner: OrganisationId;
  readonly pool: Pool;
  readonly amount: bigint;
  readonly agreement: NegotiationId | undefined;
  readonly returns: CommandId | undefined;
  readonly words: string;
  /** Out: sent, then completed or returned. In: arrived, then accepted or declined. */
  readonly phase: 'sent' | 'completed' | 'returned' | 'arrived' | 'accepted' | 'declined';
  /** Of an accepted one: what has been given back of it, or is on its way back. */
  readonly givenBack: bigint;
}

export interface QuotaState {
  readonly id: LedgerId | undefined;
  readonly pools: Readonly<Record<Pool, Accounts>>;
  readonly reservations: ReadonlyMap<CommandId, Reservation>;
  readonly transfers: ReadonlyMap<CommandId, Transfer>;
  readonly entries: number;
}

const empty: Accounts = { authority: 0n, available: 0n, reserved: 0n, used: 0n, inTransit: 0n, partners: 0n };
export const noQuota: QuotaState = {
  id: undefined,
  pools: { ordinary: empty, listed: empty },
  reservations: new Map(),
  transfers: new Map(),
  entries: 0,
};

/** From which account to which an event moves its amount; nothing for one that moves none. */
export function postingOf({ type }: Pick<QuotaEvent, 'type'>): readonly [from: Account, to: Account] | undefined {
  switch (type) {
    case 'QuotaAllotted':
      return ['authority', 'available'];
    case 'QuotaReclaimed':
      return ['available', 'authority'];
    case 'QuotaReserved':
      return ['available', 'reserved'];
    case 'QuotaReservationReleased':
      return ['reserved', 'available'];
    case 'QuotaUsed':
      return ['reserved', 'used'];
    case 'QuotaUseReturned':
      return ['used', 'available'];
    case 'QuotaTransferDispatched':
      return ['available', 'inTransit'];
    case 'QuotaTransferAccepted':
      return ['partners', 'available'];
    case 'QuotaTransferCompleted':
      return ['inTransit', 'partners'];
    case 'QuotaTransferReturned':
      return ['inTransit', 'available'];
    case 'QuotaTransferArrived':
    case 'QuotaTransferDeclined':
      return undefined;
  }
}

export function evolve(state: QuotaState, { event }: Recorded<QuotaEvent>): QuotaState {
  const { zone, year, resource, amount } = event.data;
  const posted = { ...state, id: { zone, year, resource }, pools: posting(state.pools, event), entries: state.entries + 1 };
  const moved = BigInt(amount);
  switch (event.type) {
    case 'QuotaAllotted':
    case 'QuotaReclaimed':
      return posted;
    case 'QuotaReserved': {
      const { reservation, pool, purpose, agreement } = event.data;
      return { ...posted, reservations: put(state.reservations, reservation, { reservation, pool, purpose, agreement, reserved: moved, used: 0n }) };
    }
    case 'QuotaReservationReleased':
      return { ...posted, reservations: changed(state, event.data.reservation, ({ reserved }) => ({ reserved: reserved - moved })) };
    case 'QuotaUsed':
      return {
        ...posted,
        reservations: changed(state, event.data.reservation, (one) => ({ reserved: one.reserved - moved, used: one.used + moved })),
      };
    case 'QuotaUseReturned':
      return { ...posted, reservations: changed(state, event.data.reservation, ({ used }) => ({ used: used - moved })) };
    case 'QuotaTransferDispatched': {
      const { transfer, to: partner, pool, agreement, returns, words } = event.data;
      const begun =
        returns === undefined ? state : { transfers: withTransfer(state, returns, ({ givenBack }) => ({ givenBack: givenBack + moved })) };
      const sent: Transfer = { transfer, direction: 'out', partner, pool, amount: moved, agreement, returns, words, phase: 'sent', givenBack: 0n };
      return { ...posted, transfers: put(begun.transfers, transfer, sent) };
    }
    case 'QuotaTransferArrived': {
      const { transfer, from: partner, pool, agreement, returns, words } = event.data;
      const come: Transfer = { transfer, direction: 'in', partner, pool, amount: moved, agreement, returns, words, phase: 'arrived', givenBack: 0n };
      return { ...posted, transfers: put(state.transfers, transfer, come) };
    }
    case 'QuotaTransferAccepted':
      return { ...posted, transfers: withTransfer(state, event.data.transfer, () => ({ phase: 'accepted' })) };
    case 'QuotaTransferDeclined':
      return { ...posted, transfers: withTransfer(state, event.data.transfer, () => ({ phase: 'declined' })) };
    case 'QuotaTransferCompleted':
      return { ...posted, transfers: withTransfer(state, event.data.transfer, () => ({ phase: 'completed' })) };
    case 'QuotaTransferReturned': {
      const transfers = withTransfer(state, event.data.transfer, () => ({ phase: 'returned' }));
      const returns = state.transfers.get(event.data.transfer)?.returns;
      // What was to be given back has come back: it may be given back again.
      return {
        ...posted,
        transfers: returns === undefined ? transfers : withTransfer({ transfers }, returns, ({ givenBack }) => ({ givenBack: givenBack - moved })),
      };
    }
  }
}

function posting(pools: QuotaState['pools'], event: QuotaEvent): QuotaState['pools'] {
  const accounts = postingOf(event);
  if (!accounts) return pools;
  const [from, to] = accounts;
  const { pool, amount } = event.data;
  const before = pools[pool];
  const moved = BigInt(amount);
  return { ...pools, [pool]: { ...before, [from]: before[from] - moved, [to]: before[to] + moved } };
}

const put = <Entry>(map: ReadonlyMap<CommandId, Entry>, id: CommandId, entry: Entry): ReadonlyMap<CommandId, Entry> => new Map(map).set(id, entry);

function changed({ reservations }: QuotaState, id: CommandId, change: (before: Reservation) => Partial<Reservation>): QuotaState['reservations'] {
  const before = reservations.get(id);
  return before ? put(reservations, id, { ...before, ...change(before) }) : reservations;
}

function withTransfer(
  { transfers }: Pick<QuotaState, 'transfers'>,
  id: CommandId,
  change: (before: Transfer) => Partial<Transfer>,
): QuotaState['transfers'] {
  const before = transfers.get(id);
  return before ? put(transfers, id, { ...before, ...change(before) }) : transfers;
}
