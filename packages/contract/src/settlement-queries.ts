import { calendarDate, digest, eventId, instant, negotiationId, organisationId } from '@lianyu/domain/kernel';
import { unit } from '@lianyu/domain/money';
import { inputSum, ledger, period, sourceDocument, statementPart } from '@lianyu/domain/settlement';
import { line, measure, milestoneKind, partyAmount, statement } from '@lianyu/domain/sharing';
import { reportPhase, statementStage } from '@lianyu/projections/folds';
import { z } from 'zod';
import { availability } from './commands.ts';
import { asOfParameter } from './moments.ts';

const paging = { after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) };
const year = z.string().regex(/^\d{4}$/);
const yes = z.enum(['true']);

/** By what lists of figures are narrowed. */
export const figuresFilter = z.strictObject({
  agreement: negotiationId.optional(),
  phase: reportPhase.optional(),
  measure: measure.optional(),
  /** Who reported. */
  party: organisationId.optional(),
  /** Year of the last day of the figure's period. */
  year: year.optional(),
  /** Only what the viewer's organisation has to answer. */
  waits: yes.optional(),
  q: z.string().trim().max(80).optional(),
  ...asOfParameter,
});
/** GET /api/figures: the inbox of figures (rows of kind `figure`) or of milestones, newest first, of the agreements whose single figures the viewer may read. */
export const figuresQuery = figuresFilter.extend({ kind: z.enum(['figure', 'milestone']).default('figure'), ...paging });

/** GET /api/statements: rows of kind `statement-row`, latest period first. */
export const statementsQuery = z.strictObject({
  agreement: negotiationId.optional(),
  ledger: ledger.optional(),
  stage: statementStage.optional(),
  year: year.optional(),
  waits: yes.optional(),
  q: z.string().trim().max(80).optional(),
  ...asOfParameter,
  ...paging,
});

/** GET /api/disputes: rows of kind `dispute`, newest first. */
export const disputesQuery = z.strictObject({
  agreement: negotiationId.optional(),
  state: z.enum(['open', 'resolved', 'withdrawn', 'void']).optional(),
  year: year.optional(),
  ...asOfParameter,
  ...paging,
});

/** GET /api/calendar: rows of kind `due` from a day to a day, both within, latest first. What is overdue is due before today. */
export const calendarQuery = z.strictObject({ from: calendarDate, to: calendarDate, ...asOfParameter });

/** GET /api/balances: what an organisation (the viewer's, if none is named) and others owe each other, over time. */
export const balancesQuery = z.strictObject({ organisation: organisationId.optional(), with: organisationId.optional(), ...asOfParameter });
export const balances = z.strictObject({
  pairs: z.array(
    z.strictObject({
      from: organisationId,
      to: organisationId,
      /** After each day on which something moved, oldest first; sums in fen since the beginning. `open` is due less received. */
      points: z.array(z.strictObject({ on: calendarDate, due: z.string(), received: z.string(), held: z.string(), open: z.string() })),
    }),
  ),
  /** There were more entries than are added up at once. */
  more: z.boolean(),
});
export type Balances = z.infer<typeof balances>;

/** One figure or milestone behind a derivation, down to its document. Whoever may not read single figures has `sums` instead. */
export const explainedInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('figure'),
    eventId,
    number: z.number().int(),
    party: organisationId,
    measure,
    unit,
    period,
    amount: z.string(),
    effectiveOn: calendarDate,
    company: z.strictObject({ code: z.string(), name: z.string() }).optional(),
    documents: z.array(sourceDocument),
    reportedAt: instant,
    confirmations: z.array(z.strictObject({ party: organisationId, at: instant })),
    phase: reportPhase,
  }),
  z.strictObject({
    kind: z.literal('milestone'),
    eventId,
    number: z.number().int(),
    party: organisationId,
    milestone: milestoneKind,
    on: calendarDate,
    company: z.strictObject({ code: z.string(), name: z.string() }).optional(),
    documents: z.array(sourceDocument),
    reportedAt: instant,
    confirmations: z.array(z.strictObject({ party: organisationId, at: instant })),
    phase: reportPhase,
  }),
]);
export type ExplainedInput = z.infer<typeof explainedInput>;

/** Statements with their derivations, and what went into them. */
const explained = {
  /** For parties that read single figures; empty for the others. */
  inputs: z.array(explainedInput),
  /** By measure, party and period. */
  sums: z.array(inputSum),
};

/**
 * GET /api/settlements/:agreement/:clause/:ledger/preview, for parties: the statement that would be proposed now.
 * `provisional=true` counts what waits for confirmation as well; only without it is `basis` one to propose on.
 */
export const previewQuery = z.strictObject({ provisional: yes.optional() });
export const preview = z.strictObject({
  at: instant,
  provisional: z.boolean(),
  /** None while no period is to be settled. */
  next: z
    .strictObject({
      period,
      /** Its last day is over: it may be proposed. */
      over: z.boolean(),
      statements: z.array(statement),
      basis: digest,
      derivation: digest,
    })
    .optional(),
  /** What could not be computed and why, by node of the terms. */
  problems: z.array(z.strictObject({ path: z.string(), problem: z.string() })),
  ...explained,
});
export type Preview = z.infer<typeof preview>;

/**
 * GET /api/settlements/:agreement/:clause/:ledger/periods/:from?on=…: a period as known at the end of a day, computed from the
 * log as it stood then; without `on`, now. `entitlement` is what it is worth as known then, `booked` what its statement
 * contained, verified by computing it again under its own engine from what was known to it.
 */
export const knownQuery = z.strictObject({ on: calendarDate.optional() });
export const periodKnown = z.strictObject({
  period,
  /** The last instant whose events are in it. */
  at: instant,
  entitlement: z.array(statement),
  booked: z
    .strictObject({
      phase: z.enum(['proposed', 'adopted']),
      statements: z.array(statement),
      digest,
      /** Whether computing it again gave the same, to the digest. */
      verified: z.boolean(),
    })
    .optional(),
  /** Differences of this period that later statements had booked by then. */
  bookedLater: z.array(z.strictObject({ period, subject: statementPart.shape.subject, lines: z.array(line) })),
  /** By subject and party: entitlement less all that was booked for the period. */
  unbooked: z.array(z.strictObject({ subject: statementPart.shape.subject, amounts: z.array(partyAmount) })),
  ...explained,
});
export type PeriodKnown = z.infer<typeof periodKnown>;

/** GET …/periods/:from/explain?subject=…&line=…&of=entitlement|booked&on=…: the derivation of one line. */
export const explainQuery = knownQuery.extend({
  of: z.enum(['entitlement', 'booked']).default('booked'),
  subject: statementPart.shape.subject,
  line: z.coerce.number().int().min(0).max(399),
});
export const explanation = z.strictObject({
  period,
  at: instant,
  unit,
  line,
  /** The parts and steps that concern the line's party, in their order. */
  derivation: statement.shape.derivation,
  ...explained,
});
export type Explanation = z.infer<typeof explanation>;

/** GET /api/settlements/:agreement/:clause/:ledger/history: what happened, oldest first. */
export const settlementHistory = z.strictObject({
  moments: z.array(
    z.strictObject({
      at: instant,
      kind: z.string(),
      party: organisationId.optional(),
      period: period.optional(),
      dispute: z.number().int().optional(),
      matter: z.number().int().optional(),
      payment: z.number().int().optional(),
      hop: z.number().int().optional(),
      words: z.string().optional(),
    }),
  ),
});

/** GET …/:ledger/actions, and GET /api/agreements/:agreement/reports/:kind/:number/actions: what the viewer may do, and what is missing (AZ-4). */
export const settlementActions = z.strictObject({
  actions: z.array(
    availability.extend({
      /** What it is about, where there may be several: the period on the table, a dispute, a matter, a payment and its hop. */
      about: z
        .strictObject({
          period: calendarDate.optional(),
          dispute: z.number().int().optional(),
          matter: z.number().int().optional(),
          payment: z.number().int().optional(),
          hop: z.number().int().optional(),
          to: organisationId.optional(),
        })
        .optional(),
    }),
  ),
});
export type SettlementActions = z.infer<typeof settlementActions>;

/** POST /api/files with the bytes as body and the name in `x-file-name` (percent-encoded): kept once by their hash, for the own organisation. */
export const keptFile = z.strictObject({ digest, bytes: z.number().int(), mediaType: z.string() });
