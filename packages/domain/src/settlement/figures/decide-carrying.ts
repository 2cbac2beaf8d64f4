import { type Decision, entriesOf, type OrganisationId, refuse } from '../../kernel/index.ts';
import type { Of, OpenReporting } from './decide.ts';
import { figureLimits } from './decide-reporting.ts';
import type { FiguresEvent, MilestoneContent } from './events.ts';
import { stands } from './report.ts';

/**
 * A milestone of a project, as its parties confirmed it there. One of a project stands once; a party of the agreement that is
 * none of the project's has yet to confirm it here.
 */
export function carryMilestone({ party, confirmedBy, milestone }: Of<'carry-milestone'>, state: OpenReporting): Decision<FiguresEvent> {
  if (!state.readers.includes(party) || state.milestones.size >= figureLimits.milestones) return refuse('MILESTONE_NOT_CARRIED');
  if (milestone.project === undefined || standing(milestone.project, state)) return refuse('MILESTONE_CARRIED');
  const number = state.milestones.size + 1;
  const reported: FiguresEvent = {
    type: 'MilestoneReported',
    data: { agreement: state.agreement, number, party, readers: [...state.readers], milestone },
  };
  return [
    reported,
    ...concerned(confirmedBy, party, state).map((each): FiguresEvent => ({ type: 'MilestoneConfirmed', data: about(state, number, each) })),
  ];
}

/** What was retracted there is retracted here, for the same reason and by the same parties. */
export function takeBackMilestone({ party, confirmedBy, project, reason }: Of<'take-back-milestone'>, state: OpenReporting): Decision<FiguresEvent> {
  const found = standing(project, state);
  if (!found) return refuse('MILESTONE_NOT_CARRIED');
  const { number, phase } = found;
  // Somebody took it back here by hand: all that is left is the others' word on that.
  const retracted: readonly FiguresEvent[] =
    phase === 'withdrawing' ? [] : [{ type: 'MilestoneRetracted', data: { ...about(state, number, party), reason } }];
  const heard = found.withdrawal?.confirmations.map((act) => act.party) ?? [];
  const others = phase === 'confirmed' || phase === 'withdrawing' ? concerned(confirmedBy, party, state).filter((each) => !heard.includes(each)) : [];
  return [...retracted, ...others.map((each): FiguresEvent => ({ type: 'MilestoneRetractionConfirmed', data: about(state, number, each) }))];
}

const standing = ({ id, milestone }: NonNullable<MilestoneContent['project']>, { milestones }: OpenReporting) =>
  entriesOf(milestones).find((report) => stands(report) && report.content.project?.id === id && report.content.project.milestone === milestone);

const concerned = (parties: readonly OrganisationId[], reporter: OrganisationId, { readers }: OpenReporting) =>
  parties.filter((each) => each !== reporter && readers.includes(each));

const about = ({ agreement }: OpenReporting, number: number, party: OrganisationId) => ({ agreement, number, party });
