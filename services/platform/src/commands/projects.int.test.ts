import { entriesOf, type NegotiationId, projectId } from '@lianyu/domain/kernel';
import type { ProjectMilestone } from '@lianyu/domain/projects';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestPlatform } from '../platform.fixtures.ts';
import { computedContent, inForce, moneyTerm, Settlers } from '../settlement/settled.fixtures.ts';
import { BAYANNUR, must, XIAN } from '../walk.fixtures.ts';

const platform = new TestPlatform();
const basics = { name: '番茄深加工', kind: 'transfer' as const, industry: '1491', region: '150802', source: '推介会' };
const sides = { origin: 'xian-etdz' as never, destination: 'bayannur-etdz' as never };
let agreement: NegotiationId;

beforeAll(async () => {
  await platform.play();
  const start = { ...moneyTerm.clock.start, all: [{ node: 'on-milestone' as const, milestone: 'full-capacity' as const }] };
  agreement = await inForce(platform, computedContent('达产起算', { money: { ...moneyTerm, clock: { ...moneyTerm.clock, start } } }));
});
afterAll(() => platform.close());

const open = async (more: object = {}) =>
  projectId.parse((await must(platform.give(BAYANNUR.officer, 'open-project', { sides, basics: { ...basics, ...more } }))).subject);

async function milestone(kind: ProjectMilestone['kind'], on = '2026-05-01', more: object = {}): Promise<ProjectMilestone> {
  const digest = await new Settlers(platform, agreement).put(BAYANNUR.officer);
  return { kind, on: on as never, documents: [{ digest, name: '证明.txt' }], figures: [], note: '', ...more };
}

const report = async (project: ReturnType<typeof projectId.parse>, what: ProjectMilestone, who = BAYANNUR.officer) =>
  platform.give(who, 'report-project-milestone', { project, milestone: what });

async function agreed(project: ReturnType<typeof projectId.parse>, number: number, what: ProjectMilestone): Promise<void> {
  await must(report(project, what));
  await must(platform.give(XIAN.head, 'confirm-project-milestone', { project, number }));
}

test('IP-8 达产 that both confirm starts the clock of the agreement by itself, and its retraction stops it with the reason', async () => {
  const settlers = new Settlers(platform, agreement);
  const figures = async () => entriesOf((await platform.platform.settlement.figures(agreement)).state.milestones);
  const starts = async () => JSON.stringify((await settlers.preview())?.parts ?? 'nothing to settle');
  const project = await open();
  await agreed(project, 1, await milestone('under-agreement', '2026-01-10', { agreement, documents: [] }));
  await must(report(project, await milestone('full-capacity', '2026-02-10')));
  expect(await figures()).toEqual([]);
  const before = await starts();
  await must(platform.give(XIAN.head, 'confirm-project-milestone', { project, number: 2 }));
  expect(await figures()).toMatchObject([
    { phase: 'confirmed', party: 'bayannur-etdz', content: { kind: 'full-capacity', on: '2026-02-10', project: { id: project, milestone: 2 } } },
  ]);
  const after = await starts();
  expect(after).not.toBe(before);
  // What came out of the project is read on the page of the agreement's figures, by both.
  const documents = await platform.documentsOf(XIAN.head, `figures/${agreement}`);
  expect(documents.filter(({ kind }) => kind === 'milestone')).toHaveLength(1);

  await must(platform.give(BAYANNUR.officer, 'retract-project-milestone', { project, number: 2, reason: '设备未到位' }));
  expect(await starts()).toBe(after);
  await must(platform.give(XIAN.head, 'confirm-project-retraction', { project, number: 2 }));
  expect(await figures()).toMatchObject([{ phase: 'withdrawn', withdrawal: { reason: '设备未到位' } }]);
  expect(await starts()).toBe(before);
  await agreed(project, 3, await milestone('full-capacity', '2026-03-10'));
  expect((await figures()).map(({ phase, content }) => `${content.on} ${phase}`)).toEqual(['2026-02-10 withdrawn', '2026-03-10 confirmed']);
});

test('IP-7 a project code is one project’s, also when two report it at once', async () => {
  const code = '2305-150800-04-01-123456';
  const [one, two, three] = [await open(), await open({ name: '二' }), await open({ name: '三' })];
  const [first, second] = [await milestone('code-assigned', '2026-05-01', { code }), await milestone('code-assigned', '2026-05-01', { code })];
  const answers = await Promise.all([report(one, first), report(two, second)]);
  await platform.settled();
  const phases = await Promise.all(
    [one, two].map(async (project) => {
      const [page] = await platform.documentsOf(XIAN.head, `project/${project}`);
      return ((page?.body ?? { milestones: [] }) as { milestones: { phase: string }[] }).milestones.map(({ phase }) => phase);
    }),
  );
  expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0);
  expect(phases.flat().filter((phase) => phase === 'reported')).toHaveLength(1);
  expect(await report(three, await milestone('code-assigned', '2026-05-01', { code }))).toMatchObject({ ok: false, code: 'PROJECT_CODE_TAKEN' });
});

test('IP-2 IP-8 codes, zones and agreements that a project names are there, and fit', async () => {
  expect(await platform.give(BAYANNUR.officer, 'open-project', { sides, basics: { ...basics, region: '159999' } })).toMatchObject({
    code: 'REGION_UNKNOWN',
  });
  expect(await platform.give(BAYANNUR.officer, 'open-project', { sides: { ...sides, origin: 'nowhere' as never }, basics })).toMatchObject({
    code: 'ORGANISATION_UNKNOWN',
  });
  const company = { name: '某', code: '91350211M0000XUF46' };
  expect(await platform.give(BAYANNUR.officer, 'open-project', { sides, basics: { ...basics, company } })).toMatchObject({
    code: 'CREDIT_CODE_CHECK_FAILED',
  });
  expect(await platform.give(BAYANNUR.officer, 'open-project', { sides, basics: { ...basics, company }, codeOverridden: true })).toMatchObject({
    ok: true,
  });
  const alone = projectId.parse(
    (await must(platform.give('hohhot-etdz.officer', 'open-project', { sides: { destination: 'hohhot-etdz' as never }, basics }))).subject,
  );
  const foreign = await milestone('under-agreement', '2026-01-10', { agreement, documents: [] });
  expect(await report(alone, foreign, 'hohhot-etdz.officer')).toMatchObject({ code: 'PROJECT_AGREEMENT_PARTIES' });
  const stolen = await milestone('signed');
  expect(await report(alone, stolen, 'hohhot-etdz.officer')).toMatchObject({ code: 'FILE_UNKNOWN' });
});

test('IP-9 IP-11 the office counts projects and sums them over three at least; a stranger finds none', async () => {
  const figures = [{ indicator: 'investment-outside' as const, amount: '700' }];
  const ask = async (who: string, path: string) => {
    const { signInName, password } = platform.account(who);
    const { http } = platform.platform;
    const headers = { 'sec-fetch-site': 'same-origin' };
    const session = await http.inject({ method: 'POST', url: '/api/session', headers, payload: { signInName, password } });
    const cookie = `${session.cookies[0]?.name}=${session.cookies[0]?.value}`;
    return (await http.inject({ method: 'GET', url: path, headers: { ...headers, cookie } })).json();
  };
  const office = 'coordination-office.coordinator';
  for (const name of ['甲', '乙', '丙']) {
    const project = await open({ name, industry: '36' });
    await agreed(project, 1, await milestone('signed', '2026-02-01', { figures }));
    if (name !== '丙') await agreed(project, 2, await milestone('started', '2026-04-01'));
    const funnel = await ask(office, '/api/projects/funnel?industry=36');
    expect(funnel.capital).toEqual(name === '丙' ? { projects: 3, promised: '2100', actual: '0' } : undefined);
  }
  const funnel = await ask(office, '/api/projects/funnel?industry=36');
  expect(funnel).toMatchObject({ projects: 3, standing: { active: 3 } });
  expect(funnel.steps.find(({ step }: { step: string }) => step === 'started')).toEqual({
    step: 'started',
    count: 2,
    days: { projects: 2, median: 59, longest: 59 },
  });
  expect(await ask('harbin-etdz.officer', '/api/projects/funnel?industry=36')).toMatchObject({ projects: 0 });
  expect((await ask('harbin-etdz.officer', '/api/projects')).rows).toEqual([]);
  const own = await ask(XIAN.officer, '/api/projects?stage=started&industry=36');
  expect(own.rows.map(({ body }: { body: { name: string } }) => body.name).sort()).toEqual(['乙', '甲']);
  expect((await ask(XIAN.officer, '/api/projects?q=%E4%B8%99')).rows).toHaveLength(1);
  const board = await ask(office, '/api/projects/board');
  const started = board.stages.find(({ stage }: { stage: string }) => stage === 'started');
  // One of them is the demonstration's.
  expect(started.count).toBe(3);
  expect(started.rows.map(({ body }: { body: { stage: string; name?: string } }) => [body.stage, body.name])).toEqual(
    Array(3).fill(['started', undefined]),
  );
});
