import { type Decider, type Decision, type Person, type Refusal, type RefusalCode, refuse } from '../../kernel/index.ts';
import type { FiguresCommand } from './commands.ts';
import { carryMilestone, takeBackMilestone } from './decide-carrying.ts';
import { reportFigures, reportMilestone } from './decide-reporting.ts';
import { answerQuestion, confirmReports, confirmWithdrawal, declineWithdrawal, questionReport, withdrawReport } from './decide-saying.ts';
import type { FiguresEvent } from './events.ts';
import { evolve, type FiguresState, noFigures } from './state.ts';

export const figuresDecider: Decider<FiguresCommand, FiguresState, FiguresEvent> = { initial: noFigures, decide, evolve };

export type Of<Type extends FiguresCommand['type']> = Extract<FiguresCommand, { type: Type }>;
export type OpenReporting = FiguresState & { readonly agreement: NonNullable<FiguresState['agreement']> };

function decide(command: FiguresCommand, state: FiguresState): Decision<FiguresEvent> {
  if (command.type === 'open-reporting') {
    const { agreement, parties, readers } = command;
    if (state.agreement !== undefined) return refuse('REPORTING_EXISTS', { agreement });
    return [{ type: 'ReportingOpened', data: { agreement, parties: [...parties], readers: [...readers] } }];
  }
  if (!isOpen(state)) return refuse('REPORTING_UNKNOWN');
  if (command.type === 'carry-milestone') return carryMilestone(command, state);
  if (command.type === 'take-back-milestone') return takeBackMilestone(command, state);
  const stranger = outsider(command.actor, state);
  if (stranger) return stranger;
  switch (command.type) {
    case 'report-figures':
      return reportFigures(command, state);
    case 'report-milestone':
      return reportMilestone(command, state);
    case 'confirm-reports':
      return confirmReports(command, state);
    case 'question-report':
      return questionReport(command, state);
    case 'answer-question':
      return answerQuestion(command, state);
    case 'withdraw-report':
      return withdrawReport(command, state);
    case 'confirm-withdrawal':
      return confirmWithdrawal(command, state);
    case 'decline-withdrawal':
      return declineWithdrawal(command, state);
  }
}

function isOpen(state: FiguresState): state is OpenReporting {
  return state.agreement !== undefined;
}

/** Only who may read single figures reports and answers them, and a person only for one party (AZ-3). */
function outsider({ member, organisation }: Person, { readers, sides }: FiguresState): Refusal<RefusalCode> | undefined {
  if (!readers.includes(organisation)) return refuse('NOT_A_PARTY', { organisation });
  const side = sides.get(member);
  return side === undefined || side === organisation ? undefined : refuse('ACTS_FOR_ANOTHER_PARTY', { party: side });
}
