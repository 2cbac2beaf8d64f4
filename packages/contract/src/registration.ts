import { paper, scan } from '@lianyu/domain/agreements';
import { digest, negotiationId } from '@lianyu/domain/kernel';
import { transcribedContent } from '@lianyu/domain/registration';
import { z } from 'zod';
import { importedFile } from './imported-file.ts';

const reason = z.string().trim().min(1).max(2000);
/** `basis` is the transcription on the screen: of content, paper and scan. */
const onRegistration = { registration: negotiationId, basis: digest };
/** The kept draft that it was, cleared away when it is recorded. */
const draft = z.string().max(64).optional();

/** Commands about agreements that exist on paper (补录). A scan is named by the hash that `POST /api/files` answered. */
export const registrationCommands = {
  'register-paper': z.strictObject({ content: transcribedContent, paper, scan: scan.optional(), draft }),
  /** All rows of a file that are not left out, each as a registration of its own: all or none. */
  'import-papers': importedFile,
  'correct-transcription': z.strictObject({ ...onRegistration, content: transcribedContent, paper, reason, draft }),
  'attach-scan': z.strictObject({ ...onRegistration, scan }),
  'confirm-transcription': z.strictObject(onRegistration),
  'object-to-transcription': z.strictObject({ ...onRegistration, reason }),
  'withdraw-registration': z.strictObject({ ...onRegistration, reason }),
} as const;

const line = z.number().int().min(1).max(100_000);

/** What a column of a file of paper agreements may hold. */
export const paperField = z.enum([
  'title',
  'titleEn',
  'mode',
  'origin',
  'destination',
  'participants',
  'signedOn',
  'effectiveOn',
  'until',
  'documentNumber',
  'summary',
  'sharing',
  'citation',
  'verification',
  'note',
]);

/** Why a cell does not say what its column asks for. */
export const paperProblem = z.enum([
  'missing',
  'unreadable', // {why}
  'too-long', // {limit}
  'date-malformed',
  'choice-unknown', // {choices}
  'organisation-unknown', // {name}
  'organisation-ambiguous', // {name, organisations}
  'party-twice', // {name}
]);

/** What would happen to one row. `title` and `parties` as far as they could be read. */
export const paperFate = z.discriminatedUnion('fate', [
  z.strictObject({ line, fate: z.literal('accepted'), title: z.string(), parties: z.array(z.string()), signedOn: z.string() }),
  z.strictObject({
    line,
    fate: z.literal('refused'),
    title: z.string(),
    problems: z.array(z.strictObject({ field: paperField, problem: paperProblem, data: z.record(z.string(), z.unknown()).optional() })),
  }),
  /** By the rules of registering: a day to come, whoever imports is no party of it. */
  z.strictObject({
    line,
    fate: z.literal('against-rules'),
    title: z.string(),
    refusal: z.strictObject({ code: z.string(), data: z.record(z.string(), z.unknown()) }),
  }),
  /** Says the same paper as an earlier row, or as one that is registered. */
  z.strictObject({
    line,
    fate: z.literal('duplicate'),
    title: z.string(),
    of: z.union([z.strictObject({ line }), z.strictObject({ registration: negotiationId })]),
  }),
  z.strictObject({ line, fate: z.literal('skipped'), title: z.string() }),
]);
export type PaperFate = z.infer<typeof paperFate>;

/**
 * POST /api/registrations/dry-run with an `importedFile`: what `import-papers` with the same file would do, row by row. Records
 * nothing. `complete`: every row is accepted or left out, and the command would take it.
 */
export const paperDryRun = z.strictObject({
  header: z.strictObject({
    line,
    columns: z.array(z.strictObject({ field: paperField, header: z.string() })),
    /** Headers that are not understood; their columns are not read. */
    ignored: z.array(z.string()),
  }),
  rows: z.array(paperFate),
  counts: z.record(z.enum(['accepted', 'refused', 'against-rules', 'duplicate', 'skipped']), z.number().int()),
  complete: z.boolean(),
});
export type PaperDryRun = z.infer<typeof paperDryRun>;
