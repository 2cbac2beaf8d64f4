import type { QuotaState } from './state.ts';
import { type Pool, pool } from './words.ts';

/** What all ledgers of one year and resource hold together. */
export interface Together {
  /** By the authorities, what they took back taken off. */
  readonly allotted: bigint;
  /** Available, reserved or used somewhere. */
  readonly held: bigint;
  /** Sent and not yet accepted by the partner, nor back: read from both ledgers, since the answer travels too. */
  readonly inTransit: bigint;
}

/** Whatever happens, and wherever a process stopped: `allotted = held + inTransit`. */
export function together(ledgers: readonly QuotaState[]): Together {
  const accepted = new Set(
    ledgers.flatMap(({ transfers }) => [...transfers.values()].flatMap((one) => (one.phase === 'accepted' ? [one.transfer] : []))),
  );
  const underWay = ledgers.flatMap(({ transfers }) =>
    [...transfers.values()].filter(({ phase, transfer }) => phase === 'sent' && !accepted.has(transfer)),
  );
  const sum = (of: (state: QuotaState, which: Pool) => bigint) =>
    ledgers.reduce((all, state) => all + pool.options.reduce((both, which) => both + of(state, which), 0n), 0n);
  return {
    allotted: -sum(({ pools }, which) => pools[which].authority),
    held: sum(({ pools }, which) => pools[which].available + pools[which].reserved + pools[which].used),
    inTransit: underWay.reduce((all, { amount }) => all + amount, 0n),
  };
}
