import type { Document } from '../projection.ts';
import { attachmentReferences } from './attachments.ts';
import { audienceOf, negotiated } from './documents.ts';
import { registered } from './registered.ts';
import type { AgreementsState } from './state.ts';

/** The documents of an agreement on whichever way it came. */
export function documents(state: AgreementsState, key: string): readonly Document[] {
  if (state.left.size === 0) return ofReaders(state, key);
  // Each that has left has its own, as it stood then.
  const left = [...state.left].flatMap(([party, then]) => ofReaders(then, key).filter(({ audience }) => audience === audienceOf(party)));
  return [...ofReaders(state, key), ...left];
}

function ofReaders(state: AgreementsState, key: string): readonly Document[] {
  const own = state.registration.phase === 'none' ? negotiated(state, key) : registered(state, key);
  const files = attachmentReferences(state, key);
  return files.length === 0 ? own : [...own, ...files];
}
