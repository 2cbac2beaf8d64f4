import { entriesOf } from '../../kernel/index.ts';
import type { DerivationPart, Line, Statement } from '../../sharing/index.ts';
import type { FigureContent, MilestoneContent } from '../figures/events.ts';
import type { Report } from '../figures/report.ts';
import type { FiguresState } from '../figures/state.ts';

/** One line of a statement with the steps that it follows from: those that concern its party or all, in their order. */
export interface LineDerivation {
  readonly line: Line;
  readonly derivation: readonly DerivationPart[];
}

/** Undefined when there is no such line. A line that makes up for an earlier period follows from that period's stretches. */
export function lineDerivation(statement: Statement, index: number): LineDerivation | undefined {
  const line = statement.lines[index];
  if (!line) return undefined;
  const about = line.of;
  const derivation = statement.derivation
    .filter(({ stretch }) => (about === undefined ? stretch.from >= statement.period.from : stretch.from >= about.from && stretch.to <= about.to))
    .map((part) => ({ ...part, steps: part.steps.filter(({ party }) => party === undefined || party === line.party) }));
  return { line, derivation };
}

/** The events of figures and milestones that went into derivations. */
export function inputsOf(derivation: readonly DerivationPart[]): ReadonlySet<string> {
  return new Set(derivation.flatMap(({ steps }) => steps.flatMap(({ inputs }) => inputs)));
}

/** The figures and milestones that those events reported, with their documents and what was said to them since. */
export function reportsBehind({ figures, milestones }: FiguresState, used: ReadonlySet<string>) {
  const among = <Content extends FigureContent | MilestoneContent>(report: Report<Content>) => used.has(report.eventId);
  return { figures: entriesOf(figures).filter(among), milestones: entriesOf(milestones).filter(among) };
}
