import { eventId, eventMetadata, type Recorded } from '../kernel/index.ts';
import { type AnyEvent, type EventType, isEventType, schemaOf, versionOf } from './registry.ts';

/** An event as a store gives it back. */
export interface Stored {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
}

/** What stands in the log cannot be read: it is from a newer version, or it was altered. */
export class UnreadableEventError extends Error {
  readonly data: { readonly stream: string; readonly revision: string; readonly type: string; readonly problem: string };
  constructor(stored: Stored, problem: string) {
    super(`${stored.stream}@${stored.revision} ${stored.type}: ${problem}`);
    this.name = 'UnreadableEventError';
    this.data = { stream: stored.stream, revision: stored.revision.toString(), type: stored.type, problem };
  }
}

/** Brings data of an older version to the next one (EV-6); applied until the newest is reached. Keyed `Type@version`. */
const upcasters: Readonly<Record<string, (data: unknown) => unknown>> = {
  // Version 2 allows more in the content (force on a condition, what it is about); what version 1 said is said the same way.
  'ProposalTabled@1': (data) => data,
  'ProposalCountered@1': (data) => data,
  'AgreementConcluded@1': (data) => data,
  // Version 3 allows more kinds of sharing terms.
  'ProposalTabled@2': (data) => data,
  'ProposalCountered@2': (data) => data,
  'AgreementConcluded@2': (data) => data,
  'AmendmentConcluded@1': (data) => data,
  // A sharing term may say which template it was begun with; none that was written before does.
  'ProposalTabled@3': (data) => data,
  'ProposalCountered@3': (data) => data,
  'AgreementConcluded@3': (data) => data,
  'AmendmentConcluded@2': (data) => data,
  'AgreementRegistered@1': (data) => data,
  'PaperRegistered@1': (data) => data,
  'PaperImported@1': (data) => data,
  'TranscriptionCorrected@1': (data) => data,
  // Since then a signature may name the principal and the document of its authority; older ones name neither.
  'SignatureGiven@1': (data) => data,
  'SignatureGiven@2': (data) => data,
  'AgreementConcluded@5': (data) => data,
  'AgreementConcluded@4': (data) => data,
  // A content may have attachments; none that was written before has.
  'ProposalTabled@4': (data) => data,
  'ProposalCountered@4': (data) => data,
  'AgreementConcluded@6': (data) => data,
  'AmendmentConcluded@3': (data) => data,
  'AgreementRegistered@2': (data) => data,
  // None that was reported before came out of a project.
  'MilestoneReported@1': (data) => data,
  // A party may be optional; none that was written before is.
  'ProposalTabled@5': (data) => data,
  'ProposalCountered@5': (data) => data,
  'AgreementConcluded@7': (data) => data,
  'AmendmentConcluded@4': (data) => data,
  'AgreementRegistered@3': (data) => data,
  // Opened when there was the standard chain alone, which needs no saying.
  'ClearanceOpened@1': (data) => data,
  'ClearanceStepPassed@1': (data) => data,
  // Since then more may be said of an organisation.
  'OrganisationRegistered@1': (data) => data,
  'InstallationFounded@1': (data) => data,
  // Only more is possible since: roles that no older event could name.
  'RoleGrantRequested@1': (data) => data,
  'RoleGranted@1': (data) => data,
  'RoleRevoked@1': (data) => data,
};

/** Reads a stored event: metadata and data are parsed, older versions upcast. @throws UnreadableEventError */
export function recorded(stored: Stored): Recorded<AnyEvent> {
  if (!isEventType(stored.type)) throw new UnreadableEventError(stored, 'unknown type');
  const metadata = eventMetadata.safeParse(stored.metadata);
  if (!metadata.success) throw new UnreadableEventError(stored, `metadata: ${metadata.error.issues[0]?.path.join('.')}`);
  const data = schemaOf(stored.type).safeParse(upcast(stored, stored.type, metadata.data.schemaVersion));
  if (!data.success) throw new UnreadableEventError(stored, `data: ${data.error.issues[0]?.path.join('.')}`);
  return {
    id: eventId.parse(stored.id),
    stream: stored.stream,
    revision: stored.revision,
    // The registry ties the type to the schema that has just parsed the data.
    event: { type: stored.type, data: data.data } as AnyEvent,
    metadata: metadata.data,
  };
}

function upcast(stored: Stored, type: EventType, from: number): unknown {
  let data = stored.data;
  for (let version = from; version !== versionOf(type); version += 1) {
    const step = upcasters[`${type}@${version}`];
    if (!step) throw new UnreadableEventError(stored, `version ${from} cannot be read`);
    data = step(data);
  }
  return data;
}
