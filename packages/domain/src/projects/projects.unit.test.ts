import { expect, test } from 'vitest';
import { given, org } from '../kernel/given.fixtures.ts';
import { projectDecider } from './decide.ts';
import { availableOnMilestones, derived } from './index.ts';
import { agent, basics, destination, elsewhere, milestone, origin, PROJECT, Project, sides, TODAY } from './project.fixtures.ts';
import { counted } from './state.ts';

const asked = (project: Project) => given(projectDecider, project.history);
const report = (what: ReturnType<typeof milestone>, by = destination) => ({
  type: 'report-milestone' as const,
  actor: by.officer,
  milestone: what,
  today: TODAY,
});

test('IP-2 a side opens it, once, between two different zones or for itself alone', () => {
  const open = { type: 'open-project' as const, actor: destination.officer, project: PROJECT, sides, basics };
  given(projectDecider, [])
    .when(open)
    .then([{ type: 'ProjectOpened', data: { project: PROJECT, party: 'bayannur', sides, basics } }]);
  given(projectDecider, [])
    .when({ ...open, actor: elsewhere.officer })
    .refuses('NOT_A_PARTY');
  given(projectDecider, [])
    .when({ ...open, sides: { origin: org('bayannur'), destination: org('bayannur') } })
    .refuses('PROJECT_SAME_SIDES');
  asked(new Project()).when(open).refuses('PROJECT_EXISTS');
  given(projectDecider, [])
    .when(report(milestone('lead')))
    .refuses('PROJECT_UNKNOWN');
});

test('IP-2 a milestone is reported by one party and counts when the other has confirmed it', () => {
  const project = new Project();
  const number = project.report(milestone('signed'));
  expect(derived(counted(project.state)).stage).toBe('opened');
  const confirm = { type: 'confirm-milestone' as const, number };
  asked(project)
    .when({ ...confirm, actor: destination.head })
    .refuses('PROJECT_MILESTONE_OWN', { number });
  asked(project)
    .when({ ...confirm, actor: elsewhere.head })
    .refuses('NOT_A_PARTY');
  asked(project)
    .when({ ...confirm, actor: origin.head, number: 9 })
    .refuses('PROJECT_MILESTONE_UNKNOWN');
  asked(project)
    .when({ ...confirm, actor: { ...origin.head, member: destination.officer.member } })
    .refuses('ACTS_FOR_ANOTHER_PARTY');
  project.confirm(number);
  expect(derived(counted(project.state)).stage).toBe('signed');
  asked(project)
    .when({ ...confirm, actor: origin.head })
    .refuses('PROJECT_MILESTONE_PHASE', { number, phase: 'confirmed' });
});

test('IP-2 where nobody else reads it, a milestone stands when it is reported and goes when it is retracted', () => {
  const project = new Project({ destination: org('bayannur') });
  project.report(milestone('signed'));
  expect(derived(counted(project.state)).stage).toBe('signed');
  project.retract(1);
  expect(project.state.milestones[0]?.phase).toBe('withdrawn');
});

test('IP-2 a question waits for an answer; whoever asked may ask again or confirm', () => {
  const project = new Project();
  const number = project.report(milestone('started'));
  const question = { type: 'question-milestone' as const, actor: origin.officer, number, reason: '照片日期不符' };
  project.tell(question, origin.officer);
  asked(project).when(question).refuses('PROJECT_MILESTONE_PHASE');
  asked(project).when({ type: 'answer-question', actor: origin.officer, number, answer: '-' }).refuses('PROJECT_MILESTONE_NOT_OWN');
  project.tell({ type: 'answer-question', actor: destination.officer, number, answer: '已更换' }, destination.officer);
  expect(project.state.milestones[0]).toMatchObject({ phase: 'reported', questions: [{ reason: '照片日期不符', answer: { text: '已更换' } }] });
  project.confirm(number);
  asked(project).when(question).refuses('PROJECT_MILESTONE_PHASE');
});

test('IP-2 evidence, dates and fields are those of the kind, and of each kind one stands', () => {
  const project = new Project();
  const when = (...about: Parameters<typeof milestone>) => asked(project).when(report(milestone(...about)));
  when('signed', '2026-05-01', { documents: [] }).refuses('PROJECT_EVIDENCE_MISSING', { kind: 'signed' });
  when('lead', '2026-05-01', { documents: [] }).yields('ProjectMilestoneReported');
  when('signed', '2026-06-02').refuses('MILESTONE_NOT_YET');
  when('code-assigned').refuses('PROJECT_MILESTONE_FIELD', { kind: 'code-assigned', field: 'code' });
  when('signed', '2026-05-01', { code: '2305-150800-04-01-123456' }).refuses('PROJECT_MILESTONE_FIELD', { kind: 'signed', field: 'code' });
  when('progress').refuses('PROJECT_MILESTONE_FIELD', { kind: 'progress', field: 'figures' });
  const twice = [
    { indicator: 'jobs' as const, amount: '1' },
    { indicator: 'jobs' as const, amount: '2' },
  ];
  when('signed', '2026-05-01', { figures: twice }).refuses('PROJECT_MILESTONE_FIELD', { kind: 'signed', field: 'figures' });
  project.report(milestone('signed'));
  when('signed', '2026-05-02').refuses('PROJECT_MILESTONE_EXISTS', { kind: 'signed', number: 1 });
  project.retract(1);
  when('signed', '2026-05-02').yields('ProjectMilestoneReported');
});

test('IP-3 what both have confirmed goes when both have, and may be kept', () => {
  const project = new Project();
  const number = project.agreed(milestone('full-capacity'));
  project.retract(number);
  expect(derived(counted(project.state)).stage).toBe('full-capacity');
  asked(project).when({ type: 'confirm-retraction', actor: destination.head, number }).refuses('PROJECT_MILESTONE_OWN');
  project.tell({ type: 'reject-retraction', actor: origin.officer, number, reason: '已核实' }, origin.officer);
  expect(project.state.milestones[0]?.phase).toBe('confirmed');
  project.retract(number).tell({ type: 'confirm-retraction', actor: origin.head, number }, origin.head);
  expect(derived(counted(project.state)).stage).toBe('opened');
  asked(project).when({ type: 'retract-milestone', actor: destination.officer, number, reason: '-' }).refuses('PROJECT_MILESTONE_PHASE');
});

test('IP-2 nothing is told of a day after the end; what is of a day before it still is', () => {
  const project = new Project();
  project.agreed(milestone('terminated', '2026-05-10'));
  asked(project)
    .when(report(milestone('completed', '2026-05-11')))
    .refuses('PROJECT_ENDED', { on: '2026-05-10' });
  asked(project)
    .when(report(milestone('started', '2026-05-09')))
    .yields('ProjectMilestoneReported');
});

test('IP-5 the zone that has it hands it on, and the next one has it when that confirms', () => {
  const project = new Project();
  const to = org('hohhot');
  asked(project)
    .when(report(milestone('transferred', '2026-05-01', { to }), origin))
    .refuses('PROJECT_MILESTONE_FIELD', { kind: 'transferred', field: 'to' });
  asked(project)
    .when(report(milestone('transferred', '2026-05-01', { to: org('xian') })))
    .refuses('PROJECT_MILESTONE_FIELD');
  const before = project.report(milestone('started'));
  const number = project.report(milestone('transferred', '2026-05-01', { to }));
  expect(project.state).toMatchObject({ parties: ['xian', 'bayannur', 'hohhot'], sides: { destination: 'bayannur' } });
  asked(project).when({ type: 'confirm-milestone', actor: elsewhere.head, number: before }).refuses('PROJECT_MILESTONE_OWN');
  project.confirm(number).confirm(number, elsewhere);
  expect(project.state.sides).toEqual({ origin: 'xian', destination: 'hohhot' });
  project.retract(number).tell({ type: 'confirm-retraction', actor: origin.head, number }, origin.head);
  project.tell({ type: 'confirm-retraction', actor: elsewhere.head, number }, elsewhere.head);
  expect(project.state.sides).toEqual(sides);
});

test('IP-3 what a project is is righted with a reason, and what was said stays', () => {
  const project = new Project();
  const correct = (name: string) => ({ type: 'correct-project' as const, actor: origin.officer, basics: { ...basics, name }, reason: '名称有误' });
  asked(project).when(correct(basics.name)).refuses('PROJECT_UNCHANGED');
  project.tell(correct('番茄制品'), origin.officer);
  expect(project.state).toMatchObject({ basics: { name: '番茄制品' }, corrections: [{ before: { name: '番茄深加工' }, reason: '名称有误' }] });
});

test('IP-4 a schedule takes the place of the one before, and the first stays to be compared with', () => {
  const project = new Project();
  const plan = (on: string) => ({
    type: 'schedule-project' as const,
    actor: destination.officer,
    schedule: [{ kind: 'started' as const, on: on as never }],
  });
  project.tell(plan('2026-07-01'), destination.officer);
  asked(project).when(plan('2026-07-01')).refuses('PROJECT_UNCHANGED');
  asked(project)
    .when({ ...plan('2026-07-01'), schedule: [...plan('2026-07-01').schedule, ...plan('2026-08-01').schedule] })
    .refuses('PROJECT_MILESTONE_FIELD');
  project.tell(plan('2026-08-01'), destination.officer);
  expect(project.state.schedules.map(({ schedule }) => schedule[0]?.on)).toEqual(['2026-07-01', '2026-08-01']);
});

test('IP-6 a commitment is verified once, by somebody else than recorded it', () => {
  const project = new Project();
  const commitment = { kind: 'tolerance' as const, words: '环评批复后补', department: '生态环境局', dueOn: '2026-07-01' as never, documents: [] };
  const give = { type: 'give-commitment' as const, actor: destination.officer, commitment, today: TODAY };
  asked(project)
    .when({ ...give, commitment: { ...commitment, dueOn: '2026-05-31' as never } })
    .refuses('COMMITMENT_DUE_PAST');
  project.tell(give, destination.officer);
  const verify = {
    type: 'verify-commitment' as const,
    actor: destination.head,
    number: 1,
    kept: true,
    on: TODAY,
    documents: [],
    note: '',
    today: TODAY,
  };
  asked(project)
    .when({ ...verify, actor: destination.officer })
    .refuses('DUTIES_NOT_SEPARATE');
  asked(project)
    .when({ ...verify, number: 2 })
    .refuses('COMMITMENT_UNKNOWN');
  asked(project).when({ type: 'withdraw-commitment', actor: origin.officer, number: 1, reason: '-' }).refuses('PROJECT_MILESTONE_NOT_OWN');
  project.tell(verify, destination.head);
  asked(project).when(verify).refuses('COMMITMENT_DECIDED');
});

test('IP-6 全程代办: the zone that has the project appoints one of its people and gives tasks', () => {
  const project = new Project();
  const assign = { type: 'assign-task' as const, actor: destination.officer, title: '代办施工许可', dueOn: '2026-06-10' as never, today: TODAY };
  asked(project).when(assign).refuses('AGENCY_AGENT_MISSING');
  asked(project).when({ type: 'appoint-agent', actor: origin.officer, agent }).refuses('NOT_A_PARTY');
  project.tell({ type: 'appoint-agent', actor: destination.officer, agent }, destination.officer).tell(assign, destination.officer);
  const complete = { type: 'complete-task' as const, actor: destination.officer, number: 1, on: TODAY, note: '', today: TODAY };
  asked(project)
    .when({ ...complete, actor: origin.officer })
    .refuses('AGENCY_NOT_OWN');
  project.tell(complete, destination.officer);
  asked(project).when(complete).refuses('AGENCY_TASK_COMPLETED');
});

test('IP-7 a code that is another project’s is taken back by itself, whoever has confirmed it', () => {
  const project = new Project();
  const number = project.agreed(milestone('code-assigned', '2026-05-01', { code: '2305-150800-04-01-123456' }));
  asked(project).when({ type: 'refuse-code', number, reason: '代码已被占用' }).yields('ProjectMilestoneRetracted', 'ProjectRetractionConfirmed');
});

test('IP-2 AZ-4 what may be said to a milestone is asked of the rules', () => {
  const project = new Project();
  project.report(milestone('signed'));
  const allowed = (actor = origin.head) =>
    availableOnMilestones(project.state, actor).flatMap(({ commands }) =>
      commands.flatMap(({ command, missing }) => (missing.length === 0 ? [command] : [])),
    );
  expect(allowed()).toEqual(['confirm-milestone', 'question-milestone']);
  expect(allowed(destination.officer)).toEqual(['retract-milestone']);
});
