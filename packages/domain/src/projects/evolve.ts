import { type OrganisationId, type Recorded, whoActed } from '../kernel/index.ts';
import { type Act, awaited, counts, openQuestions, type Report } from '../settlement/figures/report.ts';
import type { ProjectEvent } from './events.ts';
import type { ProjectMilestone } from './milestone.ts';
import type { ProjectState } from './state.ts';

type Milestone = Report<ProjectMilestone>;
type OnMilestone = Extract<
  ProjectEvent,
  {
    type:
      | 'ProjectMilestoneConfirmed'
      | 'ProjectMilestoneQuestioned'
      | 'ProjectQuestionAnswered'
      | 'ProjectMilestoneRetracted'
      | 'ProjectRetractionConfirmed'
      | 'ProjectRetractionRejected';
  }
>;

/** The project after an event. */
export function evolve(before: ProjectState, recorded: Recorded<ProjectEvent>): ProjectState {
  const { event, metadata, id: eventId } = recorded;
  const act: Act = { party: event.data.party, ...whoActed(metadata.actor), at: metadata.recordedAt };
  const state = { ...before, sideOf: sideAfter(before, act) };
  switch (event.type) {
    case 'ProjectOpened': {
      const { project, sides, basics } = event.data;
      return { ...state, id: project, sides, basics, parties: partiesOf(sides), opened: act };
    }
    case 'ProjectCorrected': {
      const { basics, reason } = event.data;
      return { ...state, basics, corrections: state.basics ? [...state.corrections, { ...act, reason, before: state.basics }] : state.corrections };
    }
    case 'ProjectScheduled':
      return { ...state, schedules: [...state.schedules, { ...act, schedule: event.data.schedule }] };
    case 'ProjectMilestoneReported': {
      const { number, readers, milestone: content } = event.data;
      const report: Milestone = {
        ...act,
        number,
        eventId,
        readers,
        content,
        phase: 'reported',
        confirmations: [],
        questions: [],
        change: undefined,
        withdrawal: undefined,
        supersedes: undefined,
      };
      const parties = content.to === undefined ? state.parties : distinct([...state.parties, content.to]);
      return moved({ ...state, parties, milestones: [...state.milestones, settled(report)] }, number);
    }
    case 'ProjectCommitmentGiven': {
      const { number, commitment: content } = event.data;
      return { ...state, commitments: [...state.commitments, { ...act, number, content, verdict: undefined, withdrawn: undefined }] };
    }
    case 'ProjectCommitmentVerified': {
      const { number, kept, on, note } = event.data;
      return {
        ...state,
        commitments: state.commitments.map((each) => (each.number === number ? { ...each, verdict: { ...act, kept, on, note } } : each)),
      };
    }
    case 'ProjectCommitmentWithdrawn': {
      const { number, reason } = event.data;
      return { ...state, commitments: state.commitments.map((each) => (each.number === number ? { ...each, withdrawn: { ...act, reason } } : each)) };
    }
    case 'ProjectAgentAppointed':
      return { ...state, agent: { ...act, agent: event.data.agent } };
    case 'AgencyTaskAssigned': {
      const { number, title, dueOn } = event.data;
      return { ...state, tasks: [...state.tasks, { ...act, number, title, dueOn, completed: undefined }] };
    }
    case 'AgencyTaskCompleted': {
      const { number, on, note } = event.data;
      return { ...state, tasks: state.tasks.map((each) => (each.number === number ? { ...each, completed: { on, note } } : each)) };
    }
    default: {
      const { number } = event.data;
      return moved({ ...state, milestones: state.milestones.map((each) => (each.number === number ? said(each, event, act) : each)) }, number);
    }
  }
}

function said(report: Milestone, event: OnMilestone, act: Act): Milestone {
  switch (event.type) {
    case 'ProjectMilestoneConfirmed':
      return settled({ ...report, confirmations: [...report.confirmations, act] });
    case 'ProjectMilestoneQuestioned':
      return { ...report, phase: 'questioned', questions: [...report.questions, { ...act, reason: event.data.reason, answer: undefined }] };
    case 'ProjectQuestionAnswered': {
      const { party: _, ...by } = act;
      const open = openQuestions(report);
      const questions = report.questions.map((each) => (open.includes(each) ? { ...each, answer: { text: event.data.answer, ...by } } : each));
      return { ...report, phase: 'reported', questions };
    }
    case 'ProjectMilestoneRetracted': {
      const withdrawal = { ...act, reason: event.data.reason, confirmations: [] };
      const alone = report.readers.every((reader) => reader === report.party);
      return { ...report, phase: counts(report) && !alone ? 'withdrawing' : 'withdrawn', withdrawal };
    }
    case 'ProjectRetractionConfirmed': {
      const withdrawal = report.withdrawal && { ...report.withdrawal, confirmations: [...report.withdrawal.confirmations, act] };
      const then = { ...report, withdrawal };
      return awaited(then).length === 0 ? { ...then, phase: 'withdrawn' } : then;
    }
    case 'ProjectRetractionRejected':
      return { ...report, phase: 'confirmed', withdrawal: undefined };
  }
}

/** The last confirmation settles a report; one that nobody else reads is settled when it is made. */
const settled = (report: Milestone): Milestone => (awaited(report).length === 0 ? { ...report, phase: 'confirmed' } : report);

/** Of the transfers that count the latest says where the project is built now; without any, where it was opened. */
function moved(state: ProjectState, number: number): ProjectState {
  const touched = state.milestones.find((each) => each.number === number);
  if (touched?.content.kind !== 'transferred' || !state.sides) return state;
  const transfers = state.milestones.filter((each) => counts(each) && each.content.to !== undefined);
  const last = transfers.reduce<Milestone | undefined>(
    (latest, each) =>
      !latest || each.content.on > latest.content.on || (each.content.on === latest.content.on && each.number > latest.number) ? each : latest,
    undefined,
  );
  const first = state.openedAt ?? state.sides.destination;
  return { ...state, openedAt: first, sides: { ...state.sides, destination: last?.content.to ?? first } };
}

function sideAfter({ sideOf }: ProjectState, { member, party }: Act): ProjectState['sideOf'] {
  return member === undefined || sideOf.has(member) ? sideOf : new Map(sideOf).set(member, party);
}

const distinct = (all: readonly OrganisationId[]) => [...new Set(all)];
export const partiesOf = ({ origin, destination }: { origin?: OrganisationId | undefined; destination: OrganisationId }) =>
  distinct([...(origin === undefined ? [] : [origin]), destination]);
