import { z } from 'zod';
import type { DomainEvent } from '../kernel/index.ts';

/** The one event of `reservation-<what>-<value>`: the value is taken, by whom (EV-7). */
export const reservationEvents = {
  ValueReserved: z.strictObject({ what: z.string().max(40), value: z.string().max(120), holder: z.string().max(120) }),
};

type Schemas = typeof reservationEvents;
export type ReservationEvent = { [Type in keyof Schemas]: DomainEvent<Type, z.infer<Schemas[Type]>> }[keyof Schemas];
