import type { AgreementContent } from '../agreements/content.ts';
import type { RenderedText } from '../agreements/text.ts';
import type { CalendarDate, Digest, NegotiationId, OrganisationId, Person } from '../kernel/index.ts';
import type { AuthorityDocument, Signatory } from '../organisations/authority.ts';
import type { SealSignature, SigningAct } from './events.ts';

/** What is proposed, rendered and digested by whoever gives the command: nothing is computed from it here (CM-1). */
export interface Proposed {
  readonly content: AgreementContent;
  readonly text: RenderedText;
  readonly renderer: string;
  readonly digest: Digest;
}

/** The last day that whoever proposes sets for the negotiation, and the day on which it is set. */
export interface Expiry {
  readonly on: CalendarDate;
  readonly today: CalendarDate;
}

interface Given {
  readonly actor: Person;
  /** The digest of the proposal that the person was looking at. */
  readonly basis: Digest;
}

/** Commands on `negotiation-<id>` by persons. The party is always the actor's organisation. */
export type NegotiationCommand =
  | {
      readonly type: 'table-proposal';
      readonly actor: Person;
      readonly negotiation: NegotiationId;
      readonly proposed: Proposed;
      readonly note: string;
      readonly expiry?: Expiry | undefined;
    }
  | (Given & { readonly type: 'counter-proposal'; readonly proposed: Proposed; readonly reason: string; readonly expiry?: Expiry | undefined })
  | (Given & { readonly type: 'confirm-text' })
  | (Given & { readonly type: 'decline-negotiation'; readonly reason: string })
  | (Given & { readonly type: 'withdraw-from-negotiation'; readonly reason: string })
  | (Given & {
      readonly type: 'give-signature';
      readonly name: string;
      readonly office: string;
      /** The principal of a delegate, by name. */
      readonly principal?: Signatory['onBehalfOf'];
      /** By which document it is theirs to sign today. */
      readonly authority?: AuthorityDocument | undefined;
      readonly act: SigningAct;
    })
  | (Given & { readonly type: 'affix-seal'; readonly signature: SealSignature })
  /** The passing of time (TM-3). */
  | { readonly type: 'lapse-negotiation'; readonly today: CalendarDate }
  /** From a party's own clearance, carried over by a process. */
  | {
      readonly type: 'record-party-cleared';
      readonly party: OrganisationId;
      readonly digest: Digest;
      readonly documentNumber: string;
      readonly recordDigest: Digest;
    }
  | { readonly type: 'record-clearance-withdrawn'; readonly party: OrganisationId; readonly digest: Digest };
