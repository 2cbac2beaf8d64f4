import { attachment, cooperationMode, purpose } from '@lianyu/domain/agreements';
import { z } from 'zod';
import type { Parties } from '../../sharing/form/rough.ts';
import { keptSharing } from './older-sharing.ts';

/**
 * A draft while it is written: fields as they were typed, empty ones too. It becomes the content of a proposal only when it
 * is complete. Parties have keys of their own, so that shares can be typed before an organisation is chosen.
 */
const text = z.strictObject({ zh: z.string(), en: z.string() });

const draftParty = z.strictObject({
  key: z.string(),
  organisation: z.string(),
  side: z.enum(['origin', 'destination', 'participant']),
  optional: z.boolean().optional(),
  /** The legal name as it stands in the text that is answered; of a new text it is today's. */
  name: text.optional(),
});
export type DraftParty = z.infer<typeof draftParty>;

const draftClause = z.strictObject({
  id: z.string(),
  heading: text,
  text,
  sharing: keptSharing.optional(),
  /** The template that the sharing term was begun with, for whoever writes on. */
  template: z.string().max(80).optional(),
});
export type DraftClause = z.infer<typeof draftClause>;

export const draftModel = z.strictObject({
  title: text,
  mode: cooperationMode,
  parties: z.array(draftParty),
  clauses: z.array(draftClause),
  effect: z.strictObject({ kind: z.enum(['on-conclusion', 'on-date', 'on-condition']), date: z.string(), condition: text.optional() }),
  until: z.string(),
  /** Days as typed; empty for a way out that is not agreed on. */
  exit: z.strictObject({ cureDays: z.string(), noticeDays: z.string() }).optional(),
  /** What it is to do to another agreement. */
  purpose: purpose.optional(),
  /** Kept files; their names may still be empty. */
  attachments: z.array(attachment.extend({ name: z.string() })).optional(),
  /** It is the transcription of a paper; of one that is registered, the correction of it. */
  paper: z.strictObject({ registration: z.string().optional() }).optional(),
  /** Of a counter-proposal: the proposal that its writer has last looked at. */
  answers: z.strictObject({ digest: z.string(), number: z.number() }).optional(),
});
export type Draft = z.infer<typeof draftModel>;

/** Who stands behind the keys. */
export function partiesOf(parties: readonly Pick<DraftParty, 'key' | 'organisation'>[]): Parties {
  return {
    keys: parties.map(({ key }) => key),
    organisationOf: (key) => parties.find((party) => party.key === key)?.organisation || undefined,
    keyOf: (organisation) => parties.find((party) => party.organisation === organisation)?.key,
  };
}
