import type { Scan } from '../agreements/index.ts';
import type { CalendarDate, CommandId, Digest, NegotiationId, OrganisationId, Person } from '../kernel/index.ts';
import type { Imported, Transcribed } from './events.ts';

interface Given {
  readonly actor: Person;
  /** The transcription that the person was looking at. */
  readonly basis: Digest;
}

/** What is registered, by whom, and whether from what anybody can read. */
export interface Registering {
  readonly registration: NegotiationId;
  readonly registrar: OrganisationId;
  readonly published: boolean;
  readonly transcribed: Transcribed;
  readonly imported?: Imported | undefined;
}

/** Commands on `registration-<id>`. */
export type RegistrationCommand =
  | ({ readonly type: 'register-paper'; readonly today: CalendarDate } & Registering)
  | (Given & { readonly type: 'correct-transcription'; readonly transcribed: Transcribed; readonly reason: string; readonly today: CalendarDate })
  | (Given & { readonly type: 'attach-scan'; readonly scan: Scan; readonly transcription: Digest })
  | (Given & { readonly type: 'confirm-transcription' })
  | (Given & { readonly type: 'object-to-transcription'; readonly reason: string })
  | (Given & { readonly type: 'withdraw-registration'; readonly reason: string });

/** The one command on `intake-<command>`. */
export interface IntakeCommand {
  readonly type: 'import-papers';
  readonly intake: CommandId;
  readonly papers: readonly (Registering & { readonly imported: Imported })[];
  readonly today: CalendarDate;
}
