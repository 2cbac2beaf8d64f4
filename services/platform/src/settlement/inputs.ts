import type { ExplainedInput } from '@lianyu/contract';
import { type FiguresState, inputsOf, type Report, reportsBehind } from '@lianyu/domain/settlement';
import { type Statement, unitOf } from '@lianyu/domain/sharing';

/** The events that went into statements, by their derivations. */
export function inputsOfAll(statements: readonly Statement[]): ReadonlySet<string> {
  return inputsOf(statements.flatMap(({ derivation }) => derivation));
}

/** The figures and milestones behind a derivation, down to their documents and who confirmed them. */
export function explainedInputs(state: FiguresState, used: ReadonlySet<string>): ExplainedInput[] {
  const { figures, milestones } = reportsBehind(state, used);
  const common = ({ eventId, number, party, at, confirmations, phase }: Report<unknown>) => ({
    eventId,
    number,
    party,
    reportedAt: at,
    confirmations: confirmations.map((act) => ({ party: act.party, at: act.at })),
    phase,
  });
  return [
    ...figures.map((report): ExplainedInput => {
      const { measure, period, amount, effectiveOn, company, document } = report.content;
      const about = { measure, unit: unitOf(measure), period, amount, effectiveOn, ...(company === undefined ? {} : { company }) };
      return { kind: 'figure', ...common(report), ...about, documents: [document] };
    }),
    ...milestones.map((report): ExplainedInput => {
      const { kind, on, company, documents } = report.content;
      return { kind: 'milestone', ...common(report), milestone: kind, on, ...(company === undefined ? {} : { company }), documents };
    }),
  ];
}
