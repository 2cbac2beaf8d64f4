import { isRegistrationEvent } from '@lianyu/domain/events';
import { fold, type NegotiationId, negotiationId, streamOf } from '@lianyu/domain/kernel';
import { registrationDecider } from '@lianyu/domain/registration';
import type { AgreementRow, RegistrationPage, SignedAgreement } from '@lianyu/projections/folds';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWhole } from './commands/read.ts';
import { content, TestPlatform } from './platform.fixtures.ts';
import { must } from './walk.fixtures.ts';

const platform = new TestPlatform();
const A = { officer: 'example-a.officer', head: 'example-a.head' };
const B = { officer: 'example-b.officer', head: 'example-b.head' };
const OFFICE = 'coordination-office.coordinator';
const STRANGER = 'hohhot-etdz.officer';

beforeAll(async () => {
  await platform.play();
});
afterAll(() => platform.close());

const HEADER = '协议名称,合作模式,迁出地,迁入地,签订日期,届满日期,主要内容,利益共享,来源,核实情况';
const bytes = (text: string) => new TextEncoder().encode(text);
const pdf = bytes('%PDF-1.7 扫描件');

/** Puts a file in as its organisation would. */
async function keep(signInName: string, file: Uint8Array, mediaType: string) {
  const { organisation } = await platform.principal(signInName);
  return platform.platform.vault.keepFile(file, organisation, mediaType, platform.platform.clock.now());
}
async function importing(signInName: string, rows: readonly string[]) {
  const digest = await keep(signInName, bytes(`纸质协议清单\n${[HEADER, ...rows].join('\n')}\n`), 'text/plain');
  return { document: { digest, name: '清单.csv' }, skip: [] as number[] };
}
const typesIn = async (stream: string) => (await readWhole(platform.platform.store, stream)).events.map(({ event }) => event.type);
async function basisOf(registration: NegotiationId) {
  const { events } = await readWhole(platform.platform.store, streamOf.registration(registration));
  const state = fold(registrationDecider, events.filter(isRegistrationEvent));
  if (!state.transcribed) throw new Error('nothing is transcribed');
  return state.transcribed.transcription;
}
async function rowFor(signInName: string, title: string): Promise<AgreementRow | undefined> {
  const rows = await platform.documentsOf(signInName, 'agreements');
  return rows.map(({ body }) => body as AgreementRow).find((row) => row.title?.zh === title);
}
async function ask(signInName: string, path: string, payload?: object) {
  const { signInName: name, password } = platform.account(signInName);
  const headers = { 'sec-fetch-site': 'same-origin' };
  const entered = await platform.platform.http.inject({ method: 'POST', url: '/api/session', headers, payload: { signInName: name, password } });
  const cookie = `${entered.cookies[0]?.name}=${entered.cookies[0]?.value}`;
  return platform.platform.http.inject({
    method: payload ? 'POST' : 'GET',
    url: path,
    headers: { ...headers, cookie },
    ...(payload ? { payload } : {}),
  });
}

test('AG-30 AG-34 AG-35 real agreements known from what is published: listed for everybody, marked, with where that was read, computing nothing', async () => {
  const rows = (await platform.documentsOf(STRANGER, 'agreements')).map(({ body }) => body as AgreementRow).filter(({ registered }) => registered);
  expect(rows).toHaveLength(10);
  for (const { id, stage, scanMissing, unconfirmed, parties } of rows) {
    expect({ stage, scanMissing, unconfirmed }).toEqual({ stage: 'registered', scanMissing: true, unconfirmed: parties });
    expect(await typesIn(streamOf.registration(id))).toEqual(['PaperRegistered']);
    expect(await typesIn(streamOf.agreement(id))).toEqual([]);
    const page = (await platform.documentsOf(STRANGER, `agreement/${id}`)).find(({ kind }) => kind === 'registration')?.body as RegistrationPage;
    expect(page.paper.source.citation).not.toBe('');
    expect(page.imported?.document.name).toBe('公开来源的纸质协议.csv');
  }
  const zibo = rows.find(({ title }) => title?.zh.startsWith('淄博'));
  expect(zibo).toMatchObject({ parties: ['zibo', 'shizuishan'], signedOn: '2011' });
  const listed = (await ask(STRANGER, '/api/agreements?registered=true&limit=200')).json().rows;
  expect(listed.length).toBe(10);
});

test('AG-34 a wrong row is shown before anything is recorded, and nothing of the file is taken while it stands', async () => {
  const rows = [
    '甲乙示例合作协议,飞地经济,示例开发区甲,example-b,2021-03-01,,双方共建示例园区。,按年分享。,双方签署的纸质协议,已核实',
    '没有的开发区协议,飞地经济,示例开发区甲,不存在的开发区,2021-03-01,,内容。,,纸质协议,',
    '别人的协议,飞地经济,example-c,example-d,2021-03-01,,内容。,,纸质协议,',
    '甲乙示例合作协议,飞地经济,example-a,example-b,2021-03-01,,再写一次。,,纸质协议,',
    '明天的协议,飞地经济,example-a,example-b,2099-01-01,,内容。,,纸质协议,',
    '没有模式的协议,联营,example-a,example-b,去年春天,,,,,也许',
  ];
  const file = await importing(A.officer, rows);
  const head = await platform.platform.store.head();
  const answer = (await ask(A.officer, '/api/registrations/dry-run', file)).json();
  expect(answer.header.ignored).toEqual([]);
  expect(answer.rows).toMatchObject([
    { line: 3, fate: 'accepted', title: '甲乙示例合作协议', parties: ['example-a', 'example-b'], signedOn: '2021-03-01' },
    { line: 4, fate: 'refused', problems: [{ field: 'destination', problem: 'organisation-unknown', data: { name: '不存在的开发区' } }] },
    { line: 5, fate: 'against-rules', refusal: { code: 'NOT_A_PARTY' } },
    { line: 6, fate: 'duplicate', of: { line: 3 } },
    { line: 7, fate: 'against-rules', refusal: { code: 'DATE_IN_FUTURE' } },
    {
      line: 8,
      fate: 'refused',
      problems: [
        { field: 'mode', problem: 'choice-unknown' },
        { field: 'signedOn', problem: 'date-malformed' },
        { field: 'citation', problem: 'missing' },
        { field: 'verification', problem: 'choice-unknown' },
        { field: 'summary', problem: 'missing' },
      ],
    },
  ]);
  expect(answer.complete).toBe(false);
  expect(await platform.give(A.officer, 'import-papers', file)).toMatchObject({ ok: false, code: 'IMPORT_ROWS_REFUSED', data: { count: 5 } });
  expect(await platform.platform.store.head()).toBe(head);
  // Of a file that another organisation put in the hash opens nothing.
  expect(await platform.give(B.officer, 'import-papers', file)).toMatchObject({ ok: false, code: 'FILE_UNKNOWN' });
});

test('AG-31 AG-34 AG-35 from a file to force: imported, listed and computing nothing; with the scan and every confirmation it is in force', async () => {
  const title = '甲乙示例合作协议';
  const file = {
    ...(await importing(A.officer, [`${title},飞地经济,示例开发区甲,example-b,2021-03-01,,双方共建示例园区。,按年分享。,双方签署的纸质协议,已核实`])),
  };
  const commandId = '10000000-0000-4000-8000-000000000001';
  const imported = await must(platform.give(A.officer, 'import-papers', file, commandId));
  expect(await must(platform.give(A.officer, 'import-papers', file, commandId))).toMatchObject({ repeated: true });
  await platform.settled();
  expect(await typesIn(streamOf.intake(imported.subject as never))).toEqual(['PaperImported']);
  const row = await rowFor(A.officer, title);
  expect(row).toMatchObject({
    stage: 'registered',
    registered: true,
    scanMissing: true,
    unconfirmed: ['example-a', 'example-b'],
    signedOn: '2021-03-01',
  });
  const registration = negotiationId.parse(row?.id);
  expect(await typesIn(streamOf.registration(registration))).toEqual(['PaperRegistered']);
  expect(await rowFor(B.officer, title)).toEqual(row);
  for (const nobody of [STRANGER, OFFICE]) expect(await rowFor(nobody, title)).toBeUndefined();
  const again = (await ask(A.officer, '/api/registrations/dry-run', file)).json();
  expect(again.rows).toMatchObject([{ fate: 'duplicate', of: { registration } }]);

  expect(await platform.give(A.head, 'confirm-transcription', { registration, basis: await basisOf(registration) })).toMatchObject({
    code: 'SCAN_MISSING',
  });
  const scan = { digest: await keep(B.officer, pdf, 'application/pdf'), name: '协议扫描件.pdf' };
  expect(await platform.give(A.officer, 'attach-scan', { registration, basis: await basisOf(registration), scan })).toMatchObject({
    code: 'FILE_UNKNOWN',
  });
  await must(platform.give(B.officer, 'attach-scan', { registration, basis: await basisOf(registration), scan }));
  // Whoever registers does not confirm by that: it takes the signatories.
  expect(await platform.give(A.officer, 'confirm-transcription', { registration, basis: await basisOf(registration) })).toMatchObject({
    code: 'FORBIDDEN',
  });
  await must(platform.give(A.head, 'confirm-transcription', { registration, basis: await basisOf(registration) }));
  await must(platform.give(B.head, 'object-to-transcription', { registration, basis: await basisOf(registration), reason: '分享条款有出入' }));

  const before = await basisOf(registration);
  const corrected = { ...content('按年结算，次年二月底前核对。'), title: { zh: title, en: '' } };
  const parties = corrected.parties.map((party, index) => ({ ...party, organisation: (index === 0 ? 'example-a' : 'example-b') as never }));
  const { purpose: _, ...text } = JSON.parse(
    JSON.stringify({ ...corrected, parties })
      .replaceAll('xian-etdz', 'example-a')
      .replaceAll('bayannur-etdz', 'example-b'),
  );
  const paper = {
    signedOn: '2021-03-01',
    documentNumber: '示协〔2021〕1号',
    source: { citation: '双方签署的纸质协议', verification: 'verified', note: '' },
  } as never;
  await must(platform.give(A.officer, 'correct-transcription', { registration, basis: before, content: text, paper, reason: '按对方意见补正' }));
  expect(await platform.give(B.head, 'confirm-transcription', { registration, basis: before })).toMatchObject({ code: 'BASIS_OUTDATED' });
  expect(await typesIn(streamOf.agreement(registration))).toEqual([]);
  expect((await platform.documentsOf(A.officer, `settlement/${registration}`)).length).toBe(0);

  await must(platform.give(B.head, 'confirm-transcription', { registration, basis: await basisOf(registration) }));
  expect(await rowFor(A.officer, title)).toMatchObject({ stage: 'registered', unconfirmed: ['example-a'] });
  await must(platform.give(A.head, 'confirm-transcription', { registration, basis: await basisOf(registration) }));
  await platform.settled();
  expect(await typesIn(streamOf.agreement(registration))).toEqual(['AgreementRegistered', 'AgreementEnteredIntoForce']);
  const inForce = await rowFor(A.officer, title);
  expect(inForce).toMatchObject({ stage: 'in-force', registered: true, concludedOn: '2021-03-01', effectiveOn: '2021-03-01' });
  expect(inForce?.number).toMatch(/^LY-2026-/);
  expect(await rowFor(OFFICE, title)).toMatchObject({ stage: 'in-force', registered: true });
  expect(await rowFor(STRANGER, title)).toBeUndefined();
  const documents = await platform.documentsOf(OFFICE, `agreement/${registration}`);
  const signed = documents.find(({ kind }) => kind === 'signed-agreement')?.body as SignedAgreement;
  expect(signed).toMatchObject({ executions: [], registered: { registrar: 'example-a', scan } });
  expect(signed.deadline).toBeUndefined();
  expect(documents.find(({ kind }) => kind === 'registration')?.body).toMatchObject({ state: 'completed' });
  // The scan is opened by who may read what names it, and by nobody else.
  expect((await ask(A.officer, `/api/files/${scan.digest}`)).statusCode).toBe(200);
  expect((await ask(OFFICE, `/api/files/${scan.digest}`)).statusCode).toBe(200);
  expect((await ask(STRANGER, `/api/files/${scan.digest}`)).statusCode).toBe(404);
  // What is in force is changed, and ended, as any other.
  const actions = (await ask(A.officer, `/api/agreements/${registration}/actions`)).json().actions as { command: string; allowed: boolean }[];
  expect(actions.find(({ command }) => command === 'propose-change')).toMatchObject({ allowed: true });
  expect(actions.find(({ command }) => command === 'file-agreement')).toMatchObject({ allowed: false });
  expect((await ask(A.officer, `/api/agreements/${registration}/moments`)).json().moments.length).toBeGreaterThan(5);
});

test('AG-30 AG-33 what the office registers of published papers everybody reads, without what is said against it; until it is withdrawn', async () => {
  const title = '公开报道的示例协议';
  const row = `${title},飞地经济,example-c;example-d,example-b,2011,,内容。,,报道（2011年）,部分核实`;
  const file = await importing(OFFICE, [row]);
  await must(platform.give(OFFICE, 'import-papers', file));
  await platform.settled();
  const listed = await rowFor(STRANGER, title);
  expect(listed).toMatchObject({ stage: 'registered', registered: true, scanMissing: true, signedOn: '2011' });
  const registration = negotiationId.parse(listed?.id);
  const scan = { digest: await keep('example-c.officer', pdf, 'application/pdf'), name: '扫描.pdf' };
  await must(platform.give('example-c.officer', 'attach-scan', { registration, basis: await basisOf(registration), scan }));
  const basis = await basisOf(registration);
  expect(await platform.give('example-c.head', 'confirm-transcription', { registration, basis })).toMatchObject({ code: 'SIGNED_DAY_UNKNOWN' });
  await must(platform.give('example-d.head', 'object-to-transcription', { registration, basis, reason: '并无此协议' }));
  const pageFor = async (signInName: string) =>
    (await platform.documentsOf(signInName, `agreement/${registration}`)).filter(({ kind }) => kind === 'registration').at(-1)
      ?.body as RegistrationPage;
  expect((await pageFor(STRANGER)).objections).toEqual([]);
  expect(JSON.stringify(await platform.documentsOf(STRANGER, `agreement/${registration}`))).not.toContain('并无此协议');
  expect((await pageFor('example-c.officer')).objections).toMatchObject([{ party: 'example-d', reason: '并无此协议' }]);
  expect((await ask(STRANGER, `/api/files/${scan.digest}`)).statusCode).toBe(404);
  expect(await platform.give('example-c.officer', 'withdraw-registration', { registration, basis, reason: '-' })).toMatchObject({
    code: 'REGISTRATION_NOT_OWN',
  });
  await must(platform.give(OFFICE, 'withdraw-registration', { registration, basis, reason: '报道有误' }));
  expect(await rowFor(STRANGER, title)).toMatchObject({ stage: 'withdrawn' });
  expect(await typesIn(streamOf.agreement(registration))).toEqual([]);
});

test('AG-35 TM-3 one that is over when it is registered has expired, on the day of its terms', async () => {
  const scan = { digest: await keep(A.officer, pdf, 'application/pdf'), name: '旧协议.pdf' };
  const title = '早已届满的示例协议';
  const file = await importing(A.officer, [`${title},托管园区,example-a,example-b,2010-06-01,2020-05-31,内容。,,纸质协议,已核实`]);
  await must(platform.give(A.officer, 'import-papers', file));
  await platform.settled();
  const registration = negotiationId.parse((await rowFor(A.officer, title))?.id);
  await must(platform.give(A.officer, 'attach-scan', { registration, basis: await basisOf(registration), scan }));
  for (const head of [A.head, B.head]) await must(platform.give(head, 'confirm-transcription', { registration, basis: await basisOf(registration) }));
  await platform.settled();
  await platform.platform.clockProcess.tick();
  await platform.settled();
  expect(await typesIn(streamOf.agreement(registration))).toEqual(['AgreementRegistered', 'AgreementEnteredIntoForce', 'AgreementExpired']);
  expect(await rowFor(B.officer, title)).toMatchObject({ stage: 'expired', effectiveOn: '2010-06-01', endedOn: '2020-06-01' });
});
