import { z } from 'zod';
import { calendarDate, type DomainEvent, digest, instant, negotiationId, organisationId } from '../kernel/index.ts';
import { authorityDocument, signatory } from '../organisations/authority.ts';
import { agreementContent, agreementNumber } from './content.ts';
import { duty } from './duty.ts';
import { paper, scan } from './paper.ts';
import { renderedText } from './text.ts';

/** Who signed and sealed for a party, as it stood in the negotiation. */
const execution = z.strictObject({
  party: organisationId,
  signatory,
  /** By which document; missing in what was signed before documents were asked for. */
  authority: authorityDocument.optional(),
  signedAt: instant,
  seal: z.strictObject({ algorithm: z.literal('ed25519'), key: z.string().max(64), value: z.string().max(128) }),
  sealedAt: instant,
});

/** The last day of the term for filing, as it was computed from the official calendar when it was set (TM-2). */
export const filingDeadline = z.strictObject({ dueOn: calendarDate, provisional: z.boolean(), calendarVersion: z.string().max(60) });
export type FilingDeadline = z.infer<typeof filingDeadline>;

const voidedBecause = z.enum([
  'version-superseded', // another change of the same version came first, or took its place before its day
  'agreement-ended', // what it was to change no longer holds
]);
export type VoidedBecause = z.infer<typeof voidedBecause>;

export const jointStep = z.enum([
  'suspend', // 中止
  'resume', // 恢复
  'close', // 清算完毕
  'archive', // 归档
]);
export type JointStep = z.infer<typeof jointStep>;

export const terminationGround = z.enum([
  'by-consent', // 协商解除
  'for-breach', // 违约解除
  'by-policy-change', // 政策变化解除
]);
export type TerminationGround = z.infer<typeof terminationGround>;

const words = z.string().trim().max(2000);
const reason = words.min(1);
const notice = z.number().int().min(1).max(999);
const counted = z.number().int().min(1).max(999);
const byParty = { agreement: negotiationId, party: organisationId };
const onDay = z.strictObject({ agreement: negotiationId, effectiveOn: calendarDate });

/** The events of `agreement-<id>`: what whoever may read what is signed may read. What was signed stands here verbatim (EV-6). */
export const agreementEvents = {
  AgreementConcluded: z.strictObject({
    agreement: negotiationId,
    number: agreementNumber,
    concludedOn: calendarDate,
    content: agreementContent,
    text: renderedText,
    renderer: z.string().max(40),
    digest,
    executions: z.array(execution).min(2).max(10),
  }),
  /** 补录: it was signed on paper, and every party has confirmed the transcription that stands here, with its scan. */
  AgreementRegistered: z.strictObject({
    agreement: negotiationId,
    number: agreementNumber,
    concludedOn: calendarDate,
    content: agreementContent,
    text: renderedText,
    renderer: z.string().max(40),
    digest,
    registrar: organisationId,
    paper,
    scan,
    /** What the parties confirmed: content, paper and scan together. */
    transcription: digest,
  }),
  AgreementEnteredIntoForce: z.strictObject({ agreement: negotiationId, effectiveOn: calendarDate }),
  /** `effectiveOn` is the first day on which it is no longer in force: the day after its last. */
  AgreementExpired: z.strictObject({ agreement: negotiationId, effectiveOn: calendarDate }),
  /** A new version stands beside the old one, which holds until its day. `amendment` is the agreement that was signed for it. */
  AmendmentConcluded: z.strictObject({
    agreement: negotiationId,
    amendment: negotiationId,
    number: agreementNumber,
    version: z.number().int().min(2),
    replaces: digest,
    concludedOn: calendarDate,
    effectiveFrom: calendarDate,
    content: agreementContent,
    text: renderedText,
    renderer: z.string().max(40),
    digest,
  }),
  AgreementAmended: z.strictObject({ agreement: negotiationId, version: z.number().int().min(2), effectiveOn: calendarDate }),
  /** Of an agreement about another one: it never takes force. */
  AgreementVoided: z.strictObject({ agreement: negotiationId, because: voidedBecause }),
  FilingDeadlineFixed: z.strictObject({ agreement: negotiationId, ...filingDeadline.shape }),
  AgreementFiled: z.strictObject({
    agreement: negotiationId,
    party: organisationId,
    digest,
    filedOn: calendarDate,
    /** Where it was filed, and under which number if one was given. */
    office: z.string().trim().min(1).max(120),
    fileNumber: z.string().trim().max(80),
  }),
  /** One party's word on the day; another day begins the confirming anew. */
  ConditionConfirmed: z.strictObject({
    agreement: negotiationId,
    party: organisationId,
    fulfilledOn: calendarDate,
    words: z.string().trim().max(2000),
  }),
  /** A 解除协议 has been concluded; `effectiveFrom` is the first day on which this agreement no longer holds. */
  TerminationAgreed: z.strictObject({
    agreement: negotiationId,
    termination: negotiationId,
    number: agreementNumber,
    digest,
    concludedOn: calendarDate,
    effectiveFrom: calendarDate,
  }),
  /** Ended before its term. Of a breach with the notice that was not heeded. */
  AgreementTerminated: z.strictObject({
    agreement: negotiationId,
    ground: terminationGround,
    effectiveOn: calendarDate,
    party: organisationId.optional(),
    notice: notice.optional(),
    words,
  }),
  BreachNoticeGiven: z.strictObject({ ...byParty, notice, against: organisationId, words: reason, cureUntil: calendarDate }),
  BreachNoticeAnswered: z.strictObject({ ...byParty, notice, words: reason }),
  BreachCureAccepted: z.strictObject({ ...byParty, notice }),
  PolicyNoticeGiven: z.strictObject({ ...byParty, document: z.string().trim().min(1).max(120), words: reason, effectiveOn: calendarDate }),
  PolicyNoticeWithdrawn: z.strictObject(byParty),
  JointStepAgreed: z.strictObject({ ...byParty, step: jointStep, words }),
  JointStepWithdrawn: z.strictObject({ ...byParty, step: jointStep }),
  AgreementSuspended: onDay,
  AgreementResumed: onDay,
  /** Wound up: nothing is left to be settled between the parties. */
  AgreementClosed: onDay,
  AgreementArchived: onDay,
  /** 豁免: one of those to whom a duty is owed asks that it need not be done by its day. */
  WaiverProposed: z.strictObject({ ...byParty, waiver: counted, duty, creditors: z.array(organisationId).min(1).max(10), reason }),
  WaiverAgreed: z.strictObject({ ...byParty, waiver: counted }),
  WaiverWithdrawn: z.strictObject({ ...byParty, waiver: counted }),
  /** All to whom it is owed have agreed. */
  DutyWaived: z.strictObject({ agreement: negotiationId, waiver: counted, duty }),
};
export type Execution = z.infer<typeof execution>;

type Schemas = typeof agreementEvents;
export type AgreementEvent = { [Type in keyof Schemas]: DomainEvent<Type, z.infer<Schemas[Type]>> }[keyof Schemas];
