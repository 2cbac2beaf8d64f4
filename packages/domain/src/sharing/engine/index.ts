import type { SharingInput } from '../input.ts';
import type { EngineVersion, Evaluation, Statement } from '../statement.ts';
import type { Booking, Engine } from './interface.ts';
import { engine as v1 } from './v1/index.ts';

export type * from './interface.ts';

/** Every engine that was released, each for ever. A statement is verified by the one that it names. */
export const engines: Readonly<Record<EngineVersion, Engine>> = { 'sharing/1': v1 };

/** The one that new statements are made with. */
export const ENGINE: EngineVersion = 'sharing/1';

/** Entitlements of every period as known at an instant. Pure; see `Engine`. */
export function evaluate(input: SharingInput, version: EngineVersion = ENGINE): Evaluation {
  return engines[version].evaluate(input);
}

/** Statements of a period with the differences of earlier ones. Pure; see `Engine`. */
export function book(booking: Booking, version: EngineVersion = ENGINE): readonly Statement[] {
  return engines[version].book(booking);
}
