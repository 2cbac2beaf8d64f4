import { z } from 'zod';
import { agreementContent, paper, party, renderedText, scan } from '../agreements/index.ts';
import { commandId, type DomainEvent, digest, negotiationId, organisationId } from '../kernel/index.ts';

/**
 * A paper stands for itself: what changes or ends another agreement is agreed here, once that one is registered. Its
 * attachments are in its scan.
 */
export const transcribedContent = agreementContent.omit({ purpose: true, attachments: true }).extend({
  parties: z
    .array(party.omit({ optional: true }))
    .min(2)
    .max(10),
});

/** What was read off the paper, as data and as the text that follows from it, with what is known of the paper itself. */
export const transcribed = z.strictObject({
  content: transcribedContent,
  text: renderedText,
  renderer: z.string().max(40),
  /** Over content, text and renderer, as of a proposal (PF-2). */
  digest,
  paper,
  scan: scan.optional(),
  /** Over all of that: what a party confirms. */
  transcription: digest,
});
export type Transcribed = z.infer<typeof transcribed>;

/** The row of an imported file: the file by its hash, and the line as it counts. */
export const imported = z.strictObject({ document: scan, line: z.number().int().min(1).max(100_000) });
export type Imported = z.infer<typeof imported>;

const reason = z.string().trim().min(1).max(2000);
const onRegistration = { registration: negotiationId, transcription: digest };

/**
 * The events of `registration-<id>`: what the parties and who registers may read; of a published paper everybody, since it was
 * taken from what anybody can read.
 */
export const registrationEvents = {
  PaperRegistered: z.strictObject({
    registration: negotiationId,
    registrar: organisationId,
    /** Registered by the coordination office from what is public. */
    published: z.boolean(),
    ...transcribed.shape,
    imported: imported.optional(),
  }),
  /** Another transcription: who had confirmed the one before has confirmed nothing. */
  TranscriptionCorrected: z.strictObject({ registration: negotiationId, replaces: digest, ...transcribed.shape, reason }),
  /** The paper beside it: also a transcription that nobody has confirmed yet. */
  ScanAttached: z.strictObject({ ...onRegistration, replaces: digest, by: organisationId, scan }),
  TranscriptionConfirmed: z.strictObject({ ...onRegistration, party: organisationId }),
  /** Takes back the party's own confirmation, until it confirms. */
  ObjectionRaised: z.strictObject({ ...onRegistration, party: organisationId, reason }),
  RegistrationWithdrawn: z.strictObject({ registration: negotiationId, reason }),
  /** Every party has confirmed this transcription, and the paper is beside it. */
  RegistrationCompleted: z.strictObject(onRegistration),
};

/** The events of `intake-<command>`: the rows of one import, appended together or not at all. */
export const intakeEvents = {
  PaperImported: z.strictObject({
    intake: commandId,
    registration: negotiationId,
    registrar: organisationId,
    published: z.boolean(),
    ...transcribed.shape,
    imported,
  }),
};

type Schemas = typeof registrationEvents;
export type RegistrationEvent = { [Type in keyof Schemas]: DomainEvent<Type, z.infer<Schemas[Type]>> }[keyof Schemas];
export type IntakeEvent = DomainEvent<'PaperImported', z.infer<(typeof intakeEvents)['PaperImported']>>;
