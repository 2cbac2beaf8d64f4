import { expect, test } from 'vitest';
import { day, org, recordedBy } from '../kernel/given.fixtures.ts';
import { entriesOf, fold, isRefusal, type Recorded } from '../kernel/index.ts';
import { type FiguresEvent, figuresDecider } from '../settlement/figures/index.ts';
import { carriedBy, noProject, projectDecider } from './index.ts';
import { AGREEMENT, destination, milestone, origin, Project } from './project.fixtures.ts';

/** What a process would bring into the agreement's figures, event by event, each of them twice. */
function carriedInto(project: Project, readers = ['xian', 'bayannur']) {
  const opened: FiguresEvent = { type: 'ReportingOpened', data: { agreement: AGREEMENT, parties: readers.map(org), readers: readers.map(org) } };
  const log: Recorded<FiguresEvent>[] = [recordedBy(opened, { kind: 'process', process: 'settlement' }, 0)];
  let state = noProject;
  for (const recorded of project.history) {
    const after = projectDecider.evolve(state, recorded);
    for (const { command } of [...carriedBy(recorded.event, state, after), ...carriedBy(recorded.event, state, after)]) {
      const decision = figuresDecider.decide(command, fold(figuresDecider, log));
      if (!isRefusal(decision))
        for (const event of decision as readonly FiguresEvent[]) log.push(recordedBy(event, { kind: 'process', process: 'projects' }, log.length));
    }
    state = after;
  }
  return entriesOf(fold(figuresDecider, log).milestones).map(
    ({ content, phase, withdrawal }) => `${content.kind} ${content.on} ${phase}${withdrawal ? ` ${withdrawal.reason}` : ''}`,
  );
}

const under = () => milestone('under-agreement', '2026-01-01', { agreement: AGREEMENT, documents: [] });

test('IP-8 what both confirm of a project under an agreement stands there as confirmed by both, once', () => {
  const project = new Project();
  project.agreed(under());
  project.agreed(milestone('started', '2026-02-01'));
  project.report(milestone('full-capacity', '2026-05-01'));
  project.agreed(milestone('permitted', '2026-03-01'));
  expect(carriedInto(project)).toEqual(['construction-start 2026-02-01 confirmed']);
  project.confirm(3);
  expect(carriedInto(project)).toEqual(['construction-start 2026-02-01 confirmed', 'full-capacity 2026-05-01 confirmed']);
});

test('IP-8 IP-3 what is retracted is taken back there with its reason, and another day takes its place', () => {
  const project = new Project();
  project.agreed(under());
  const number = project.agreed(milestone('full-capacity', '2026-04-01'));
  project.retract(number, '设备未到位');
  expect(carriedInto(project)).toEqual(['full-capacity 2026-04-01 confirmed']);
  project.tell({ type: 'confirm-retraction', actor: origin.head, number }, origin.head);
  project.agreed(milestone('full-capacity', '2026-05-01'));
  expect(carriedInto(project)).toEqual(['full-capacity 2026-04-01 withdrawn 设备未到位', 'full-capacity 2026-05-01 confirmed']);
});

test('IP-8 with the project all that it has confirmed comes under the agreement, and leaves it', () => {
  const project = new Project();
  project.agreed(milestone('signed', '2026-01-05'));
  project.agreed(milestone('completed', '2026-05-05'));
  expect(carriedInto(project)).toEqual([]);
  const link = project.agreed(under());
  expect(carriedInto(project)).toEqual(['signed 2026-01-05 confirmed', 'completed 2026-05-05 confirmed']);
  project.retract(link, '归错协议').tell({ type: 'confirm-retraction', actor: origin.head, number: link }, origin.head);
  expect(carriedInto(project)).toEqual(['signed 2026-01-05 withdrawn 归错协议', 'completed 2026-05-05 withdrawn 归错协议']);
});

test('IP-8 a third party of the agreement that is none of the project’s has yet to confirm there', () => {
  const project = new Project();
  project.agreed(under());
  project.agreed(milestone('full-capacity'));
  expect(carriedInto(project, ['xian', 'bayannur', 'third'])).toEqual(['full-capacity 2026-05-01 reported']);
  expect(carriedInto(project, ['elsewhere', 'third'])).toEqual([]);
});

test('IP-8 the enterprise goes with it where its code is known', () => {
  const project = new Project();
  const basics = { ...project.state.basics, company: { name: '某公司', code: '91110000101623741K' } } as never;
  project.tell({ type: 'correct-project', actor: destination.officer, basics, reason: '补充' }, destination.officer);
  project.agreed(under());
  const before = project.state;
  project.report(milestone('full-capacity', '2026-05-01'));
  const reported = project.state;
  project.confirm(2);
  const [carried] = carriedBy(project.history.at(-1)?.event as never, reported, project.state);
  expect(before.milestones.length).toBe(1);
  expect(carried?.command).toMatchObject({
    milestone: { company: { code: '91110000101623741K' }, on: day('2026-05-01') },
    party: 'bayannur',
    confirmedBy: ['xian'],
  });
});
