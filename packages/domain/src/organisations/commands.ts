import type { CalendarDate, CommandId, MemberId, OrganisationId, Person } from '../kernel/index.ts';
import type { AuthorityBasis, AuthorityDocument, DelegableRole, DelegationScope } from './authority.ts';
import type { OrganisationProfile } from './events.ts';
import type { Role } from './role.ts';

interface Given {
  readonly actor: Person;
  readonly today: CalendarDate;
}

interface Stated {
  readonly profile: OrganisationProfile;
  /** Whether whoever says so may say that it is verified. */
  readonly verifies: boolean;
  /** Whether a 统一社会信用代码 is taken although its check character does not fit. */
  readonly codeOverridden: boolean;
}

/** Commands on `organisation-<id>`. Whether the actor may give them at all is the policies' to say. */
export type OrganisationCommand =
  /** Given by the composition root, once, on an installation without any organisation. */
  | {
      readonly type: 'found-installation';
      readonly organisation: OrganisationId;
      readonly profile: OrganisationProfile;
      readonly administrators: readonly MemberId[];
      readonly today: CalendarDate;
    }
  | (Given & { readonly type: 'register-organisation'; readonly organisation: OrganisationId } & Stated)
  | (Given & { readonly type: 'correct-organisation'; readonly reason: string } & Stated)
  | (Given & { readonly type: 'verify-organisation'; readonly source: string })
  | (Given & { readonly type: 'admit-member'; readonly member: MemberId })
  | (Given & {
      readonly type: 'request-role-grant';
      readonly request: CommandId;
      readonly member: MemberId;
      readonly role: Role;
      readonly from: CalendarDate;
      readonly until?: CalendarDate | undefined;
    })
  | (Given & { readonly type: 'approve-role-grant'; readonly request: CommandId })
  | (Given & { readonly type: 'reject-role-grant'; readonly request: CommandId; readonly reason: string })
  | (Given & { readonly type: 'revoke-role'; readonly member: MemberId; readonly role: Role; readonly reason: string })
  /** By the office holder, whose role it is. */
  | (Given & {
      readonly type: 'request-delegation';
      readonly delegation: CommandId;
      readonly delegate: MemberId;
      readonly role: DelegableRole;
      readonly from: CalendarDate;
      readonly until: CalendarDate;
      readonly scope: DelegationScope;
      readonly document: AuthorityDocument;
    })
  | (Given & { readonly type: 'approve-delegation'; readonly delegation: CommandId })
  | (Given & { readonly type: 'reject-delegation'; readonly delegation: CommandId; readonly reason: string })
  /** By an administrator. */
  | (Given & { readonly type: 'revoke-delegation'; readonly delegation: CommandId; readonly reason: string })
  /** By the office holder. */
  | (Given & { readonly type: 'withdraw-delegation'; readonly delegation: CommandId; readonly reason: string })
  | (Given & {
      readonly type: 'record-signing-authority';
      readonly authority: CommandId;
      readonly member: MemberId;
      readonly basis: AuthorityBasis;
      readonly document: AuthorityDocument;
    })
  | (Given & { readonly type: 'withdraw-signing-authority'; readonly authority: CommandId; readonly reason: string })
  /** By the organisation that sends. */
  | (Given & {
      readonly type: 'request-secondment';
      readonly secondment: CommandId;
      readonly member: MemberId;
      readonly host: OrganisationId;
      readonly from: CalendarDate;
      readonly until: CalendarDate;
      readonly document: AuthorityDocument;
    })
  /** By the organisation that receives. */
  | (Given & { readonly type: 'accept-secondment'; readonly secondment: CommandId })
  | (Given & { readonly type: 'reject-secondment'; readonly secondment: CommandId; readonly reason: string })
  | (Given & { readonly type: 'end-secondment'; readonly secondment: CommandId; readonly reason: string })
  /** To the organisation that receives, by a process. */
  | {
      readonly type: 'receive-secondee';
      readonly secondment: CommandId;
      readonly member: MemberId;
      readonly home: OrganisationId;
      readonly from: CalendarDate;
      readonly until: CalendarDate;
    }
  | { readonly type: 'release-secondee'; readonly secondment: CommandId }
  | (Given & { readonly type: 'enrol-seal-key'; readonly key: string });
