import type { Person } from './envelope.ts';
import type { MemberId } from './ids.ts';

/** The natural persons behind an act: who acts, and the principal on whose behalf. Separation of duties counts both (AZ-3). */
export function personsBehind({ member, onBehalfOf }: Pick<Person, 'member' | 'onBehalfOf'>): readonly MemberId[] {
  return onBehalfOf === undefined ? [member] : [member, onBehalfOf];
}
