import { fold } from '@lianyu/domain/kernel';
import type { Unit } from '@lianyu/domain/money';
import {
  figuresDecider,
  inputsOf,
  lineDerivation,
  type ProposedStatement,
  type Report,
  recompute,
  reportsBehind,
  type SourceDocument,
} from '@lianyu/domain/settlement';
import { type DerivationPart, type Line, unitOf } from '@lianyu/domain/sharing';
import type { Account } from '../accounts.ts';
import { check, digested, referenceOf } from '../recompute/check.ts';

/** A figure or milestone behind a line, down to the hashes of its documents. */
export interface Input {
  readonly event: string;
  readonly kind: 'figure' | 'milestone';
  readonly number: number;
  readonly party: string;
  readonly what: string;
  readonly when: string;
  readonly amount?: string;
  readonly unit?: Unit;
  readonly company?: { readonly code: string; readonly name: string };
  readonly documents: readonly SourceDocument[];
  readonly reportedAt: string;
  readonly confirmedBy: readonly { readonly party: string; readonly at: string }[];
}

/** One line of a recorded statement, and everything that it follows from. */
export interface Explained {
  /** Up to where the log was read. */
  readonly position: string;
  readonly statement: ReturnType<typeof referenceOf>;
  readonly knownAt: string;
  readonly terms: readonly string[];
  /** The whole statement comes out the same when it is computed again. */
  readonly verified: boolean;
  readonly subject: string;
  readonly unit: Unit;
  readonly index: number;
  /** As recorded. */
  readonly line: Line;
  /** As computed again, under the statement's own engine. */
  readonly derivation: readonly DerivationPart[];
  readonly inputs: readonly Input[];
}

/** Undefined when the statement has no such line, or cannot be computed again. */
export function explained(proposed: ProposedStatement, account: Account, position: string, subject: string, index: number): Explained | undefined {
  const { parts, known } = proposed.event.data;
  const part = parts.find((each) => each.subject === subject);
  const line = part?.lines[index];
  const again = recompute(proposed, account.streams, digested);
  const statement = again?.draft.statements.find((each) => each.subject === subject);
  const derived = statement && lineDerivation(statement, index);
  if (!part || !line || !derived) return undefined;
  return {
    position,
    statement: referenceOf(proposed),
    knownAt: known.at,
    terms: known.terms,
    verified: check(proposed, account).outcome === 'same',
    subject,
    unit: part.unit,
    index,
    line,
    derivation: derived.derivation,
    inputs: inputsBehind(account, inputsOf(derived.derivation)),
  };
}

function inputsBehind({ streams }: Account, used: ReadonlySet<string>): Input[] {
  const { figures, milestones } = reportsBehind(fold(figuresDecider, streams.figures), used);
  return [
    ...figures.map((report): Input => {
      const { measure, period, amount, company, document } = report.content;
      const about = { what: measure, when: `${period.from}/${period.to}`, amount, unit: unitOf(measure), documents: [document] };
      return { ...common(report, 'figure'), ...about, ...(company ? { company } : {}) };
    }),
    ...milestones.map((report): Input => {
      const { kind, on, company, documents } = report.content;
      return { ...common(report, 'milestone'), what: kind, when: on, documents, ...(company ? { company } : {}) };
    }),
  ];
}

function common({ eventId, number, party, at, confirmations }: Report<unknown>, kind: Input['kind']) {
  const confirmedBy = confirmations.map((act) => ({ party: act.party, at: act.at }));
  return { event: eventId, kind, number, party, reportedAt: at, confirmedBy };
}
