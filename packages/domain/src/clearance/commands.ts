import type { Digest, MemberId, NegotiationId, OrganisationId, Person } from '../kernel/index.ts';
import type { ClearanceStep, StepRecord } from './events.ts';

interface Given {
  readonly actor: Person;
  /** The digest of the text that the person was looking at. */
  readonly basis: Digest;
}

/** Commands on `clearance-<negotiation>-<party>`; opening and voiding are carried over by a process. */
export type ClearanceCommand =
  | {
      readonly type: 'open-clearance';
      readonly negotiation: NegotiationId;
      readonly party: OrganisationId;
      readonly digest: Digest;
      readonly draftedBy: readonly MemberId[];
    }
  /** Of the procedure on this text alone: seen again later, it must not touch the procedure on a newer one. */
  | { readonly type: 'void-clearance'; readonly digest: Digest; readonly because: 'text-changed' | 'negotiation-ended' }
  | (Given & { readonly type: 'pass-clearance-step'; readonly record: StepRecord; readonly recordDigest: Digest })
  | (Given & { readonly type: 'return-clearance'; readonly step: ClearanceStep; readonly reason: string })
  | (Given & { readonly type: 'withdraw-clearance'; readonly reason: string });
