import { agreementContent, clause, jointStep } from '@lianyu/domain/agreements';
import { clearanceStep, consultation, stepRecord } from '@lianyu/domain/clearance';
import { commentNumber, commentText } from '@lianyu/domain/comments';
import { concerning, coordinationKind, coordinationText } from '@lianyu/domain/coordination';
import { calendarDate, commandId, digest, memberId, negotiationId, organisationId } from '@lianyu/domain/kernel';
import { authorityBasis, authorityDocument, delegableRole, delegationScope, organisationKind, profile, role } from '@lianyu/domain/organisations';
import { procedureSteps } from '@lianyu/domain/procedure';
import { z } from 'zod';
import { projectCommands } from './projects.ts';
import { quotaCommands } from './quota-commands.ts';
import { registrationCommands } from './registration.ts';
import { settlementCommands } from './settlement.ts';

const reason = z.string().trim().min(1).max(2000);
/** What the person was looking at: the digest of the proposal on the screen. */
const basis = digest;
const onNegotiation = { negotiation: negotiationId, basis };
const onComment = { negotiation: negotiationId, inside: z.boolean(), comment: commentNumber };
/** Last day of the negotiation, if one is set. */
const expiresOn = calendarDate.optional();
/** Of what is signed the digest is that of the version on the screen. */
const onAgreement = { agreement: negotiationId, basis };
const shortReason = z.string().trim().min(1).max(500);
const onSecondment = { organisation: organisationId, secondment: commandId };
const onDelegation = { organisation: organisationId, delegation: commandId };
const counted = z.number().int().min(1).max(999);
const breachNotice = counted;
const password = z.string().min(1).max(200);

/** All commands by name; each is posted to `/api/commands/<name>` as `{commandId, data}`. */
export const commands = {
  // negotiation
  'table-proposal': z.strictObject({ content: agreementContent, note: z.string().trim().max(2000), draft: z.string().max(64).optional(), expiresOn }),
  'counter-proposal': z.strictObject({ ...onNegotiation, content: agreementContent, reason, draft: z.string().max(64).optional(), expiresOn }),
  'confirm-text': z.strictObject(onNegotiation),
  'decline-negotiation': z.strictObject({ ...onNegotiation, reason }),
  'withdraw-from-negotiation': z.strictObject({ ...onNegotiation, reason }),
  'give-signature': z.strictObject({ ...onNegotiation, password }),
  'affix-seal': z.strictObject({ ...onNegotiation, password }),
  // comments on clauses: `inside` keeps them to one's own party
  'make-comment': z.strictObject({ ...onNegotiation, inside: z.boolean(), clause: clause.shape.id, text: commentText }),
  'answer-comment': z.strictObject({ ...onComment, text: commentText }),
  'resolve-comment': z.strictObject(onComment),
  'reopen-comment': z.strictObject(onComment),
  // what the coordination office says to parties, and what they answer
  'offer-coordination': z.strictObject({
    agreement: negotiationId,
    kind: coordinationKind,
    to: z.array(organisationId).min(1).max(10),
    text: coordinationText,
    concerning: concerning.optional(),
    answerBy: calendarDate.optional(),
  }),
  'answer-coordination': z.strictObject({ coordination: commandId, text: coordinationText }),
  'close-coordination': z.strictObject({ coordination: commandId, text: coordinationText }),
  // one party's internal procedure
  'pass-clearance-step': z.strictObject({
    ...onNegotiation,
    record: stepRecord.refine((record) => record.step !== 'collective-decision' || record.outcome !== undefined, { path: ['outcome'] }),
  }),
  /** Where the organisation names the departments that are asked: the answer of one of them. */
  'record-consultation': z.strictObject({ ...onNegotiation, consultation }),
  'return-clearance': z.strictObject({ ...onNegotiation, step: clearanceStep, reason }),
  'withdraw-clearance': z.strictObject({ ...onNegotiation, reason }),
  // how an organisation clears a text inside itself, always one's own
  'propose-procedure': z.strictObject({ steps: procedureSteps, from: calendarDate }),
  'approve-procedure': z.strictObject({ request: commandId }),
  'reject-procedure': z.strictObject({ request: commandId, reason: z.string().trim().min(1).max(500) }),
  // what is signed
  /** An amendment, renewal or 解除 of an agreement is a negotiation of its own; its content says what it is about. */
  'propose-change': z.strictObject({
    content: agreementContent.refine(({ purpose }) => purpose !== undefined, { path: ['purpose'] }),
    note: z.string().trim().max(2000),
    draft: z.string().max(64).optional(),
    expiresOn,
  }),
  'file-agreement': z.strictObject({
    ...onAgreement,
    filedOn: calendarDate,
    office: z.string().trim().min(1).max(120),
    fileNumber: z.string().trim().max(80),
  }),
  'confirm-condition': z.strictObject({ ...onAgreement, fulfilledOn: calendarDate, words: z.string().trim().max(2000) }),
  'agree-step': z.strictObject({ ...onAgreement, step: jointStep, words: z.string().trim().max(2000) }),
  'withdraw-step': z.strictObject({ ...onAgreement, step: jointStep }),
  'give-breach-notice': z.strictObject({ ...onAgreement, against: organisationId, words: reason }),
  'answer-breach-notice': z.strictObject({ ...onAgreement, notice: breachNotice, words: reason }),
  'accept-cure': z.strictObject({ ...onAgreement, notice: breachNotice }),
  'terminate-for-breach': z.strictObject({ ...onAgreement, notice: breachNotice, words: z.string().trim().max(2000) }),
  'give-policy-notice': z.strictObject({ ...onAgreement, document: z.string().trim().min(1).max(120), words: reason, effectiveOn: calendarDate }),
  'withdraw-policy-notice': z.strictObject(onAgreement),
  /** 豁免: by one of those to whom a duty is owed; `duty` is the id of its deadline. All of them agree, each by its signatory. */
  'propose-waiver': z.strictObject({ ...onAgreement, duty: z.string().min(1).max(200), reason }),
  'agree-waiver': z.strictObject({ ...onAgreement, waiver: counted }),
  'withdraw-waiver': z.strictObject({ ...onAgreement, waiver: counted }),
  // agreements that exist on paper
  ...registrationCommands,
  // figures, statements and what is owed
  ...settlementCommands,
  // quotas of land, energy, water and carbon
  ...quotaCommands,
  // projects
  ...projectCommands,
  // organisations
  /** By anyone; unverified, unless by who administers the installation. `codeOverridden`: the 统一社会信用代码 is as it reads. */
  'register-organisation': z.strictObject({ organisation: organisationId, profile, codeOverridden: z.boolean().optional() }),
  'correct-organisation': z.strictObject({ organisation: organisationId, profile, codeOverridden: z.boolean().optional(), reason: shortReason }),
  'verify-organisation': z.strictObject({ organisation: organisationId, source: z.string().trim().min(1).max(200) }),
  /** Answers a one-time set-up link; name, office and sign-in name go to the vault, not into the log. */
  'admit-member': z.strictObject({
    organisation: organisationId,
    name: z.string().trim().min(1).max(80),
    office: z.string().trim().min(1).max(80),
    signInName: z.string().regex(/^[a-z0-9][a-z0-9._-]{2,39}$/),
  }),
  'request-role-grant': z.strictObject({ organisation: organisationId, member: memberId, role, from: calendarDate, until: calendarDate.optional() }),
  'approve-role-grant': z.strictObject({ organisation: organisationId, request: commandId }),
  'reject-role-grant': z.strictObject({ organisation: organisationId, request: commandId, reason: shortReason }),
  'revoke-role': z.strictObject({ organisation: organisationId, member: memberId, role, reason: shortReason }),
  /** The office holder's own role, to a colleague, for some days. */
  'request-delegation': z.strictObject({
    organisation: organisationId,
    delegate: memberId,
    role: delegableRole,
    from: calendarDate,
    until: calendarDate,
    scope: delegationScope,
    document: authorityDocument,
  }),
  'withdraw-delegation': z.strictObject({ ...onDelegation, reason: shortReason }),
  'approve-delegation': z.strictObject(onDelegation),
  'reject-delegation': z.strictObject({ ...onDelegation, reason: shortReason }),
  'revoke-delegation': z.strictObject({ ...onDelegation, reason: shortReason }),
  /** Asked for by the organisation that sends, accepted or rejected by the one that receives. */
  'request-secondment': z.strictObject({
    organisation: organisationId,
    member: memberId,
    host: organisationId,
    from: calendarDate,
    until: calendarDate,
    document: authorityDocument,
  }),
  'accept-secondment': z.strictObject(onSecondment),
  'reject-secondment': z.strictObject({ ...onSecondment, reason: shortReason }),
  'end-secondment': z.strictObject({ ...onSecondment, reason: shortReason }),
  /** By which document a member signs for the organisation. */
  'record-signing-authority': z.strictObject({ organisation: organisationId, member: memberId, basis: authorityBasis, document: authorityDocument }),
  'withdraw-signing-authority': z.strictObject({ organisation: organisationId, authority: commandId, reason: shortReason }),
  'enrol-seal-key': z.strictObject({ organisation: organisationId }),
} as const;
export type CommandName = keyof typeof commands;
export type CommandData<Name extends CommandName> = z.infer<(typeof commands)[Name]>;

export const commandAnswer = z.strictObject({
  commandId,
  /** The aggregate that it made or changed. */
  subject: z.string(),
  /** True when this command had been carried out before: what is told is what was recorded then. */
  repeated: z.boolean(),
  /** Only for `admit-member`: where the new member sets a password, once. Not told again. */
  setUpLink: z.string().optional(),
});
export type CommandAnswer = z.infer<typeof commandAnswer>;

/** What the viewer may do now, and where not, what is missing (AZ-4). */
export const availability = z.strictObject({
  command: z.enum(Object.keys(commands) as [CommandName, ...CommandName[]]),
  allowed: z.boolean(),
  /** As whose delegate the viewer would do it (委托人). */
  onBehalfOf: memberId.optional(),
  missing: z.array(z.strictObject({ code: z.string(), data: z.record(z.string(), z.unknown()) })),
});
export type Availability = z.infer<typeof availability>;
export { organisationKind };
