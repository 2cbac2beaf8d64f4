import { type Decider, type Decision, type OrganisationId, type Person, type Refusal, type RefusalCode, refuse } from '../kernel/index.ts';
import type { NewProject, ProjectCommand } from './commands.ts';
import { appointAgent, assignTask, completeTask, giveCommitment, verifyCommitment, withdrawCommitment } from './decide-commitment.ts';
import {
  answerQuestion,
  confirmMilestone,
  confirmRetraction,
  questionMilestone,
  refuseCode,
  rejectRetraction,
  reportMilestone,
  retractMilestone,
} from './decide-milestone.ts';
import type { ProjectEvent } from './events.ts';
import { projectLimits } from './limits.ts';
import { evolve, noProject, type ProjectState } from './state.ts';

export const projectDecider: Decider<ProjectCommand, ProjectState, ProjectEvent> = { initial: noProject, decide, evolve };

export type Of<Type extends ProjectCommand['type']> = Extract<ProjectCommand, { type: Type }>;
export type OpenProject = ProjectState & { readonly id: NonNullable<ProjectState['id']>; readonly basics: NonNullable<ProjectState['basics']> };

function decide(command: ProjectCommand, state: ProjectState): Decision<ProjectEvent> {
  if (command.type === 'open-project') return open(command, command.actor.organisation, state);
  if (command.type === 'open-imported') return open(command, command.party, state);
  if (!isOpen(state)) return refuse('PROJECT_UNKNOWN');
  if (command.type === 'refuse-code') return refuseCode(command, state);
  const stranger = outsider(command.actor, state);
  if (stranger) return stranger;
  switch (command.type) {
    case 'correct-project':
      return correct(command, state);
    case 'schedule-project':
      return schedule(command, state);
    case 'report-milestone':
      return reportMilestone(command, state);
    case 'confirm-milestone':
      return confirmMilestone(command, state);
    case 'question-milestone':
      return questionMilestone(command, state);
    case 'answer-question':
      return answerQuestion(command, state);
    case 'retract-milestone':
      return retractMilestone(command, state);
    case 'confirm-retraction':
      return confirmRetraction(command, state);
    case 'reject-retraction':
      return rejectRetraction(command, state);
    case 'give-commitment':
      return giveCommitment(command, state);
    case 'verify-commitment':
      return verifyCommitment(command, state);
    case 'withdraw-commitment':
      return withdrawCommitment(command, state);
    case 'appoint-agent':
      return appointAgent(command, state);
    case 'assign-task':
      return assignTask(command, state);
    case 'complete-task':
      return completeTask(command, state);
  }
}

/** Whoever opens it is one of its sides, and the sides are not the same. */
export function openingRefused({ project, sides }: Pick<NewProject, 'project' | 'sides'>, party: OrganisationId): Refusal<RefusalCode> | undefined {
  if (party !== sides.origin && party !== sides.destination) return refuse('NOT_A_PARTY', { organisation: party });
  return sides.origin === sides.destination ? refuse('PROJECT_SAME_SIDES', { organisation: sides.destination, project }) : undefined;
}

function open({ project, sides, basics, imported }: NewProject, party: OrganisationId, state: ProjectState): Decision<ProjectEvent> {
  if (state.id !== undefined) return refuse('PROJECT_EXISTS', { project });
  const refusal = openingRefused({ project, sides }, party);
  return refusal ?? [{ type: 'ProjectOpened', data: { project, party, sides, basics, ...(imported === undefined ? {} : { imported }) } }];
}

function correct({ actor, basics, reason }: Of<'correct-project'>, state: OpenProject): Decision<ProjectEvent> {
  if (state.corrections.length >= projectLimits.corrections)
    return refuse('PROJECT_LIMIT', { what: 'corrections', limit: projectLimits.corrections });
  if (JSON.stringify(basics) === JSON.stringify(state.basics)) return refuse('PROJECT_UNCHANGED');
  return [{ type: 'ProjectCorrected', data: { project: state.id, party: actor.organisation, basics, reason } }];
}

function schedule({ actor, schedule: days }: Of<'schedule-project'>, state: OpenProject): Decision<ProjectEvent> {
  const { schedules, id } = state;
  if (schedules.length >= projectLimits.corrections) return refuse('PROJECT_LIMIT', { what: 'schedules', limit: projectLimits.corrections });
  if (new Set(days.map(({ kind }) => kind)).size !== days.length) return refuse('PROJECT_MILESTONE_FIELD', { kind: 'schedule', field: 'kind' });
  if (JSON.stringify(schedules.at(-1)?.schedule) === JSON.stringify(days)) return refuse('PROJECT_UNCHANGED');
  return [{ type: 'ProjectScheduled', data: { project: id, party: actor.organisation, schedule: [...days] } }];
}

function isOpen(state: ProjectState): state is OpenProject {
  return state.id !== undefined && state.basics !== undefined;
}

/** Its parties alone say anything of a project, and a person only for one of them (AZ-3). */
function outsider({ member, organisation }: Person, { parties, sideOf }: ProjectState): Refusal<RefusalCode> | undefined {
  if (!parties.includes(organisation)) return refuse('NOT_A_PARTY', { organisation });
  const side = sideOf.get(member);
  return side === undefined || side === organisation ? undefined : refuse('ACTS_FOR_ANOTHER_PARTY', { party: side });
}
