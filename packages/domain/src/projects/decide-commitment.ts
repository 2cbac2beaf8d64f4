import { type Decision, type Refusal, type RefusalCode, refuse } from '../kernel/index.ts';
import type { Of, OpenProject } from './decide.ts';
import type { ProjectEvent } from './events.ts';
import { projectLimits } from './limits.ts';
import type { Commitment } from './state.ts';

export function giveCommitment({ actor, commitment, today }: Of<'give-commitment'>, state: OpenProject): Decision<ProjectEvent> {
  const number = state.commitments.length + 1;
  if (number > projectLimits.commitments) return refuse('PROJECT_LIMIT', { what: 'commitments', limit: projectLimits.commitments });
  if (commitment.dueOn < today) return refuse('COMMITMENT_DUE_PAST', { dueOn: commitment.dueOn, today });
  return [{ type: 'ProjectCommitmentGiven', data: { project: state.id, number, party: actor.organisation, commitment } }];
}

/** Whoever recorded it does not say that it was kept (AZ-3); late is late, and verified all the same. */
export function verifyCommitment(
  { actor, number, kept, on, documents, note, today }: Of<'verify-commitment'>,
  state: OpenProject,
): Decision<ProjectEvent> {
  const commitment = openOne(number, state);
  if ('refused' in commitment) return commitment;
  if (commitment.member === actor.member) return refuse('DUTIES_NOT_SEPARATE', { first: 'finance-officer', second: 'finance-reviewer' });
  if (on > today) return refuse('MILESTONE_NOT_YET', { on, today });
  return [
    { type: 'ProjectCommitmentVerified', data: { project: state.id, number, party: actor.organisation, kept, on, documents: [...documents], note } },
  ];
}

export function withdrawCommitment({ actor, number, reason }: Of<'withdraw-commitment'>, state: OpenProject): Decision<ProjectEvent> {
  const commitment = openOne(number, state);
  if ('refused' in commitment) return commitment;
  if (commitment.party !== actor.organisation) return refuse('PROJECT_MILESTONE_NOT_OWN', { number });
  return [{ type: 'ProjectCommitmentWithdrawn', data: { project: state.id, number, party: actor.organisation, reason } }];
}

/** Of one's own people, by the zone that has the project. */
export function appointAgent({ actor, agent }: Of<'appoint-agent'>, state: OpenProject): Decision<ProjectEvent> {
  if (actor.organisation !== state.sides?.destination) return refuse('NOT_A_PARTY', { organisation: actor.organisation });
  if (state.agent?.agent === agent) return refuse('PROJECT_UNCHANGED');
  return [{ type: 'ProjectAgentAppointed', data: { project: state.id, party: actor.organisation, agent } }];
}

export function assignTask({ actor, title, dueOn, today }: Of<'assign-task'>, state: OpenProject): Decision<ProjectEvent> {
  const number = state.tasks.length + 1;
  if (number > projectLimits.tasks) return refuse('PROJECT_LIMIT', { what: 'tasks', limit: projectLimits.tasks });
  if (state.agent?.party !== actor.organisation) return refuse('AGENCY_AGENT_MISSING');
  if (dueOn < today) return refuse('COMMITMENT_DUE_PAST', { dueOn, today });
  return [{ type: 'AgencyTaskAssigned', data: { project: state.id, number, party: actor.organisation, title, dueOn } }];
}

export function completeTask({ actor, number, on, note, today }: Of<'complete-task'>, state: OpenProject): Decision<ProjectEvent> {
  const task = state.tasks.find((each) => each.number === number);
  if (!task) return refuse('AGENCY_TASK_UNKNOWN', { number });
  if (task.party !== actor.organisation) return refuse('AGENCY_NOT_OWN', { number });
  if (task.completed) return refuse('AGENCY_TASK_COMPLETED', { number });
  if (on > today) return refuse('MILESTONE_NOT_YET', { on, today });
  return [{ type: 'AgencyTaskCompleted', data: { project: state.id, number, party: actor.organisation, on, note } }];
}

function openOne(number: number, { commitments }: OpenProject): Commitment | Refusal<RefusalCode> {
  const commitment = commitments.find((each) => each.number === number);
  if (!commitment) return refuse('COMMITMENT_UNKNOWN', { number });
  return commitment.verdict || commitment.withdrawn ? refuse('COMMITMENT_DECIDED', { number }) : commitment;
}
