import { z } from 'zod';
import { calendarDate, commandId, type DomainEvent, memberId, organisationId } from '../kernel/index.ts';

const name = z.strictObject({ zh: z.string().trim().min(1).max(120), en: z.string().trim().min(1).max(200) });

export const organisationKind = z.enum([
  'zone', // 开发区管理委员会
  'department', // 主管部门
  'government', // 人民政府
  'coordination-office', // 协调办公室
  'audit', // 审计机关
  'company',
  'institute',
]);
export type OrganisationKind = z.infer<typeof organisationKind>;

/** What a person may do for the organisation. Which pairs exclude each other is AZ-3. */
export const role = z.enum([
  'administrator', // 管理员
  'drafter', // 经办人
  'legal-reviewer', // 法制审核人
  'decision-recorder', // 集体决策记录人
  'signatory', // 签署人
  'seal-keeper', // 印章管理人
  'finance-officer', // 财务经办人：报送数据、提出结算单、记录拨付
  'finance-reviewer', // 财务复核人：核对确认
  'coordinator', // 协调员
  'analyst', // 分析员
  'auditor', // 审计员：持有审计授权
]);
export type Role = z.infer<typeof role>;

export const profile = z.strictObject({
  kind: organisationKind,
  name,
  shortName: name,
  level: z.enum(['national', 'region', 'city', 'county']),
  /** GB/T 2260 or, for zones, the statistical code of the National Bureau of Statistics. */
  regionCode: z.string().regex(/^\d{6}$/),
  /** Where the facts about it were read, and whether they were checked there. */
  source: z.string().trim().max(200),
  verified: z.boolean(),
});
export type OrganisationProfile = z.infer<typeof profile>;

const grant = { member: memberId, role, from: calendarDate, until: calendarDate.optional() };

/** The events of `organisation-<id>`. Persons are ids here: their names and numbers stay in the vault (EV-5). */
export const organisationEvents = {
  /** The installation begins: its operator and two administrators who were named by nobody inside it. */
  InstallationFounded: z.strictObject({ organisation: organisationId, profile, administrators: z.array(memberId).length(2), from: calendarDate }),
  OrganisationRegistered: z.strictObject({ organisation: organisationId, profile }),
  MemberAdmitted: z.strictObject({ organisation: organisationId, member: memberId }),
  RoleGrantRequested: z.strictObject({ organisation: organisationId, request: commandId, requestedBy: memberId, ...grant }),
  RoleGranted: z.strictObject({ organisation: organisationId, request: commandId, requestedBy: memberId, approvedBy: memberId, ...grant }),
  RoleGrantRejected: z.strictObject({
    organisation: organisationId,
    request: commandId,
    rejectedBy: memberId,
    reason: z.string().trim().min(1).max(500),
  }),
  RoleRevoked: z.strictObject({ organisation: organisationId, member: memberId, role, reason: z.string().trim().min(1).max(500) }),
  /** The public half of the organisation's seal; the private half is in the vault. */
  SealKeyEnrolled: z.strictObject({ organisation: organisationId, algorithm: z.literal('ed25519'), key: z.string().regex(/^[0-9a-f]{64}$/) }),
};

type Schemas = typeof organisationEvents;
export type OrganisationEvent = { [Type in keyof Schemas]: DomainEvent<Type, z.infer<Schemas[Type]>> }[keyof Schemas];
