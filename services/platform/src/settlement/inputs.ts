import type { ExplainedInput } from '@lianyu/contract';
import { entriesOf } from '@lianyu/domain/kernel';
import type { FiguresState, Report } from '@lianyu/domain/settlement';
import { type Statement, unitOf } from '@lianyu/domain/sharing';

/** The events that went into statements, by their derivations. */
export function inputsOf(statements: readonly Statement[]): ReadonlySet<string> {
  return new Set(statements.flatMap(({ derivation }) => derivation.flatMap(({ steps }) => steps.flatMap(({ inputs }) => inputs))));
}

/** The figures and milestones behind a derivation, down to their documents and who confirmed them. */
export function explainedInputs({ figures, milestones }: FiguresState, used: ReadonlySet<string>): ExplainedInput[] {
  const common = ({ eventId, number, party, at, confirmations, phase }: Report<unknown>) => ({
    eventId,
    number,
    party,
    reportedAt: at,
    confirmations: confirmations.map((act) => ({ party: act.party, at: act.at })),
    phase,
  });
  return [
    ...entriesOf(figures)
      .filter(({ eventId }) => used.has(eventId))
      .map((report): ExplainedInput => {
        const { measure, period, amount, effectiveOn, company, document } = report.content;
        const about = { measure, unit: unitOf(measure), period, amount, effectiveOn, ...(company === undefined ? {} : { company }) };
        return { kind: 'figure', ...common(report), ...about, documents: [document] };
      }),
    ...entriesOf(milestones)
      .filter(({ eventId }) => used.has(eventId))
      .map((report): ExplainedInput => {
        const { kind, on, company, documents } = report.content;
        return { kind: 'milestone', ...common(report), milestone: kind, on, ...(company === undefined ? {} : { company }), documents };
      }),
  ];
}
