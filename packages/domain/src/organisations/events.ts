import { z } from 'zod';
import { calendarDate, commandId, type DomainEvent, memberId, organisationId } from '../kernel/index.ts';
import { authorityDocument, delegableRole, delegationScope, signingAuthority } from './authority.ts';
import { creditCode } from './credit-code.ts';
import { role } from './role.ts';

const name = z.strictObject({ zh: z.string().trim().min(1).max(120), en: z.string().trim().min(1).max(200) });

export const organisationKind = z.enum([
  'zone', // 开发区管理委员会
  'department', // 主管部门
  'government', // 人民政府
  'finance', // 财政部门
  'tax', // 税务机关
  'statistics', // 统计机构
  'supervision', // 纪检监察机关
  'coordination-office', // 协调办公室
  'audit', // 审计机关
  'company',
  'institute',
  'park-operator', // 园区运营机构
]);
export type OrganisationKind = z.infer<typeof organisationKind>;

export const profile = z.strictObject({
  kind: organisationKind,
  /** The legal name, as it stands in agreements. */
  name,
  shortName: name,
  level: z.enum(['national', 'region', 'city', 'county']),
  /** GB/T 2260 or, for zones, the statistical code of the National Bureau of Statistics. */
  regionCode: z.string().regex(/^\d{6}$/),
  /** The organisation above it. */
  superior: organisationId.optional(),
  creditCode: creditCode.optional(),
  /** By which it was set up, or may act (设立批文、授权文件). */
  documents: z.array(authorityDocument).max(10).optional(),
  /** Where the facts about it were read, and whether they were checked there. */
  source: z.string().trim().max(200),
  verified: z.boolean(),
});
export type OrganisationProfile = z.infer<typeof profile>;

const reason = z.string().trim().min(1).max(500);
const grant = { member: memberId, role, from: calendarDate, until: calendarDate.optional() };

/** Names both, so that whose access it changes is known from the event alone. */
const onDelegation = { organisation: organisationId, delegation: commandId, principal: memberId, delegate: memberId };

/** `organisation` sends, `host` receives. */
const onSecondment = { organisation: organisationId, secondment: commandId, member: memberId, host: organisationId };

/** The events of `organisation-<id>`. Persons are ids here: their names and numbers stay in the vault (EV-5). */
export const organisationEvents = {
  /** The installation begins: its operator and two administrators who were named by nobody inside it. */
  InstallationFounded: z.strictObject({ organisation: organisationId, profile, administrators: z.array(memberId).length(2), from: calendarDate }),
  OrganisationRegistered: z.strictObject({ organisation: organisationId, profile }),
  /** What was said of it is righted, or has changed. */
  OrganisationCorrected: z.strictObject({ organisation: organisationId, profile, reason }),
  /** Somebody has read it in this source. */
  OrganisationVerified: z.strictObject({ organisation: organisationId, source: z.string().trim().min(1).max(200) }),
  MemberAdmitted: z.strictObject({ organisation: organisationId, member: memberId }),
  RoleGrantRequested: z.strictObject({ organisation: organisationId, request: commandId, requestedBy: memberId, ...grant }),
  RoleGranted: z.strictObject({ organisation: organisationId, request: commandId, requestedBy: memberId, approvedBy: memberId, ...grant }),
  RoleGrantRejected: z.strictObject({
    organisation: organisationId,
    request: commandId,
    rejectedBy: memberId,
    reason,
  }),
  RoleRevoked: z.strictObject({ organisation: organisationId, member: memberId, role, reason }),
  /** An office holder lets somebody else act in a role for some days (委托); it holds once an administrator has approved it. */
  DelegationRequested: z.strictObject({
    organisation: organisationId,
    delegation: commandId,
    principal: memberId,
    delegate: memberId,
    role: delegableRole,
    from: calendarDate,
    until: calendarDate,
    scope: delegationScope,
    document: authorityDocument,
  }),
  DelegationApproved: z.strictObject({ ...onDelegation, approvedBy: memberId }),
  DelegationRejected: z.strictObject({ ...onDelegation, rejectedBy: memberId, reason }),
  DelegationRevoked: z.strictObject({ ...onDelegation, reason }),
  /** What a signatory signs by: without a document that holds on the day nobody signs. */
  SigningAuthorityRecorded: z.strictObject({ organisation: organisationId, member: memberId, ...signingAuthority.shape }),
  SigningAuthorityWithdrawn: z.strictObject({ organisation: organisationId, authority: commandId, reason }),
  /** 挂职: the organisation that sends asks, the one that receives accepts; meanwhile the person acts there alone. */
  SecondmentRequested: z.strictObject({
    organisation: organisationId,
    secondment: commandId,
    requestedBy: memberId,
    member: memberId,
    host: organisationId,
    from: calendarDate,
    until: calendarDate,
    document: authorityDocument,
  }),
  SecondmentAccepted: z.strictObject({ ...onSecondment, acceptedBy: memberId, from: calendarDate, until: calendarDate }),
  SecondmentRejected: z.strictObject({ ...onSecondment, reason }),
  SecondmentEnded: z.strictObject({ ...onSecondment, reason }),
  /** With the organisation that receives: carried over by a process. */
  SecondeeReceived: z.strictObject({
    organisation: organisationId,
    secondment: commandId,
    member: memberId,
    home: organisationId,
    from: calendarDate,
    until: calendarDate,
  }),
  SecondeeReleased: z.strictObject({ organisation: organisationId, secondment: commandId, member: memberId }),
  /** The public half of the organisation's seal; the private half is in the vault. */
  SealKeyEnrolled: z.strictObject({ organisation: organisationId, algorithm: z.literal('ed25519'), key: z.string().regex(/^[0-9a-f]{64}$/) }),
};

type Schemas = typeof organisationEvents;
export type OrganisationEvent = { [Type in keyof Schemas]: DomainEvent<Type, z.infer<Schemas[Type]>> }[keyof Schemas];
