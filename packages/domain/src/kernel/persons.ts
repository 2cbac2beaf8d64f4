import type { Actor, Person } from './envelope.ts';
import type { MemberId } from './ids.ts';

/** The natural persons behind an act: who acts, and the principal on whose behalf. Separation of duties counts both (AZ-3). */
export function personsBehind({ member, onBehalfOf }: Pick<Person, 'member' | 'onBehalfOf'>): readonly MemberId[] {
  return onBehalfOf === undefined ? [member] : [member, onBehalfOf];
}

/** Who acted, as states keep it: a process has no member, and only a delegate a principal. */
export function whoActed(actor: Actor): { readonly member: MemberId | undefined; readonly onBehalfOf?: MemberId } {
  if (actor.kind !== 'person') return { member: undefined };
  return { member: actor.member, ...(actor.onBehalfOf === undefined ? {} : { onBehalfOf: actor.onBehalfOf }) };
}
