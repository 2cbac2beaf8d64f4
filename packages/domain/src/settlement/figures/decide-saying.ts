import { type Decision, numbered, type OrganisationId, type Person, type Refusal, type RefusalCode, refuse } from '../../kernel/index.ts';
import type { ReportKind } from './commands.ts';
import type { Of, OpenReporting } from './decide.ts';
import { figureLimits, restatedBy } from './decide-reporting.ts';
import type { FiguresEvent } from './events.ts';
import { awaited, openQuestions, type Report, stands } from './report.ts';
import type { FiguresState } from './state.ts';

type Found = Report<unknown>;

/** Several at once, or none of them: each was reported by another party and by another person. */
export function confirmReports({ actor, figures, milestones }: Of<'confirm-reports'>, state: OpenReporting): Decision<FiguresEvent> {
  const named = [...figures.map((number) => ['figure', number] as const), ...milestones.map((number) => ['milestone', number] as const)];
  if (named.length === 0 || named.length > figureLimits.batch) return refuse('REPORTS_TOO_MANY', { limit: figureLimits.batch });
  const events: FiguresEvent[] = [];
  for (const [kind, number] of named) {
    const about = { kind, number };
    const report = others(kind, number, actor, state);
    if ('refused' in report) return report;
    if (report.phase !== 'reported' && report.phase !== 'questioned') {
      return report.phase === 'confirmed'
        ? refuse('REPORT_ALREADY_CONFIRMED', about)
        : refuse('REPORT_NOT_STANDING', { ...about, phase: report.phase });
    }
    if (hasActed(report.confirmations, actor.organisation)) return refuse('REPORT_ALREADY_CONFIRMED', about);
    if (report.member === actor.member) return refuse('DUTIES_NOT_SEPARATE', REPORTER_CONFIRMER);
    events.push(...confirmation(kind, report, actor, state));
  }
  const repeated = named.find(([kind, number], index) => named.findIndex(([k, n]) => k === kind && n === number) !== index);
  return repeated ? refuse('REPORT_ALREADY_CONFIRMED', { kind: repeated[0], number: repeated[1] }) : events;
}

/** The last confirmation of what restates another puts it in that one's place. */
function confirmation(kind: ReportKind, report: Found, actor: Person, state: OpenReporting): readonly FiguresEvent[] {
  const data = base(state, report.number, actor);
  if (kind === 'milestone') return [{ type: 'MilestoneConfirmed', data }];
  const old = awaited(report).every((party) => party === actor.organisation) ? restatedBy(report, state) : undefined;
  const superseded: FiguresEvent[] = old === undefined ? [] : [{ type: 'FigureSuperseded', data: { ...base(state, old, actor), by: report.number } }];
  return [{ type: 'FigureConfirmed', data }, ...superseded];
}

/** What a party has confirmed it does not question any more. */
export function questionReport({ actor, kind, number, reason }: Of<'question-report'>, state: OpenReporting): Decision<FiguresEvent> {
  const report = others(kind, number, actor, state);
  if ('refused' in report) return report;
  if (report.phase === 'confirmed') return refuse('REPORT_ALREADY_CONFIRMED', { kind, number });
  const asked = openQuestions(report).some(({ party }) => party === actor.organisation);
  if (!stands(report) || report.phase === 'withdrawing' || asked) return refuse('REPORT_NOT_STANDING', { kind, number, phase: report.phase });
  if (hasActed(report.confirmations, actor.organisation)) return refuse('REPORT_ALREADY_CONFIRMED', { kind, number });
  return [{ type: kind === 'figure' ? 'FigureQuestioned' : 'MilestoneQuestioned', data: { ...base(state, number, actor), reason } }];
}

export function answerQuestion({ actor, kind, number, answer }: Of<'answer-question'>, state: OpenReporting): Decision<FiguresEvent> {
  const report = own(kind, number, actor, state);
  if ('refused' in report) return report;
  if (report.phase !== 'questioned') return refuse('REPORT_NOT_QUESTIONED', { kind, number });
  return [{ type: kind === 'figure' ? 'FigureQuestionAnswered' : 'MilestoneQuestionAnswered', data: { ...base(state, number, actor), answer } }];
}

/** 撤回: at once while it is not confirmed by all; after that it takes their confirmation. */
export function withdrawReport({ actor, kind, number, reason }: Of<'withdraw-report'>, state: OpenReporting): Decision<FiguresEvent> {
  const report = own(kind, number, actor, state);
  if ('refused' in report) return report;
  if (!stands(report) || report.phase === 'withdrawing') return refuse('REPORT_NOT_STANDING', { kind, number, phase: report.phase });
  if (report.change !== undefined) return refuse('REPORT_CHANGE_PENDING', { kind, number, change: report.change });
  const data = { ...base(state, number, actor), reason };
  if (kind === 'milestone') return [{ type: 'MilestoneRetracted', data }];
  const restates = restatedBy(report, state);
  return [{ type: 'FigureWithdrawn', data: { ...data, ...(restates === undefined ? {} : { restates }) } }];
}

export function confirmWithdrawal({ actor, kind, number }: Of<'confirm-withdrawal'>, state: OpenReporting): Decision<FiguresEvent> {
  const withdrawal = pendingWithdrawal(kind, number, actor, state);
  if ('refused' in withdrawal) return withdrawal;
  if (hasActed(withdrawal.confirmations, actor.organisation)) return refuse('REPORT_ALREADY_CONFIRMED', { kind, number });
  if (withdrawal.member === actor.member) return refuse('DUTIES_NOT_SEPARATE', REPORTER_CONFIRMER);
  return [{ type: kind === 'figure' ? 'FigureWithdrawalConfirmed' : 'MilestoneRetractionConfirmed', data: base(state, number, actor) }];
}

export function declineWithdrawal({ actor, kind, number, reason }: Of<'decline-withdrawal'>, state: OpenReporting): Decision<FiguresEvent> {
  const withdrawal = pendingWithdrawal(kind, number, actor, state);
  if ('refused' in withdrawal) return withdrawal;
  return [{ type: kind === 'figure' ? 'FigureWithdrawalDeclined' : 'MilestoneRetractionDeclined', data: { ...base(state, number, actor), reason } }];
}

const REPORTER_CONFIRMER = { first: 'finance-officer', second: 'finance-reviewer' } as const;

function pendingWithdrawal(
  kind: ReportKind,
  number: number,
  actor: Person,
  state: FiguresState,
): NonNullable<Found['withdrawal']> | Refusal<RefusalCode> {
  const report = others(kind, number, actor, state);
  if ('refused' in report) return report;
  return report.phase === 'withdrawing' && report.withdrawal ? report.withdrawal : refuse('WITHDRAWAL_NOT_PENDING', { kind, number });
}

function find(kind: ReportKind, number: number, state: FiguresState): Found | undefined {
  return numbered<Found>(kind === 'figure' ? state.figures : state.milestones, number);
}

function others(kind: ReportKind, number: number, { organisation }: Person, state: FiguresState): Found | Refusal<RefusalCode> {
  const report = find(kind, number, state);
  if (!report) return refuse('REPORT_UNKNOWN', { kind, number });
  return report.party === organisation ? refuse('REPORT_OWN', { kind, number }) : report;
}

function own(kind: ReportKind, number: number, { organisation }: Person, state: FiguresState): Found | Refusal<RefusalCode> {
  const report = find(kind, number, state);
  if (!report) return refuse('REPORT_UNKNOWN', { kind, number });
  return report.party === organisation ? report : refuse('REPORT_NOT_OWN', { kind, number });
}

const hasActed = (acts: Found['confirmations'], organisation: OrganisationId) => acts.some(({ party }) => party === organisation);

const base = ({ agreement }: OpenReporting, number: number, { organisation }: Person) => ({ agreement, number, party: organisation });
