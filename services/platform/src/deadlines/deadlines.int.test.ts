import { instancesOf, obligationsOf } from '@lianyu/domain/deadlines';
import { type DeadlineDocument, type DueDocument, deadlineDocument, signedAgreement } from '@lianyu/projections/folds';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Asking } from '../asking.fixtures.ts';
import { content, digestOf, TestPlatform } from '../platform.fixtures.ts';
import { computedContent } from '../settlement/settled.fixtures.ts';
import { BAYANNUR, clear, confirmed, must, signed, tabled, XIAN } from '../walk.fixtures.ts';

const platform = new TestPlatform();
const asking = new Asking(platform);
const OFFICE = 'coordination-office.coordinator';
const STRANGER = 'hohhot-etdz.officer';

async function deadlines(who: string, query = ''): Promise<DeadlineDocument[]> {
  const answer = await asking.get(who, `/api/deadlines?${query}`);
  expect(answer.status).toBe(200);
  return (answer.json() as { rows: { body: unknown }[] }).rows.map(({ body }) => deadlineDocument.parse(body));
}

beforeAll(async () => {
  await platform.play();
});
afterAll(() => platform.close());

test('TM-4 of every account what is due is due by its deadlines, and nothing else is', async () => {
  const { readStore } = platform.platform;
  const parties = readStore.list({ kind: 'organisation', audiences: ['everyone'], limit: 1_000 }).documents.map(({ key }) => key);
  const audiences = parties.flatMap((party) => [`organisation:${party}` as const, `appraisal:${party}` as const]);
  const due = new Set<string>();
  const listed = new Set<string>();
  const all = <Body>(kind: string, audience: (typeof audiences)[number]) =>
    readStore.list({ kind, audiences: [audience], limit: 10_000 }).documents.map(({ body }) => body as Body);
  for (const audience of audiences) {
    for (const { what, organisations, on, agreement, clause, ledger } of all<DueDocument>('due', audience))
      for (const who of organisations) due.add([audience, agreement, clause, ledger, what, who, on].join(' '));
    for (const { kind, who, on, agreement, account, open } of all<DeadlineDocument>('deadline', audience))
      if (open && account) for (const party of who) listed.add([audience, agreement, account.clause, account.ledger, kind, party, on].join(' '));
  }
  expect(due.size).toBeGreaterThan(5);
  expect([...listed].sort()).toEqual([...due].sort());
});

test('TM-4 AZ-2 the last day of a negotiation is its parties’ alone, filing is known to the office once it is signed, a stranger knows neither', async () => {
  const expiring = '磋商期限只给缔约方';
  await platform.give(XIAN.officer, 'table-proposal', { content: content(expiring), note: '', expiresOn: '2026-07-01' as never });
  const { agreement } = await signed(platform, content('备案期限'));
  const of = async (who: string) => (await deadlines(who, 'state=open')).filter(({ title }) => title.zh === '试验协议');
  for (const who of [XIAN.officer, BAYANNUR.head]) {
    const own = await of(who);
    expect(own.filter(({ kind }) => kind === 'negotiation-ends').map(({ on }) => on)).toEqual(['2026-07-01']);
    expect(own.filter((each) => each.agreement === agreement && each.kind === 'file').map(({ who: [party], ours }) => [party, ours])).toEqual(
      expect.arrayContaining([
        ['xian-etdz', who === XIAN.officer],
        ['bayannur-etdz', who !== XIAN.officer],
      ]),
    );
  }
  const office = await of(OFFICE);
  expect(office.map(({ kind }) => kind)).not.toContain('negotiation-ends');
  expect(office.filter((each) => each.agreement === agreement).map(({ kind }) => kind)).toContain('file');
  expect(await of(STRANGER)).toEqual([]);
});

test('TM-4 TM-5 TM-6 AZ-2 the day of an internal step is its own party’s: in the list, the calendar and the reminders, and nowhere else', async () => {
  const words = '内部环节期限';
  const negotiation = await confirmed(platform, words);
  await clear(platform, XIAN, negotiation, digestOf(words), '-', 1);
  await platform.settled();
  const steps = async (who: string, query = '') =>
    (await deadlines(who, `agreement=${negotiation}&${query}`)).filter(({ kind }) => kind === 'internal-step');
  const own = await steps(XIAN.head);
  expect(own.map(({ step, who, ours, open, provisional }) => [step, who, ours, open, provisional])).toEqual([
    ['legal-review', ['xian-etdz'], true, true, false],
  ]);
  for (const who of [BAYANNUR.officer, BAYANNUR.head, OFFICE, STRANGER, 'coordination-office.admin-one']) {
    expect(await steps(who)).toEqual([]);
    expect(await steps(who, 'kind=internal-step&state=open&duty=true&q=试验')).toEqual([]);
  }
  const calendarOf = async (who: string) => {
    const { path } = (await asking.post(who, '/api/calendar-address', {})).json() as { path: string };
    return (await platform.platform.http.inject({ url: path })).body;
  };
  const uid = `${negotiation}/step/`;
  expect([(await calendarOf(XIAN.head)).includes(uid), (await calendarOf(BAYANNUR.head)).includes(uid)]).toEqual([true, false]);
  await platform.platform.clockProcess.tick();
  const toldOf = async (who: string) =>
    (
      (await asking.get(who, '/api/notices?limit=100')).json() as { notices: { about: { agreement?: string; deadline?: { kind: string } } }[] }
    ).notices.filter(({ about }) => about.agreement === negotiation && about.deadline?.kind === 'internal-step').length;
  expect(await toldOf(XIAN.officer)).toBeGreaterThan(0);
  for (const who of [BAYANNUR.officer, OFFICE, STRANGER]) expect(await toldOf(who)).toBe(0);
});

test('TM-4 AZ-2 the last day of a delegation stands in the own organisation’s deadlines alone, and falls away when it is revoked', async () => {
  const organisation = 'xian-etdz';
  const { member: delegate } = await platform.principal(XIAN.officer);
  const days = { from: '2026-06-01', until: '2026-06-20' };
  const document = { documentNumber: '授权〔2026〕18号', issuedBy: '西安经济技术开发区管理委员会', from: '2026-06-01', until: '2026-06-30' };
  const asked = { organisation, delegate, role: 'signatory', ...days, scope: { kind: 'all' }, document };
  const delegation = crypto.randomUUID() as never;
  await must(platform.give(XIAN.head, 'request-delegation', asked as never, delegation));
  const of = (who: string) => deadlines(who, 'kind=delegation-ends&q=授权〔2026〕18号');
  await platform.settled();
  expect(await of(XIAN.head)).toEqual([]);
  await must(platform.give('coordination-office.admin-one', 'approve-delegation', { organisation, delegation } as never));
  await platform.settled();
  expect((await of(XIAN.head)).map(({ on, open, mandate }) => [on, open, mandate?.member])).toEqual([['2026-06-20', true, delegate]]);
  for (const who of [BAYANNUR.head, OFFICE, STRANGER]) expect(await of(who)).toEqual([]);
  await must(platform.give('coordination-office.admin-one', 'revoke-delegation', { organisation, delegation, reason: '已返岗' } as never));
  await platform.settled();
  expect((await of(XIAN.head)).map(({ outcome }) => outcome?.how)).toEqual(['void']);
});

test('AG-51 TM-8 a duty is waived by those to whom it is owed, two people of them, and then late and reminded of no more', async () => {
  const { agreement, basis } = await signed(platform, computedContent('豁免报送'));
  const on = { agreement, basis };
  await platform.settled();
  const owed = async () =>
    (await deadlines(BAYANNUR.head, `agreement=${agreement}&kind=report-figures`)).find(({ account }) => account?.ledger === 'official');
  const duty = (await owed())?.id ?? '';
  expect((await owed())?.who).toEqual(['bayannur-etdz']);
  const ask = (who: string) => platform.give(who, 'propose-waiver', { ...on, duty, reason: '本期统计口径调整' });
  expect(await ask(BAYANNUR.officer)).toMatchObject({ code: 'DUTY_NOT_OWED_TO' });
  expect(await platform.give(XIAN.officer, 'propose-waiver', { ...on, duty: `file/xian-etdz`, reason: '-' })).toMatchObject({
    code: 'DUTY_NOT_WAIVABLE',
  });
  await must(ask(XIAN.officer));
  // Of the appraisal ledger, which has readers of its own, nothing is said here.
  const internal = (await deadlines(XIAN.officer, `agreement=${agreement}&kind=report-figures`)).find(
    ({ account }) => account?.ledger === 'appraisal',
  );
  if (internal)
    expect(await platform.give(XIAN.officer, 'propose-waiver', { ...on, duty: internal.id, reason: '-' })).toMatchObject({ code: 'DUTY_NOT_OPEN' });
  expect(await platform.give(XIAN.officer, 'agree-waiver', { ...on, waiver: 1 })).toMatchObject({ code: 'FORBIDDEN' });
  await must(platform.give(XIAN.head, 'agree-waiver', { ...on, waiver: 1 }));
  await platform.settled();
  expect(await owed()).toMatchObject({ open: false, outcome: { how: 'waived' } });
  const notices = (await asking.get(BAYANNUR.officer, '/api/notices?limit=50')).json() as {
    notices: { about: { agreement?: string; what: string } }[];
  };
  expect(notices.notices.filter(({ about }) => about.agreement === agreement).map(({ about }) => about.what)).toEqual(
    expect.arrayContaining(['WaiverProposed', 'DutyWaived']),
  );
  expect(await platform.give(BAYANNUR.officer, 'withdraw-waiver', { ...on, waiver: 1 })).toMatchObject({ code: 'WAIVER_OVER' });
});

test('TM-8 every duty that came due is an instance of one obligation of the signed terms, and of one alone', async () => {
  const { readStore } = platform.platform;
  const agreements = readStore
    .list({ kind: 'signed-agreement', audiences: ['signed'], limit: 1_000 })
    .documents.map(({ body }) => signedAgreement.parse(body));
  let found = 0;
  for (const { id, content, registered, stage } of agreements) {
    const days = readStore
      .list({ kind: 'deadline', audiences: ['signed'], where: { agreement: id, duty: true }, limit: 1_000 })
      .documents.map(({ body }) => deadlineDocument.parse(body));
    const obligations = obligationsOf(content, { registered: registered !== undefined });
    const instances = obligations.flatMap((obligation) => instancesOf(obligation, days));
    expect(instances.map((day) => day.id).sort()).toEqual(days.map((day) => day.id).sort());
    for (const obligation of obligations)
      for (const { who } of instancesOf(obligation, days)) expect(obligation.who).toEqual(expect.arrayContaining([...who]));
    if (stage === 'in-force' && !registered) expect(obligations.map(({ must }) => must)).toContain('file');
    found += instances.length;
  }
  expect(found).toBeGreaterThan(20);
});

test('TM-4 filters: by day, kind, whose, state and words', async () => {
  const all = await deadlines(XIAN.officer);
  const days = all.map(({ on }) => on).sort();
  const [middle = ''] = days.slice(Math.floor(days.length / 2));
  expect((await deadlines(XIAN.officer, `from=${middle}&to=${middle}`)).every(({ on }) => on === middle)).toBe(true);
  expect((await deadlines(XIAN.officer, 'ours=true')).every(({ who }) => who.includes('xian-etdz' as never))).toBe(true);
  expect((await deadlines(XIAN.officer, 'kind=file&state=ended')).every(({ kind, open }) => kind === 'file' && !open)).toBe(true);
  expect(await deadlines(XIAN.officer, 'q=没有这样的协议')).toEqual([]);
  expect((await asking.get(XIAN.officer, '/api/deadlines?kind=nothing')).code()).toBe('INPUT_INVALID');
  expect((await asking.get(XIAN.officer, '/api/deadlines?from=2026-02-30')).code()).toBe('INPUT_INVALID');
});

test('TM-5 a calendar has an address of its own until another is made or it is closed, and no more in it than its holder may read', async () => {
  await tabled(platform, '日历');
  const open = async (who: string) => ((await asking.post(who, '/api/calendar-address', {})).json() as { path: string }).path;
  const calendar = async (path: string) => platform.platform.http.inject({ url: path });
  const events = (body: string) => new ICAL.Component(ICAL.parse(body) as never).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  const first = await open(XIAN.officer);
  const answer = await calendar(first);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  const known = await deadlines(XIAN.officer, 'from=2026-04-02&to=2028-08-09');
  expect(
    events(answer.body)
      .map(({ uid, startDate }) => `${uid} ${startDate.toString()}`)
      .sort(),
  ).toEqual(known.map(({ agreement, who: [own], id, on }) => `${agreement ?? `organisation/${own}`}/${id}@lianyu ${on}`).sort());
  expect((await calendar(`${first}?language=en`)).body).toContain('Lianyu deadlines');
  expect(events((await calendar(await open(STRANGER))).body).filter(({ summary }) => summary.includes('试验协议'))).toEqual([]);
  const second = await open(XIAN.officer);
  expect([(await calendar(first)).statusCode, (await calendar(second)).statusCode]).toEqual([404, 200]);
  // Who is forgotten has none.
  const { member } = await platform.principal(BAYANNUR.officer);
  const others = await open(BAYANNUR.officer);
  platform.platform.vault.closeCalendar(member);
  expect((await calendar(others)).statusCode).toBe(404);
});
