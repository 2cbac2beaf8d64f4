import { z } from 'zod';
import { bilingual } from '../../agreements/content.ts';
import { calendarDate, type DomainEvent, digest, eventId, instant, negotiationId, organisationId } from '../../kernel/index.ts';
import { positiveText, unit, wholeText } from '../../money/index.ts';
import { measure, statement } from '../../sharing/index.ts';
import { period, reason, sourceDocument } from '../words.ts';

/** Two ledgers that never mix: `official` has one owner of each figure, `appraisal` counts by agreement, is internal and not to be published. */
export const ledger = z.enum(['official', 'appraisal']);
export type Ledger = z.infer<typeof ledger>;

/** A day reckoned in working days when it was set (TM-2). `calendar` is the version of the official calendar; provisional where a year of it is not published yet. */
export const deadline = z.strictObject({
  on: calendarDate,
  workingDays: z.number().int().min(0).max(250),
  calendar: z.string().max(60),
  provisional: z.boolean(),
});
export type Deadline = z.infer<typeof deadline>;

/** Statement of one subject: money, or one indicator or quota. What the engine put out, without its derivation, which anybody computes again from the inputs. */
export const statementPart = statement.pick({
  subject: true,
  unit: true,
  year: true,
  base: true,
  sources: true,
  held: true,
  lines: true,
  net: true,
  balances: true,
  late: true,
  marks: true,
});
export type StatementPart = z.infer<typeof statementPart>;

/** A place in a stream; none is `-1`. */
const revision = z.string().regex(/^(-1|0|[1-9]\d{0,18})$/);

/** One sum of what went in: what may be told to those who may not read single figures. */
export const inputSum = z.strictObject({ measure, unit, party: organisationId, period, amount: wholeText });
export type InputSum = z.infer<typeof inputSum>;

/**
 * What a statement was computed from: the figures and milestones that all had confirmed at `at`, which are those in the
 * stream of figures up to its event `figuresUpTo`; the terms as the agreement's stream has them up to its event
 * `agreementUpTo`, named by their digests; the engine and the reference data by their versions.
 */
export const known = z.strictObject({
  at: instant,
  figuresUpTo: revision,
  agreementUpTo: revision,
  figures: z.array(eventId).max(15_000),
  milestones: z.array(eventId).max(500),
  sums: z.array(inputSum).max(2_000),
  terms: z.array(digest).min(1).max(50),
  engine: z.string().regex(/^sharing\/\d{1,4}$/),
  reference: z.string().max(60),
});
export type Known = z.infer<typeof known>;

const counted = z.number().int().positive();
const base = { agreement: negotiationId, clause: z.string().max(40), ledger };
const on = { ...base, party: organisationId };
/** `digest` is that of the statement which the party was looking at. */
const onStatement = { ...on, period, digest };
const onMatter = { ...on, matter: counted };
const onPayment = { ...on, payment: counted };

/** A line that a party does not accept: which, what it holds right instead, and at whose cost or to whose gain that would be. */
export const dispute = z.strictObject({
  dispute: counted,
  subject: z.union([z.literal('money'), measure]),
  line: z.number().int().min(0).max(399),
  claimed: wholeText,
  against: organisationId,
  reason,
  documents: z.array(sourceDocument).max(10),
});
export type DisputeData = z.infer<typeof dispute>;

/** What one owes the other out of a statement or a resolved dispute. */
export const obligation = z.strictObject({ obligation: counted, from: organisationId, to: organisationId, amount: positiveText });
export type ObligationData = z.infer<typeof obligation>;

/** Of one pair of parties in one year, in fen. `held` is disputed and waits; `open` is due and not yet received. */
export const pairTotal = z.strictObject({
  from: organisationId,
  to: organisationId,
  due: wholeText,
  received: wholeText,
  open: wholeText,
  held: wholeText,
});
export type PairTotal = z.infer<typeof pairTotal>;

/** The settlement period that comes next, and until when which parties are to report its figures. */
export const nextPeriod = z.strictObject({ period, figuresDue: deadline, by: z.array(organisationId).max(10) });
export type NextPeriod = z.infer<typeof nextPeriod>;

/** Who resolved: the parties among themselves, their joint committee, or the body that the agreement names. */
export const resolver = z.enum(['parties', 'joint-committee', 'body']);
export type Resolver = z.infer<typeof resolver>;

/**
 * What a resolution means for what is computed later. `stands`: agreed otherwise than computed, and left alone by every later
 * statement. `anticipates`: a figure or milestone is to be corrected; once it is, no difference is booked for it a second time.
 */
export const resolutionEffect = z.enum(['stands', 'anticipates']);
export type ResolutionEffect = z.infer<typeof resolutionEffect>;

/** A confirmed document of one hop: a voucher of the sending office, a slip of the bank. */
export const voucher = z.strictObject({ number: z.string().trim().min(1).max(80), on: calendarDate, document: sourceDocument });
export type Voucher = z.infer<typeof voucher>;

/** The events of `settlement-<agreement>-<clause>` and `appraisal-<agreement>-<clause>`. */
export const accountEvents = {
  SettlementOpened: z.strictObject({
    ...base,
    parties: z.array(organisationId).min(2).max(10),
    /** Those that read single figures; the other parties are told sums. */
    readers: z.array(organisationId).min(2).max(10),
    /** As they stood when it was opened: number and title of the agreement, heading of the clause. */
    number: z.string().max(20),
    title: bilingual,
    heading: bilingual,
    next: nextPeriod.optional(),
  }),
  StatementProposed: z.strictObject({
    ...onStatement,
    /** Counts the proposals for this period from one. */
    number: counted,
    parts: z.array(statementPart).min(1).max(20),
    known,
    /** Over the derivations of all parts, in their order. */
    derivation: digest,
    confirmationDue: deadline,
    note: z.string().trim().max(2000),
  }),
  StatementConfirmed: z.strictObject(onStatement),
  /** Says as well that all lines that are not disputed are confirmed. */
  StatementDisputed: z.strictObject({ ...onStatement, disputes: z.array(dispute).min(1).max(100), resolutionDue: deadline }),
  StatementWithdrawn: z.strictObject({ ...onStatement, reason }),
  /** All have answered: what is undisputed is owed, what is disputed is held. */
  StatementAdopted: z.strictObject({
    ...base,
    period,
    digest,
    obligations: z.array(obligation).max(100),
    held: z.array(z.strictObject({ dispute: counted, amount: wholeText })).max(200),
    paymentDue: deadline.optional(),
    next: nextPeriod.optional(),
  }),
  /** The line stands; what was held of it is owed. */
  DisputeWithdrawn: z.strictObject({
    ...on,
    dispute: counted,
    reason,
    obligations: z.array(obligation).max(1),
    paymentDue: deadline.optional(),
  }),
  ResolutionProposed: z.strictObject({
    ...onMatter,
    dispute: counted,
    /** What the line is to be worth. */
    amount: wholeText,
    by: resolver,
    effect: resolutionEffect,
    basis: z.strictObject({ text: reason, documents: z.array(sourceDocument).max(10), resolvedOn: calendarDate }),
  }),
  DisputeResolved: z.strictObject({
    ...base,
    dispute: counted,
    amount: wholeText,
    by: resolver,
    effect: resolutionEffect,
    obligations: z.array(obligation).max(1),
    paymentDue: deadline.optional(),
  }),
  YearClosingProposed: z.strictObject({ ...onMatter, year: z.number().int().min(1990).max(2200), totals: z.array(pairTotal).max(90) }),
  YearClosed: z.strictObject({ ...base, matter: counted, year: z.number().int(), totals: z.array(pairTotal).max(90) }),
  /** 清算: sharing ends with `lastDay`; what is unsettled is settled all the same. */
  WindingUpProposed: z.strictObject({ ...onMatter, lastDay: calendarDate, reason }),
  /** Agreed to as a matter, or, without one, because the agreement has ended. */
  WindingUpBegun: z.strictObject({ ...base, matter: counted.optional(), lastDay: calendarDate }),
  ClosingProposed: z.strictObject({ ...onMatter, note: z.string().trim().max(2000) }),
  SettlementClosed: z.strictObject({ ...base, matter: counted }),
  /** Of a resolution, a closing of a year, a winding-up, a closing: by each of the other parties. */
  MatterAgreed: z.strictObject(onMatter),
  MatterRejected: z.strictObject({ ...onMatter, reason }),
  PaymentRecorded: z.strictObject({
    ...onPayment,
    from: organisationId,
    to: organisationId,
    amount: positiveText,
    /** Where the money goes on its way; with n bodies between there are n + 1 hops. */
    via: z.array(z.strictObject({ organisation: organisationId, name: bilingual })).max(8),
    voucher,
  }),
  /** Hops are counted from zero. */
  PaymentHopRecorded: z.strictObject({ ...onPayment, hop: z.number().int().min(0).max(8), voucher }),
  PaymentHopConfirmed: z.strictObject({ ...onPayment, hop: z.number().int().min(0).max(8) }),
  PaymentHopRejected: z.strictObject({ ...onPayment, hop: z.number().int().min(0).max(8), reason }),
  /** The last hop is confirmed. */
  PaymentReceived: z.strictObject({ ...base, payment: counted, receivedOn: calendarDate }),
  PaymentWithdrawn: z.strictObject({ ...onPayment, reason }),
};

type Schemas = typeof accountEvents;
export type AccountEvent = { [Type in keyof Schemas]: DomainEvent<Type, z.infer<Schemas[Type]>> }[keyof Schemas];
