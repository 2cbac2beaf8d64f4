import { z } from 'zod';
import { type CalendarDate, calendarDate, commandId, digest, type MemberId, memberId, negotiationId, organisationId } from '../kernel/index.ts';
import { role } from './role.ts';

/** The document from which somebody's authority comes (授权书、任职文件), the days for which it holds, and its scan by hash. */
export const authorityDocument = z.strictObject({
  /** 文号 */
  documentNumber: z.string().trim().min(1).max(80),
  issuedBy: z.string().trim().min(1).max(120),
  from: calendarDate,
  /** Last day; none means until it is withdrawn. */
  until: calendarDate.optional(),
  file: digest.optional(),
});
export type AuthorityDocument = z.infer<typeof authorityDocument>;

/** From what a signatory's authority comes. */
export const authorityBasis = z.enum([
  'office', // 法定代表人或主要负责人：凭任职文件
  'authorisation', // 授权代表：凭授权书
]);
export type AuthorityBasis = z.infer<typeof authorityBasis>;

/** Mandates to administer and to look across organisations are not handed on. */
export const delegableRole = role.exclude(['administrator', 'coordinator', 'analyst', 'auditor']);
export type DelegableRole = z.infer<typeof delegableRole>;

/** All agreements, or one: the negotiation and the agreement of the same id. */
export const delegationScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('agreement'), agreement: negotiationId }),
]);
export type DelegationScope = z.infer<typeof delegationScope>;

/** A signatory's authority as it is recorded. */
export const signingAuthority = z.strictObject({ authority: commandId, basis: authorityBasis, document: authorityDocument });

export interface SigningAuthority extends z.infer<typeof signingAuthority> {
  readonly member: MemberId;
  readonly withdrawn: boolean;
}

const named = { member: memberId, name: z.string().max(80), office: z.string().max(80) };
/**
 * Who signed, and of a delegate on whose behalf. Name and office are archival (EV-5): the record must say who signed when the
 * account is long gone.
 */
export const signatory = z.strictObject({
  ...named,
  onBehalfOf: z.strictObject(named).optional(),
  /** The organisation that seconded who signed to the one that is signed for (挂职). */
  secondedFrom: organisationId.optional(),
});
export type Signatory = z.infer<typeof signatory>;

type Period = { readonly from: CalendarDate; readonly until?: CalendarDate | undefined };
const LAST = '9999-12-31';

export const holdsOn = ({ from, until = LAST as CalendarDate }: Period, day: CalendarDate): boolean => from <= day && day <= until;
export const overlaps = (one: Period, other: Period): boolean => one.from <= (other.until ?? LAST) && other.from <= (one.until ?? LAST);
/** Whether `inner` lies within `outer`. */
export const within = (inner: Period, outer: Period): boolean => outer.from <= inner.from && (inner.until ?? LAST) <= (outer.until ?? LAST);
