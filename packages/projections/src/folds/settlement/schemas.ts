import { bilingual } from '@lianyu/domain/agreements';
import { calendarDate, digest, eventId, instant, memberId, negotiationId, organisationId } from '@lianyu/domain/kernel';
import { unit } from '@lianyu/domain/money';
import {
  deadline,
  inputSum,
  ledger,
  nextPeriod,
  obligation,
  pairTotal,
  period,
  resolutionEffect,
  resolver,
  sourceDocument,
  statementPart,
  voucher,
} from '@lianyu/domain/settlement';
import { z } from 'zod';

/**
 * Documents of settlement. An account is one clause of one agreement in one ledger; its key is `<agreement>/<clause>/<ledger>`.
 * All amounts are whole numbers of a unit's smallest part as strings (fen for money). Readers of `official`: the parties,
 * auditors (`audit`), and of rows and sums the office (`office`); of `appraisal`: the parties' members who hold a role for it
 * (`appraisal:<party>`) and the holders of the mandate (`appraisal`), nobody else. `internal` is true for all of appraisal:
 * whatever shows or exports it says 内部考核口径，不得对外发布.
 */

const account = { agreement: negotiationId, clause: z.string(), ledger, internal: z.boolean() };
const named = { ...account, number: z.string(), title: bilingual, heading: bilingual };
/** `member`, and the principal of a delegate, only for acts of the reader's own organisation (LV-5). */
const act = z.strictObject({ party: organisationId, at: instant, member: memberId.optional(), onBehalfOf: memberId.optional() });
const subject = statementPart.shape.subject;
const documents = z.array(sourceDocument);

/** What waits for the other parties' agreement: a resolution, a closing of a year, a winding-up, a closing. */
export const matterDocument = z.strictObject({
  matter: z.number().int(),
  kind: z.enum(['resolution', 'year-closing', 'winding-up', 'closing']),
  ...act.shape,
  agreed: z.array(act),
  /** Parties that have yet to agree or reject. */
  awaits: z.array(organisationId),
  state: z.enum(['pending', 'agreed', 'rejected', 'replaced']),
  rejected: act.extend({ reason: z.string() }).optional(),
  dispute: z.number().int().optional(),
  amount: z.string().optional(),
  by: resolver.optional(),
  effect: resolutionEffect.optional(),
  basis: z.strictObject({ text: z.string(), documents, resolvedOn: calendarDate }).optional(),
  year: z.number().int().optional(),
  totals: z.array(pairTotal).optional(),
  lastDay: calendarDate.optional(),
  words: z.string().optional(),
});
export type MatterDocument = z.infer<typeof matterDocument>;

/** Of one pair of parties, all periods: `due` in all, `received`, `inTransit` on its way, `open` due and not received, `held` by disputes. */
export const pairBalance = pairTotal.extend({ inTransit: z.string() });
export type PairBalance = z.infer<typeof pairBalance>;

/** An account as it stands. Key: the account; topic `settlement/<agreement>`. */
export const accountDocument = z.strictObject({
  ...named,
  parties: z.array(organisationId),
  readers: z.array(organisationId),
  phase: z.enum(['open', 'winding-up', 'closed']),
  /** The last day that is shared, once a winding-up has begun. */
  lastDay: calendarDate.optional(),
  openedAt: instant,
  /** Last day of the last period whose statement was adopted. */
  adoptedThrough: calendarDate.optional(),
  /** First day of the period that is on the table. */
  current: calendarDate.optional(),
  pairs: z.array(pairBalance),
  /** The period whose figures are waited for, until when, and from whom. */
  next: nextPeriod.optional(),
  closedYears: z.array(z.strictObject({ year: z.number().int(), at: instant, totals: z.array(pairTotal) })),
  matters: z.array(matterDocument),
});
export type AccountDocument = z.infer<typeof accountDocument>;

/** `proposed` waits for answers; `withdrawn` until it is proposed anew; `adopted`: all have answered. */
export const statementPhase = z.enum(['proposed', 'withdrawn', 'adopted']);

/** What went in. For who may not read single figures `figures`, `milestones` and `figuresUpTo` are missing and `sums` is all. */
export const knownDocument = z.strictObject({
  at: instant,
  sums: z.array(inputSum),
  terms: z.array(digest),
  engine: z.string(),
  reference: z.string(),
  agreementUpTo: z.string(),
  figuresUpTo: z.string().optional(),
  figures: z.array(eventId).optional(),
  milestones: z.array(eventId).optional(),
});

/** The statement of one period, the newest proposal of it. Key `<account>/<first day>`, topic `settlement/<agreement>`. */
export const statementDocument = z.strictObject({
  ...named,
  parties: z.array(organisationId),
  period,
  phase: statementPhase,
  /** Which proposal for this period it is, from one. */
  proposal: z.number().int(),
  /** What a confirmation names as its basis. */
  digest,
  party: organisationId,
  at: instant,
  member: memberId.optional(),
  onBehalfOf: memberId.optional(),
  note: z.string(),
  parts: z.array(statementPart),
  known: knownDocument,
  derivation: digest,
  confirmationDue: deadline,
  /** Parties' answers; who disputes has confirmed the rest. */
  answers: z.array(act.extend({ how: z.enum(['confirmed', 'disputed']) })),
  /** Parties that have not answered. */
  awaits: z.array(organisationId),
  disputes: z.array(z.number().int()),
  /** From adoption on. */
  adoptedAt: instant.optional(),
  obligations: z.array(obligation),
  held: z.array(z.strictObject({ dispute: z.number().int(), amount: z.string() })),
  paymentDue: deadline.optional(),
  /** Who withdrew it and why. */
  withdrawn: act.extend({ reason: z.string() }).optional(),
});
export type StatementDocument = z.infer<typeof statementDocument>;

/** How far a period has come, in one word for lists. Overdue is not said here: it is asked by date (`paymentDue`, `open`). */
export const statementStage = z.enum(['proposed', 'withdrawn', 'disputed', 'adopted', 'partly-paid', 'settled']);
export type StatementStage = z.infer<typeof statementStage>;

/** A line of the list of statements (topic `settlements`). Key as the statement. The office has it without amounts until it is adopted. */
export const statementRow = z.strictObject({
  ...named,
  parties: z.array(organisationId),
  period,
  year: z.string(),
  stage: statementStage,
  at: instant,
  awaits: z.array(organisationId),
  waitsForUs: z.boolean(),
  confirmationDue: calendarDate,
  paymentDue: calendarDate.optional(),
  openDisputes: z.number().int(),
  /** By subject: base, and for each party its lines added up (fen, or the unit of the indicator). */
  amounts: z
    .array(z.strictObject({ subject, unit, base: z.string(), shares: z.array(z.strictObject({ party: organisationId, amount: z.string() })) }))
    .optional(),
  /** Of money: what this statement made due, and what of that has not been received; oldest dues are paid first. */
  due: z.string().optional(),
  open: z.string().optional(),
  search: z.string(),
});
export type StatementRow = z.infer<typeof statementRow>;

/** Sums of the figures that a statement used, by measure, party and period, for those who may not read single ones. Key as the statement, topic `settlement/<agreement>`. */
export const figureSums = z.strictObject({ ...account, statement: period, at: instant, sums: z.array(inputSum) });
export type FigureSums = z.infer<typeof figureSums>;

/** A disputed line. Key `<account>/<number, four digits>`, topic `settlement/<agreement>`. Auditors have it without documents. */
export const disputeDocument = z.strictObject({
  ...named,
  parties: z.array(organisationId),
  dispute: z.number().int(),
  period,
  year: z.string(),
  subject,
  line: z.number().int(),
  /** Whose line it is, what the statement says, and what the disputing party holds right. */
  lineParty: organisationId,
  stated: z.string(),
  claimed: z.string(),
  /** Once the statement is adopted, in fen: what of it is held back from `lineParty`, or, below zero, from `against`. A claim for more than is stated holds nothing. */
  held: z.string(),
  /** Who would pay more, or get less, if the claim were right. */
  against: organisationId,
  party: organisationId,
  at: instant,
  member: memberId.optional(),
  onBehalfOf: memberId.optional(),
  reason: z.string(),
  documents,
  resolutionDue: deadline,
  /** `void`: its statement was replaced or withdrawn before all had answered. */
  state: z.enum(['open', 'resolved', 'withdrawn', 'void']),
  proposals: z.array(matterDocument),
  resolution: z.strictObject({ amount: z.string(), by: resolver, effect: resolutionEffect, at: instant }).optional(),
  withdrawn: act.extend({ reason: z.string() }).optional(),
});
export type DisputeDocument = z.infer<typeof disputeDocument>;

/** A transfer on its way along the route. Key `<account>/<number, six digits>`, topic `settlement/<agreement>`. */
export const paymentDocument = z.strictObject({
  ...named,
  payment: z.number().int(),
  from: organisationId,
  to: organisationId,
  amount: z.string(),
  state: z.enum(['on-its-way', 'received', 'withdrawn']),
  at: instant,
  /** All hops of the route; those not yet recorded have no voucher. `to` of a hop is the next body, the last one's the payee. */
  hops: z.array(
    z.strictObject({
      to: z.strictObject({ organisation: organisationId, name: bilingual.optional() }),
      voucher: voucher.optional(),
      recorded: act.optional(),
      confirmed: act.optional(),
      rejected: act.extend({ reason: z.string() }).optional(),
    }),
  ),
  /** Who has to confirm the hop that is recorded, or may record the next one. */
  awaits: z.array(organisationId),
  receivedOn: calendarDate.optional(),
  withdrawn: act.extend({ reason: z.string() }).optional(),
});
export type PaymentDocument = z.infer<typeof paymentDocument>;

/** Something that is due on a day (topic `settlements`): the settlement calendar. Gone when it is done; overdue is `on` before today. */
export const dueDocument = z.strictObject({
  ...named,
  what: z.enum(['report-figures', 'confirm-statement', 'resolve-dispute', 'pay']),
  /** Who has to do it. */
  organisations: z.array(organisationId),
  on: calendarDate,
  /** `2026-03`, to filter by. */
  month: z.string(),
  provisional: z.boolean(),
  period: period.optional(),
  dispute: z.number().int().optional(),
  to: organisationId.optional(),
  /** Of `pay`: what of it is still open. */
  amount: z.string().optional(),
});
export type DueDocument = z.infer<typeof dueDocument>;

/**
 * One entry between two parties (topic `settlement/<agreement>`): what balances over time are added up from. `due` and
 * `resolved` raise what `from` owes `to`, `received` lowers it; `held` waits for a dispute, `released` is held no longer.
 */
export const ledgerEntry = z.strictObject({
  ...account,
  kind: z.enum(['due', 'resolved', 'received', 'held', 'released']),
  from: organisationId,
  to: organisationId,
  amount: z.string(),
  on: calendarDate,
  period: period.optional(),
  payment: z.number().int().optional(),
  dispute: z.number().int().optional(),
});
export type LedgerEntry = z.infer<typeof ledgerEntry>;
