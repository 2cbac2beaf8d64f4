import { type Decider, refuse } from '../kernel/index.ts';
import type { ReservationEvent } from './events.ts';

export interface Reserve {
  readonly type: 'reserve';
  readonly what: string;
  readonly value: string;
  readonly holder: string;
}

/** Who holds the value, once somebody does. */
export interface Reservation {
  readonly holder: string | undefined;
}

/** Uniqueness across streams: the first one gets it, for good (EV-7). */
export const reservationDecider: Decider<Reserve, Reservation, ReservationEvent> = {
  initial: { holder: undefined },
  decide({ what, value, holder }, state) {
    if (state.holder !== undefined) return refuse('VALUE_RESERVED', { what, value });
    return [{ type: 'ValueReserved', data: { what, value, holder } }];
  },
  evolve(_state, { event }) {
    return { holder: event.data.holder };
  },
};
