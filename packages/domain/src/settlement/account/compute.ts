import type { CalendarDate, Digest, Instant } from '../../kernel/index.ts';
import {
  book,
  ENGINE,
  type EngineVersion,
  type Evaluation,
  evaluate,
  type SharingReference,
  type Statement,
  type TermsVersion,
} from '../../sharing/index.ts';
import { type KnownInputs, sumsOf } from '../figures/known.ts';
import type { Period } from '../words.ts';
import type { Computed } from './commands.ts';
import type { Known, StatementPart } from './events.ts';
import { type AccountId, type AccountState, adoptedIn, type Proposal } from './state.ts';

/** All that a statement of an account depends on. */
export interface ComputingInputs extends KnownInputs {
  readonly versions: readonly TermsVersion[];
  readonly reference: SharingReference;
  readonly at: Instant;
  /** The last events that are in `figures` and `milestones`, and in `versions`; −1 for none. */
  readonly figuresUpTo: bigint;
  readonly agreementUpTo: bigint;
  readonly through: CalendarDate;
  readonly engine?: EngineVersion | undefined;
}

/** Statements of one period with their derivations, in the order of the engine; what is still to be given digests. */
export interface Draft {
  readonly period: Period;
  readonly statements: readonly Statement[];
  readonly known: Known;
}

/** Entitlements of an account as known: one list for each period, in their order. */
export function entitlements({ clause, ledger }: AccountId, inputs: ComputingInputs): Evaluation {
  const { versions, figures, milestones, reference, at, through, engine = ENGINE } = inputs;
  const whole = evaluate({ versions, figures, milestones, reference, knownAt: at, through }, engine);
  return { ...whole, statements: whole.statements.filter((each) => each.clause === clause && each.ledger === ledger) };
}

/**
 * The statement that is next: of the earliest period that is not adopted, has begun to be shared, and, once sharing has ended,
 * has a difference to book. Undefined when there is none, for instance before sharing begins.
 */
export function nextStatement(state: AccountState, inputs: ComputingInputs): Draft | undefined {
  if (state.id === undefined) return undefined;
  const now = entitlements(state.id, inputs);
  const adopted = new Set(adoptedIn(state).map(({ period }) => period.from));
  const open = [...new Set(now.statements.map(({ period }) => period.from))].filter((from) => !adopted.has(from));
  for (const from of open) {
    const draft = bookedFor(state, inputs, now, from);
    if (draft?.statements.some((each) => !isIdle(each))) return draft;
  }
  return undefined;
}

/** It lies outside the years of sharing altogether, and books nothing of others. */
function isIdle({ year, derivation, lines, held }: Statement): boolean {
  // Official statistics are nobody's share: only the statement says which year of the clock it is.
  return year === undefined && derivation.every((part) => part.year === undefined) && [...lines, ...held].every(({ of }) => of === undefined);
}

/** `booked(P)` as it would be booked now, whatever may stand for it already. */
export function bookedFor(state: AccountState, inputs: ComputingInputs, now: Evaluation, from: CalendarDate): Draft | undefined {
  const { id } = state;
  if (id === undefined) return undefined;
  const before = adoptedIn(state)
    .filter(({ period }) => period.from !== from)
    .flatMap((proposal) => bookedStatements(proposal, state));
  const statements = book({ clause: id.clause, period: from, now, before }, now.engine);
  const period = statements[0]?.period;
  return period && { period, statements, known: knownIn(statements, inputs) };
}

/**
 * Statements as they were booked, as an engine takes them: the inputs stand in one step, which is all of a derivation that
 * booking looks at. A line that was resolved in anticipation of a correction counts as resolved (ST-14).
 */
export function bookedStatements({ parts, period, known, disputes }: Proposal, state: AccountState): readonly Statement[] {
  const { id } = state;
  if (id === undefined) return [];
  const anticipated = state.disputes.filter(({ number, resolution }) => disputes.includes(number) && resolution?.effect === 'anticipates');
  return parts.map((part): Statement => {
    const lines = part.lines.flatMap((line, index): Statement['lines'] => {
      const found = anticipated.find((dispute) => dispute.subject === part.subject && dispute.line === index);
      if (!found?.resolution) return [line];
      const less = BigInt(line.amount) - BigInt(found.resolution.amount);
      return [
        { ...line, amount: found.resolution.amount },
        { ...line, party: found.against, amount: less.toString() },
      ];
    });
    const inputs = [...known.figures, ...known.milestones];
    const step = { path: '', rule: 'booked', applied: true, inputs };
    return {
      ...part,
      lines,
      engine: known.engine as EngineVersion,
      reference: known.reference,
      kind: 'booked',
      clause: id.clause,
      ledger: id.ledger,
      terms: known.terms,
      period,
      knownAt: known.at,
      derivation: [{ stretch: period, terms: known.terms[0] as Digest, base: part.base, steps: [step] }],
    };
  });
}

function knownIn(statements: readonly Statement[], inputs: ComputingInputs): Known {
  const used = new Set(statements.flatMap(({ derivation }) => derivation.flatMap(({ steps }) => steps.flatMap((step) => step.inputs))));
  const figures = inputs.figures.filter(({ eventId }) => used.has(eventId));
  const milestones = inputs.milestones.filter(({ eventId }) => used.has(eventId));
  // What a difference comes from may have been withdrawn since: it is named all the same.
  const counted = new Set([...figures, ...milestones].map(({ eventId }) => eventId));
  const gone = [...used].filter((id) => !counted.has(id));
  return {
    at: inputs.at,
    figuresUpTo: inputs.figuresUpTo.toString(),
    agreementUpTo: inputs.agreementUpTo.toString(),
    figures: [...figures.map(({ eventId }) => eventId), ...gone],
    milestones: milestones.map(({ eventId }) => eventId),
    sums: [...sumsOf(figures)],
    terms: [...new Set(statements.flatMap(({ terms }) => terms))],
    engine: statements[0]?.engine ?? ENGINE,
    reference: inputs.reference.version,
  };
}

/** What of a statement is recorded: all but the derivation and what stands beside it once. */
export function partOf(statement: Statement): StatementPart {
  const { subject, unit, year, base, sources, held, lines, net, balances, late, marks } = statement;
  return {
    subject,
    unit,
    ...(year === undefined ? {} : { year }),
    base,
    sources,
    held,
    lines,
    net,
    balances,
    ...(late === undefined ? {} : { late }),
    marks,
  };
}

/** A statement with its digests, as it is proposed: by the server now, or by whoever computes it again. `digestOf` is over canonical bytes. */
export function computedFrom(
  { agreement, clause, ledger }: AccountId,
  { period, statements, known }: Draft,
  digestOf: (value: unknown) => Digest,
): Computed {
  const account = { agreement, clause, ledger };
  const parts = statements.map(partOf);
  const derivation = digestOf(statements.map((each) => each.derivation));
  return {
    period,
    parts,
    known,
    derivation,
    basis: digestOf({ account, period, parts, derivation }),
    digest: digestOf({ account, period, parts, known, derivation }),
  };
}
