import type { Document } from '../projection.ts';
import { attachmentReferences } from './attachments.ts';
import { negotiated } from './documents.ts';
import { registered } from './registered.ts';
import type { AgreementsState } from './state.ts';

/** The documents of an agreement on whichever way it came. */
export function documents(state: AgreementsState, key: string): readonly Document[] {
  const own = state.registration.phase === 'none' ? negotiated(state, key) : registered(state, key);
  const files = attachmentReferences(state, key);
  return files.length === 0 ? own : [...own, ...files];
}
