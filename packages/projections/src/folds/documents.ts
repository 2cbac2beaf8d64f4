import {
  agreementContent,
  agreementEvents,
  bilingual,
  cooperationMode,
  duty,
  filingDeadline,
  jointStep,
  paper,
  purpose,
  renderedText,
  scan,
  signedOn,
  terminationGround,
} from '@lianyu/domain/agreements';
import { clearanceStep, consultation, openedProcedure, stepRecord } from '@lianyu/domain/clearance';
import { concerning, coordinationKind } from '@lianyu/domain/coordination';
import { calendarDate, commandId, digest, instant, memberId, negotiationId, organisationId } from '@lianyu/domain/kernel';
import { sealSignature } from '@lianyu/domain/negotiation';
import { authorityDocument, delegableRole, delegationScope, profile, role, signingAuthority } from '@lianyu/domain/organisations';
import { procedureSteps } from '@lianyu/domain/procedure';
import { imported, transcribed } from '@lianyu/domain/registration';
import { z } from 'zod';
import { eventCount } from './coverage/schemas.ts';
import { deadlineDocument } from './deadlines/schemas.ts';
import { figureDocument, fileReference, milestoneDocument, reportingDocument } from './figures/schemas.ts';
import { projectPage, projectRow, projectSteps } from './projects/schemas.ts';
import { quotaEntry, quotaHoldings, quotaLedger } from './quotas/schemas.ts';
import {
  accountDocument,
  disputeDocument,
  dueDocument,
  figureSums,
  ledgerEntry,
  paymentDocument,
  statementDocument,
  statementRow,
} from './settlement/schemas.ts';

/** The bodies of all documents, by kind. What a viewer may not see is not in his document (PR-1, AZ-2). */

/** Where an agreement is on its way, the same word for everyone who may know that it exists. */
export const stage = z.enum([
  'negotiating',
  'clearing',
  'signing',
  'registered', // from paper, and not yet confirmed by every party: it computes nothing
  'concluded',
  'in-force',
  'suspended',
  'expired',
  'terminated',
  'closed',
  'archived',
  'void',
  'declined',
  'withdrawn',
  'lapsed',
]);
export type Stage = z.infer<typeof stage>;

/** What the others see of one party's way (AZ-2): of its internal procedure only that it is in it, or ready. */
export const progress = z.enum(['reviewing', 'text-confirmed', 'in-internal-procedure', 'ready', 'signed', 'sealed']);
export type Progress = z.infer<typeof progress>;

/** One line of the list 协议. For `overview` everything optional is missing until the agreement is signed. */
export const agreementRow = z.strictObject({
  id: negotiationId,
  stage,
  parties: z.array(organisationId),
  beganOn: calendarDate,
  lastMoveOn: calendarDate,
  title: bilingual.optional(),
  mode: cooperationMode.optional(),
  number: z.string().optional(),
  /** 第 n 稿; the parties' alone. */
  round: z.number().int().optional(),
  /** Last day of the negotiation; the parties' alone. */
  expiresOn: calendarDate.optional(),
  /** Parties yet to respond; the parties' alone. */
  turn: z.array(organisationId).optional(),
  concludedOn: calendarDate.optional(),
  effectiveOn: calendarDate.optional(),
  until: calendarDate.optional(),
  /** The first day on which it no longer holds. */
  endedOn: calendarDate.optional(),
  /** What it does to another agreement, known with the title. */
  purpose: purpose.optional(),
  /** 补录: it was signed on paper and registered here. */
  registered: z.literal(true).optional(),
  /** When the paper was signed, as far as is known: `2011`, `2011-05`, `2011-05-19`. */
  signedOn: signedOn.optional(),
  /** Of a registration that waits: no scan is there, and whose confirmation is missing. */
  scanMissing: z.literal(true).optional(),
  unconfirmed: z.array(organisationId).optional(),
  /** Lower-case text that search looks in: titles, number. */
  search: z.string(),
});
export type AgreementRow = z.infer<typeof agreementRow>;

const personNamed = z.strictObject({ name: z.string(), office: z.string() });

/** The page of a negotiation for its parties, and for auditors once it is signed. Key: the negotiation. */
export const negotiationPage = z.strictObject({
  id: negotiationId,
  stage,
  title: bilingual,
  mode: cooperationMode,
  current: z.strictObject({ number: z.number().int(), digest, party: organisationId, at: instant }),
  proposals: z.array(z.strictObject({ number: z.number().int(), digest, party: organisationId, at: instant, words: z.string() })),
  turn: z.array(organisationId),
  /** Its last day, where somebody has set one. */
  expiresOn: calendarDate.optional(),
  /** Optional parties that have declined: the next text goes on without them. */
  declined: z.array(organisationId).optional(),
  parties: z.array(
    z.strictObject({
      organisation: organisationId,
      progress,
      confirmedAt: instant.optional(),
      signed: z
        .strictObject({
          name: z.string(),
          office: z.string(),
          onBehalfOf: personNamed.optional(),
          secondedFrom: organisationId.optional(),
          authority: authorityDocument.optional(),
          at: instant,
        })
        .optional(),
      sealed: z.strictObject({ signature: sealSignature, at: instant }).optional(),
    }),
  ),
  ended: z
    .strictObject({ how: z.enum(['declined', 'withdrawn', 'lapsed']), party: organisationId.optional(), reason: z.string(), at: instant })
    .optional(),
});
export type NegotiationPage = z.infer<typeof negotiationPage>;

/** One proposal as it was tabled. Key: `<negotiation>/<number, four digits>`. */
export const proposalDocument = z.strictObject({
  negotiation: negotiationId,
  number: z.number().int(),
  party: organisationId,
  basedOn: digest.optional(),
  words: z.string(),
  at: instant,
  content: agreementContent,
  text: renderedText,
  renderer: z.string(),
  digest,
});
export type ProposalDocument = z.infer<typeof proposalDocument>;

/** One party's internal procedure, for that party. Key: `<negotiation>/<party>`. */
export const clearancePage = z.strictObject({
  negotiation: negotiationId,
  party: organisationId,
  digest,
  state: z.enum(['open', 'granted', 'withdrawn', 'voided']),
  next: clearanceStep.optional(),
  /** The day by which the next step is to be done. */
  due: filingDeadline.optional(),
  /** The steps that this text has to take, and those that it need not. */
  procedure: openedProcedure,
  /** Departments that have answered while not enough of them have. */
  consulted: z.array(z.strictObject({ ...consultation.shape, member: memberId, onBehalfOf: memberId.optional(), at: instant })),
  /** `onBehalfOf` is the principal, where a delegate acted (委托). */
  passed: z.array(z.strictObject({ record: stepRecord, member: memberId, onBehalfOf: memberId.optional(), at: instant })),
  returned: z.strictObject({ step: clearanceStep, reason: z.string(), member: memberId, onBehalfOf: memberId.optional(), at: instant }).optional(),
});
export type ClearancePage = z.infer<typeof clearancePage>;

/** What is signed: for the parties, the office and auditors. Key: the agreement. */
export const signedAgreement = z.strictObject({
  id: negotiationId,
  stage: z.enum(['concluded', 'in-force', 'suspended', 'expired', 'terminated', 'closed', 'archived', 'void']),
  number: z.string(),
  concludedOn: calendarDate,
  effectiveOn: calendarDate.optional(),
  endedOn: calendarDate.optional(),
  /** Last day in force by the version in effect. */
  until: calendarDate.optional(),
  /** The number of the version in effect; what stands below is the first, as it was signed. */
  version: z.number().int(),
  /** All versions, oldest first. `effectiveFrom` is missing while the agreement is not in force. */
  versions: z.array(
    z.strictObject({
      version: z.number().int(),
      digest,
      concludedOn: calendarDate,
      effectiveFrom: calendarDate.optional(),
      /** The agreement that made it, and its number. */
      amendment: z.strictObject({ agreement: negotiationId, number: z.string() }).optional(),
    }),
  ),
  /** Each party's duty to file (备案): by when, and who has. That it is late is for the reader's clock to say. */
  deadline: filingDeadline.optional(),
  filings: z.array(z.strictObject({ party: organisationId, filedOn: calendarDate, office: z.string(), fileNumber: z.string(), at: instant })),
  /** The day on which the condition of its force came about, and whose word on it is there. */
  condition: z.strictObject({ fulfilledOn: calendarDate, words: z.string(), confirmedBy: z.array(organisationId) }).optional(),
  /** It has ended, and what it leaves is being settled (清算). */
  windingUp: z.boolean(),
  /** Why it ended before its term. */
  ground: terminationGround.optional(),
  /** A concluded 解除协议, with the first day on which this one no longer holds. */
  termination: z.strictObject({ agreement: negotiationId, number: z.string(), effectiveFrom: calendarDate }).optional(),
  /** What some parties have agreed to do and others not yet. */
  steps: z.array(z.strictObject({ step: jointStep, words: z.string(), agreedBy: z.array(organisationId) })),
  notices: z.array(
    z.strictObject({
      notice: z.number().int(),
      at: instant,
      party: organisationId,
      against: organisationId,
      words: z.string(),
      cureUntil: calendarDate,
      answer: z.string().optional(),
      cured: z.boolean(),
    }),
  ),
  /** 豁免: what creditors asked for, agreed to or withdrew. */
  waivers: z.array(
    z.strictObject({
      waiver: z.number().int(),
      at: instant,
      party: organisationId,
      duty,
      creditors: z.array(organisationId),
      reason: z.string(),
      agreedBy: z.array(organisationId),
      state: z.enum(['open', 'given', 'withdrawn']),
    }),
  ),
  policyNotice: z.strictObject({ party: organisationId, document: z.string(), words: z.string(), effectiveOn: calendarDate }).optional(),
  content: agreementContent,
  text: renderedText,
  renderer: z.string(),
  digest,
  /** None of one that was signed on paper. */
  executions: z.array(agreementEvents.AgreementConcluded.shape.executions.element).max(10),
  registered: z.strictObject({ registrar: organisationId, paper, scan, transcription: digest }).optional(),
});
export type SignedAgreement = z.infer<typeof signedAgreement>;

/**
 * A paper agreement as it was transcribed, for its parties and who registered it; of one that was published, also for everybody,
 * without what the parties say against it. Key: the registration, which is the agreement's.
 */
export const registrationPage = z.strictObject({
  id: negotiationId,
  state: z.enum(['open', 'completed', 'withdrawn']),
  registrar: organisationId,
  published: z.boolean(),
  registeredOn: calendarDate,
  ...transcribed.shape,
  /** The file and the line of an import. */
  imported: imported.optional(),
  parties: z.array(z.strictObject({ organisation: organisationId, confirmedAt: instant.optional() })),
  objections: z.array(z.strictObject({ party: organisationId, reason: z.string(), at: instant })),
  /** Why it was withdrawn. */
  withdrawn: z.string().optional(),
});
export type RegistrationPage = z.infer<typeof registrationPage>;

/** A later version of the text, from the agreement that made it. Key: `<agreement>/<version, four digits>`. */
export const versionDocument = z.strictObject({
  agreement: negotiationId,
  version: z.number().int().min(2),
  amendment: negotiationId,
  number: z.string(),
  concludedOn: calendarDate,
  effectiveFrom: calendarDate,
  content: agreementContent,
  text: renderedText,
  renderer: z.string(),
  digest,
});
export type VersionDocument = z.infer<typeof versionDocument>;

/** What happens to a paper agreement until it stands as one. */
export const registrationMoves = [
  'paper-registered',
  'transcription-corrected',
  'scan-attached',
  'transcription-confirmed',
  'objection-raised',
  'registration-withdrawn',
  'registered',
] as const;

export const moveKind = z.enum([
  'tabled',
  'countered',
  'text-confirmed',
  'party-declined',
  'party-ready',
  'party-clearance-withdrawn',
  'signed',
  'sealed',
  'concluded',
  'in-force',
  'condition-confirmed',
  'filed',
  'expired',
  'amendment-concluded',
  'amended',
  'voided',
  'termination-agreed',
  'terminated',
  'step-agreed',
  'step-withdrawn',
  'suspended',
  'resumed',
  'closed',
  'archived',
  'breach-notice',
  'breach-answered',
  'breach-cured',
  'policy-notice',
  'policy-notice-withdrawn',
  'waiver-proposed',
  'waiver-agreed',
  'waiver-withdrawn',
  'duty-waived',
  'declined',
  'withdrawn',
  'lapsed',
  ...registrationMoves,
  'clearance-opened',
  'department-consulted',
  'clearance-step-passed',
  'clearance-returned',
  'clearance-granted',
  'clearance-withdrawn',
  'clearance-voided',
]);
export type MoveKind = z.infer<typeof moveKind>;

/** One line of 来往 on the agreement page (topic `agreement/<id>`). Key: `<negotiation>/<ordinal>`, one's own procedure's `<negotiation>/<party>/<ordinal>`. */
export const move = z.strictObject({
  negotiation: negotiationId,
  at: instant,
  kind: moveKind,
  organisation: organisationId.optional(),
  number: z.number().int().optional(),
  step: clearanceStep.optional(),
  words: z.string().optional(),
  member: memberId.optional(),
  /** The principal, where a delegate acted. */
  onBehalfOf: memberId.optional(),
  /** Who signed, as it is recorded for good. */
  signatory: personNamed.extend({ onBehalfOf: personNamed.optional(), secondedFrom: organisationId.optional() }).optional(),
  joint: jointStep.optional(),
  /** The day that the words are about. */
  on: calendarDate.optional(),
});
export type Move = z.infer<typeof move>;

/** One line of what happens, across agreements (topic `activity`). `overview` gets only stages, and `moved` once a day. */
export const activity = z.strictObject({
  negotiation: negotiationId,
  at: instant,
  kind: z.union([moveKind, z.enum(['began', 'moved', 'clearing', 'signing'])]),
  parties: z.array(organisationId),
  organisation: organisationId.optional(),
  title: bilingual.optional(),
  number: z.number().int().optional(),
});
export type Activity = z.infer<typeof activity>;

/** What somebody in an organisation has to do (topic `tasks`), with the roles that can. */
export const task = z.strictObject({
  negotiation: negotiationId,
  organisation: organisationId,
  title: bilingual,
  joint: jointStep.optional(),
  task: z.enum([
    'respond',
    'clearance-step',
    'sign',
    'seal',
    'confirm-condition',
    'file',
    'agree-step',
    'answer-breach-notice',
    'agree-waiver',
    'confirm-transcription',
    'correct-transcription',
  ]),
  step: clearanceStep.optional(),
  roles: z.array(role),
  since: instant,
  /** The last day of the term, where there is one. */
  dueOn: calendarDate.optional(),
});
export type Task = z.infer<typeof task>;

export const organisationDocument = z.strictObject({
  id: organisationId,
  profile,
  /** For which organisation it was registered. */
  registeredBy: organisationId.optional(),
  sealKey: z.string().optional(),
});
export type OrganisationDocument = z.infer<typeof organisationDocument>;

/** Members and roles of an organisation, for its own members and the installation's administrators (topic `organisations`). */
export const membershipDocument = z.strictObject({
  organisation: organisationId,
  members: z.array(memberId),
  grants: z.array(z.strictObject({ member: memberId, role, from: calendarDate, until: calendarDate.optional() })),
  requests: z.array(
    z.strictObject({ request: z.string(), requestedBy: memberId, member: memberId, role, from: calendarDate, until: calendarDate.optional() }),
  ),
  /** Newest first; those that were rejected are not told. */
  delegations: z.array(
    z.strictObject({
      delegation: commandId,
      phase: z.enum(['requested', 'granted', 'revoked']),
      principal: memberId,
      delegate: memberId,
      role: delegableRole,
      from: calendarDate,
      until: calendarDate,
      scope: delegationScope,
      document: authorityDocument,
    }),
  ),
  /** 挂职: own people that are sent elsewhere, asked for or accepted. */
  secondments: z.array(
    z.strictObject({
      secondment: commandId,
      phase: z.enum(['requested', 'accepted', 'ended']),
      member: memberId,
      host: organisationId,
      requestedBy: memberId,
      from: calendarDate,
      until: calendarDate,
      document: authorityDocument,
    }),
  ),
  /** And who is sent here. */
  secondees: z.array(
    z.strictObject({ secondment: commandId, member: memberId, home: organisationId, from: calendarDate, until: calendarDate, released: z.boolean() }),
  ),
  /** By which documents members sign. */
  authorities: z.array(signingAuthority.extend({ member: memberId })),
});
export type MembershipDocument = z.infer<typeof membershipDocument>;

/** How an organisation clears a text inside itself, for its own people (topic `organisations`). Key: the organisation. */
const procedureVersion = z.strictObject({ from: calendarDate, steps: procedureSteps, proposedBy: memberId, at: instant });
export const procedureDocument = z.strictObject({
  organisation: organisationId,
  /** Oldest first. Without any the standard chain holds. */
  versions: z.array(procedureVersion.extend({ version: z.number().int(), approvedBy: memberId })),
  pending: procedureVersion.extend({ request: z.string() }).optional(),
});
export type ProcedureDocument = z.infer<typeof procedureDocument>;

const said = { party: organisationId, text: z.string(), at: instant, member: memberId.optional() };
/**
 * One thread on a clause (topic `comments/<negotiation>`), for all parties or for the one inside which it stays. Key:
 * `<negotiation>/<number>` or `<negotiation>/<party>/<number>`. Persons are named to their own organisation alone (LV-5).
 */
export const commentDocument = z.strictObject({
  negotiation: negotiationId,
  comment: z.number().int(),
  /** Nobody outside this party reads it. */
  only: organisationId.optional(),
  clause: z.string(),
  /** The text that it was made on; the clause may stand in later ones as well. */
  digest,
  ...said,
  answers: z.array(z.strictObject(said)),
  resolved: z.strictObject({ party: organisationId, at: instant }).optional(),
});
export type CommentDocument = z.infer<typeof commentDocument>;

const spoken = { text: z.string(), at: instant, member: memberId.optional() };
/**
 * What the office says to parties of an agreement and what they answer (topic `coordination`), for the office and for them.
 * Key: the coordination. Persons are named to their own organisation alone (LV-5).
 */
export const coordinationDocument = z.strictObject({
  coordination: commandId,
  agreement: negotiationId,
  kind: coordinationKind,
  office: organisationId,
  to: z.array(organisationId),
  concerning: concerning.extend({ kind: z.string() }).optional(),
  answerBy: calendarDate.optional(),
  ...spoken,
  answers: z.array(z.strictObject({ party: organisationId, ...spoken })),
  /** Who was asked and has not answered. */
  unanswered: z.array(organisationId),
  open: z.boolean(),
  closed: z.strictObject(spoken).optional(),
});
export type CoordinationDocument = z.infer<typeof coordinationDocument>;

/** Schema of each kind. A kind that is not here is not served. */
export const documentSchemas = {
  'agreement-row': agreementRow,
  negotiation: negotiationPage,
  proposal: proposalDocument,
  clearance: clearancePage,
  'signed-agreement': signedAgreement,
  registration: registrationPage,
  'agreement-version': versionDocument,
  move,
  activity,
  task,
  organisation: organisationDocument,
  membership: membershipDocument,
  procedure: procedureDocument,
  comment: commentDocument,
  coordination: coordinationDocument,
  figure: figureDocument,
  milestone: milestoneDocument,
  reporting: reportingDocument,
  'file-reference': fileReference,
  'settlement-account': accountDocument,
  statement: statementDocument,
  'statement-row': statementRow,
  'figure-sums': figureSums,
  dispute: disputeDocument,
  payment: paymentDocument,
  due: dueDocument,
  'ledger-entry': ledgerEntry,
  deadline: deadlineDocument,
  'event-count': eventCount,
  'quota-ledger': quotaLedger,
  'quota-holdings': quotaHoldings,
  'quota-entry': quotaEntry,
  'project-row': projectRow,
  'project-steps': projectSteps,
  project: projectPage,
} as const;
export type DocumentKind = keyof typeof documentSchemas;
