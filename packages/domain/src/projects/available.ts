import { isRefusal, type Person, type Refusal } from '../kernel/index.ts';
import { stands } from '../settlement/figures/report.ts';
import type { ProjectCommand } from './commands.ts';
import { projectDecider } from './decide.ts';
import type { ProjectState } from './state.ts';

type OnMilestone = 'confirm-milestone' | 'question-milestone' | 'answer-question' | 'retract-milestone' | 'confirm-retraction' | 'reject-retraction';

/** What a person may say to each milestone that stands (AZ-4), asked of the decider itself. */
export function availableOnMilestones(
  state: ProjectState,
  actor: Person,
): readonly { readonly number: number; readonly commands: readonly { readonly command: OnMilestone; readonly missing: readonly Refusal[] }[] }[] {
  return state.milestones.filter(stands).map(({ number }) => {
    const ask = (command: Extract<ProjectCommand, { type: OnMilestone }>) => {
      const answer = projectDecider.decide(command, state);
      return { command: command.type, missing: isRefusal(answer) ? [answer] : [] };
    };
    const about = { actor, number };
    return {
      number,
      commands: [
        ask({ type: 'confirm-milestone', ...about }),
        ask({ type: 'question-milestone', ...about, reason: '-' }),
        ask({ type: 'answer-question', ...about, answer: '-' }),
        ask({ type: 'retract-milestone', ...about, reason: '-' }),
        ask({ type: 'confirm-retraction', ...about }),
        ask({ type: 'reject-retraction', ...about, reason: '-' }),
      ],
    };
  });
}
