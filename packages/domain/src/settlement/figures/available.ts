import { isRefusal, type Person, type Refusal } from '../../kernel/index.ts';
import type { FiguresCommand, ReportKind } from './commands.ts';
import { figuresDecider } from './decide.ts';
import type { FiguresState } from './state.ts';

type OnReport = Extract<FiguresCommand, { readonly number: number }>['type'] | 'confirm-reports';

/** What stands against each thing that a person may say to one report (AZ-4), asked of the decider itself. */
export function availableOnReport(
  state: FiguresState,
  actor: Person,
  kind: ReportKind,
  number: number,
): readonly { readonly command: OnReport; readonly missing: readonly Refusal[] }[] {
  const ask = (command: Extract<FiguresCommand, { type: OnReport }>) => {
    const answer = figuresDecider.decide(command, state);
    return { command: command.type, missing: isRefusal(answer) ? [answer] : [] };
  };
  const about = { actor, kind, number };
  return [
    ask({ type: 'confirm-reports', actor, figures: kind === 'figure' ? [number] : [], milestones: kind === 'milestone' ? [number] : [] }),
    ask({ type: 'question-report', ...about, reason: '-' }),
    ask({ type: 'answer-question', ...about, answer: '-' }),
    ask({ type: 'withdraw-report', ...about, reason: '-' }),
    ask({ type: 'confirm-withdrawal', ...about }),
    ask({ type: 'decline-withdrawal', ...about, reason: '-' }),
  ];
}
