import { type Decision, type OrganisationId, type Person, type Refusal, type RefusalCode, refuse } from '../kernel/index.ts';
import { openQuestions, type Report, stands } from '../settlement/figures/report.ts';
import type { Of, OpenProject } from './decide.ts';
import type { ProjectEvent } from './events.ts';
import { projectLimits } from './limits.ts';
import { fieldOf, type ProjectMilestone, repeatable, withoutEvidence } from './milestone.ts';
import { counted } from './state.ts';

type Milestone = Report<ProjectMilestone>;

export function reportMilestone({ actor, milestone, today }: Of<'report-milestone'>, state: OpenProject): Decision<ProjectEvent> {
  const { milestones, parties } = state;
  if (milestones.length >= projectLimits.milestones) return refuse('PROJECT_LIMIT', { what: 'milestones', limit: projectLimits.milestones });
  const refusal =
    contentRefused(milestone, actor, state) ?? (milestone.on > today ? refuse('MILESTONE_NOT_YET', { on: milestone.on, today }) : undefined);
  if (refusal) return refusal;
  const same = repeatable.has(milestone.kind) ? undefined : milestones.find((each) => stands(each) && each.content.kind === milestone.kind);
  if (same) return refuse('PROJECT_MILESTONE_EXISTS', { kind: milestone.kind, number: same.number });
  const ended = counted(state).find(({ kind, on }) => (kind === 'terminated' || kind === 'relocated') && on < milestone.on);
  if (ended) return refuse('PROJECT_ENDED', { on: ended.on });
  const number = milestones.length + 1;
  const readers = milestone.to === undefined || parties.includes(milestone.to) ? [...parties] : [...parties, milestone.to];
  return [{ type: 'ProjectMilestoneReported', data: { ...about(state, number, actor.organisation), readers, milestone } }];
}

/** Each further field belongs to one kind, which does not go without it; what can be shown is shown. */
function contentRefused(milestone: ProjectMilestone, { organisation }: Person, { sides }: OpenProject): Refusal<RefusalCode> | undefined {
  const { kind, documents, figures, to } = milestone;
  for (const [field, owner] of Object.entries(fieldOf)) {
    const said = milestone[field as keyof typeof fieldOf] !== undefined;
    if (said !== (kind === owner)) return refuse('PROJECT_MILESTONE_FIELD', { kind, field });
  }
  if (new Set(figures.map(({ indicator }) => indicator)).size !== figures.length)
    return refuse('PROJECT_MILESTONE_FIELD', { kind, field: 'figures' });
  if (kind === 'progress' && figures.length === 0) return refuse('PROJECT_MILESTONE_FIELD', { kind, field: 'figures' });
  // The zone where it is built hands it on, and not to itself or back to where it comes from.
  if (to !== undefined && (organisation !== sides?.destination || to === sides.destination || to === sides.origin))
    return refuse('PROJECT_MILESTONE_FIELD', { kind, field: 'to' });
  return documents.length === 0 && !withoutEvidence.has(kind) ? refuse('PROJECT_EVIDENCE_MISSING', { kind }) : undefined;
}

export function confirmMilestone({ actor, number }: Of<'confirm-milestone'>, state: OpenProject): Decision<ProjectEvent> {
  const report = others(number, actor, state);
  if ('refused' in report) return report;
  if ((report.phase !== 'reported' && report.phase !== 'questioned') || hasActed(report.confirmations, actor)) return wrongPhase(report);
  if (report.member === actor.member) return refuse('DUTIES_NOT_SEPARATE', REPORTER_CONFIRMER);
  return [{ type: 'ProjectMilestoneConfirmed', data: about(state, number, actor.organisation) }];
}

export function questionMilestone({ actor, number, reason }: Of<'question-milestone'>, state: OpenProject): Decision<ProjectEvent> {
  const report = others(number, actor, state);
  if ('refused' in report) return report;
  const asked = openQuestions(report).some(({ party }) => party === actor.organisation);
  if ((report.phase !== 'reported' && report.phase !== 'questioned') || asked || hasActed(report.confirmations, actor)) return wrongPhase(report);
  return [{ type: 'ProjectMilestoneQuestioned', data: { ...about(state, number, actor.organisation), reason } }];
}

export function answerQuestion({ actor, number, answer }: Of<'answer-question'>, state: OpenProject): Decision<ProjectEvent> {
  const report = own(number, actor, state);
  if ('refused' in report) return report;
  if (report.phase !== 'questioned') return wrongPhase(report);
  return [{ type: 'ProjectQuestionAnswered', data: { ...about(state, number, actor.organisation), answer } }];
}

/** 更正: at once while not all have confirmed it; after that it takes their confirmation. */
export function retractMilestone({ actor, number, reason }: Of<'retract-milestone'>, state: OpenProject): Decision<ProjectEvent> {
  const report = own(number, actor, state);
  if ('refused' in report) return report;
  if (!stands(report) || report.phase === 'withdrawing') return wrongPhase(report);
  return [{ type: 'ProjectMilestoneRetracted', data: { ...about(state, number, actor.organisation), reason } }];
}

export function confirmRetraction({ actor, number }: Of<'confirm-retraction'>, state: OpenProject): Decision<ProjectEvent> {
  const report = others(number, actor, state);
  if ('refused' in report) return report;
  if (report.phase !== 'withdrawing' || hasActed(report.withdrawal?.confirmations ?? [], actor)) return wrongPhase(report);
  if (report.withdrawal?.member === actor.member) return refuse('DUTIES_NOT_SEPARATE', REPORTER_CONFIRMER);
  return [{ type: 'ProjectRetractionConfirmed', data: about(state, number, actor.organisation) }];
}

export function rejectRetraction({ actor, number, reason }: Of<'reject-retraction'>, state: OpenProject): Decision<ProjectEvent> {
  const report = others(number, actor, state);
  if ('refused' in report) return report;
  if (report.phase !== 'withdrawing') return wrongPhase(report);
  return [{ type: 'ProjectRetractionRejected', data: { ...about(state, number, actor.organisation), reason } }];
}

/** The code turned out to be another project's (EV-7): what says it does not stand, whoever has confirmed it. */
export function refuseCode({ number, reason }: Of<'refuse-code'>, state: OpenProject): Decision<ProjectEvent> {
  const report = state.milestones.find((each) => each.number === number);
  if (!report) return refuse('PROJECT_MILESTONE_UNKNOWN', { number });
  if (!stands(report)) return wrongPhase(report);
  const retracted: ProjectEvent = { type: 'ProjectMilestoneRetracted', data: { ...about(state, number, report.party), reason } };
  const others = report.phase === 'confirmed' ? report.readers.filter((reader) => reader !== report.party) : [];
  return [retracted, ...others.map((party): ProjectEvent => ({ type: 'ProjectRetractionConfirmed', data: about(state, number, party) }))];
}

const REPORTER_CONFIRMER = { first: 'finance-officer', second: 'finance-reviewer' } as const;

const wrongPhase = ({ number, phase }: Milestone) => refuse('PROJECT_MILESTONE_PHASE', { number, phase });
const hasActed = (acts: Milestone['confirmations'], { organisation }: Person) => acts.some(({ party }) => party === organisation);
const about = ({ id }: OpenProject, number: number, party: OrganisationId) => ({ project: id, number, party });

/** Whom a milestone was told before a zone joined does not become that zone's to confirm. */
function others(number: number, { organisation }: Person, { milestones }: OpenProject): Milestone | Refusal<RefusalCode> {
  const report = milestones.find((each) => each.number === number);
  if (!report) return refuse('PROJECT_MILESTONE_UNKNOWN', { number });
  return report.party === organisation || !report.readers.includes(organisation) ? refuse('PROJECT_MILESTONE_OWN', { number }) : report;
}

function own(number: number, { organisation }: Person, { milestones }: OpenProject): Milestone | Refusal<RefusalCode> {
  const report = milestones.find((each) => each.number === number);
  if (!report) return refuse('PROJECT_MILESTONE_UNKNOWN', { number });
  return report.party === organisation ? report : refuse('PROJECT_MILESTONE_NOT_OWN', { number });
}
