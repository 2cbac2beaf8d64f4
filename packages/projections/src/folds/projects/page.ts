import type { MemberId, OrganisationId } from '@lianyu/domain/kernel';
import { agreementOf, counted, derived, figuresOf, type ProjectState } from '@lianyu/domain/projects';
import type { Imported } from '@lianyu/domain/registration';
import { awaited, openQuestions } from '@lianyu/domain/settlement';
import type { ProjectMilestoneShown, ProjectPage } from './schemas.ts';

interface Acted {
  readonly party: OrganisationId;
  readonly member: MemberId | undefined;
  readonly onBehalfOf?: MemberId | undefined;
  readonly at: ProjectPage['opened']['at'];
}

/** A project as one of its parties has it: persons of the own organisation alone are told (LV-5). */
export function pageFor(reader: OrganisationId, project: ProjectState, imported: Imported | undefined): ProjectPage {
  const { id, basics, sides, opened, parties, corrections, commitments, agent, tasks } = project;
  if (!id || !basics || !sides || !opened) throw new Error('there is no project yet');
  const act = ({ party, member, onBehalfOf, at }: Acted) => ({
    party,
    at,
    ...(party === reader && member !== undefined ? { member, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) } : {}),
  });
  const milestones = counted(project);
  const code = milestones.find(({ kind }) => kind === 'code-assigned')?.code;
  const agreement = agreementOf(project);
  return {
    id,
    basics,
    ...sides,
    parties: [...parties],
    opened: act(opened),
    ...(imported === undefined ? {} : { imported }),
    ...derived(milestones),
    ...(agreement === undefined ? {} : { agreement }),
    ...(code === undefined ? {} : { code }),
    ...figuresOf(milestones),
    corrections: corrections.map((each) => ({ ...act(each), reason: each.reason, before: each.before })),
    schedule: project.schedules.at(-1)?.schedule ?? [],
    firstSchedule: project.schedules[0]?.schedule ?? [],
    milestones: project.milestones.map((each) => shown(reader, each, act)),
    commitments: commitments.map(({ number, content, verdict, withdrawn, ...by }) => ({
      ...act(by),
      number,
      content,
      ...(verdict === undefined ? {} : { verdict: { ...act(verdict), kept: verdict.kept, on: verdict.on, note: verdict.note } }),
      ...(withdrawn === undefined ? {} : { withdrawn: { ...act(withdrawn), reason: withdrawn.reason } }),
    })),
    ...(agent === undefined ? {} : { agent: { party: agent.party, ...(agent.party === reader ? { agent: agent.agent } : {}) } }),
    tasks: tasks.map(({ number, party, title, dueOn, completed }) => ({
      number,
      party,
      title,
      dueOn,
      ...(completed === undefined ? {} : { completed }),
    })),
  };
}

type Act = (acted: Acted) => ProjectPage['opened'];

function shown(reader: OrganisationId, report: ProjectState['milestones'][number], act: Act): ProjectMilestoneShown {
  const { number, eventId, party, content, phase, readers, confirmations, questions, withdrawal } = report;
  const awaits = openQuestions(report).length > 0 && phase === 'questioned' ? [party] : [...awaited(report)];
  return {
    number,
    eventId,
    ...act(report),
    content,
    phase,
    readers: [...readers],
    confirmations: confirmations.map(act),
    questions: questions.map((question) => ({
      ...act(question),
      reason: question.reason,
      ...(question.answer === undefined
        ? {}
        : {
            answer: {
              text: question.answer.text,
              at: question.answer.at,
              ...(party === reader && question.answer.member !== undefined ? { member: question.answer.member } : {}),
            },
          }),
    })),
    ...(withdrawal === undefined
      ? {}
      : { withdrawal: { ...act(withdrawal), reason: withdrawal.reason, confirmations: withdrawal.confirmations.map(act) } }),
    awaits,
    waitsForUs: awaits.includes(reader),
    ours: party === reader,
  };
}
