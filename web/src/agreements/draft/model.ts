import { cooperationMode, purpose } from '@lianyu/domain/agreements';
import { sharingTerm } from '@lianyu/domain/sharing';
import { z } from 'zod';

/**
 * A draft while it is written: fields as they were typed, empty ones too. It becomes the content of a proposal only when it
 * is complete. Parties have keys of their own, so that shares can be typed before an organisation is chosen.
 */
const text = z.strictObject({ zh: z.string(), en: z.string() });

const draftParty = z.strictObject({
  key: z.string(),
  organisation: z.string(),
  side: z.enum(['origin', 'destination', 'participant']),
  /** The legal name as it stands in the text that is answered; of a new text it is today's. */
  name: text.optional(),
});
export type DraftParty = z.infer<typeof draftParty>;

const draftSharing = z.strictObject({
  taxes: z.array(z.strictObject({ tax: z.string(), level: z.string() })),
  start: z.strictObject({ kind: z.enum(['date', 'milestone']), date: z.string(), milestone: z.string() }),
  years: z.enum(['calendar', 'anniversary']),
  bands: z.array(z.strictObject({ key: z.string(), fromYear: z.string(), toYear: z.string(), shares: z.record(z.string(), z.string()) })),
  level: z.enum(['total', 'per-tax']),
  negative: z.enum(['mirror', 'carry-forward']),
  /** Keys of parties, first in line for an odd fen first. */
  ties: z.array(z.string()),
});
export type DraftSharing = z.infer<typeof draftSharing>;
export type DraftBand = DraftSharing['bands'][number];

const draftClause = z.strictObject({
  id: z.string(),
  heading: text,
  text,
  sharing: draftSharing.optional(),
  /** Terms that this form cannot write yet: kept as they stand in the text that is answered. */
  term: sharingTerm.optional(),
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
  /** Of a counter-proposal: the proposal that its writer has last looked at. */
  answers: z.strictObject({ digest: z.string(), number: z.number() }).optional(),
});
export type Draft = z.infer<typeof draftModel>;

/** The parties in the order in which they come for an odd fen: as ranked, and those not ranked yet behind. */
export function tiesAmong({ ties }: Pick<DraftSharing, 'ties'>, parties: readonly DraftParty[]): readonly string[] {
  const keys = parties.map(({ key }) => key);
  return [...ties.filter((key) => keys.includes(key)), ...keys.filter((key) => !ties.includes(key))];
}
