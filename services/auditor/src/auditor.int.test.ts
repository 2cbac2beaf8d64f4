import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streamOf } from '@lianyu/domain/kernel';
import type { StoredEvent } from '@lianyu/event-store';
import { createRunner } from '@lianyu/projections';
import { projections } from '@lianyu/projections/folds';
import { openSqliteReadStore } from '@lianyu/projections/sqlite';
import { afterAll, expect, test } from 'vitest';
import { AGREEMENT, type Chronicle, chronicle, storeOf, tampered } from './chronicle.fixtures.ts';
import { exitCodes } from './command.ts';
import { openLog } from './log.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'lianyu-auditor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const clean = chronicle();
const account = streamOf.settlement('official', AGREEMENT, 'sharing');
let logs = 0;

/** The auditor over a log that its writer still has open. */
async function audited(written: Chronicle, ...argv: readonly string[]) {
  logs += 1;
  const data = join(folder, String(logs));
  mkdirSync(data);
  const store = await storeOf(written, join(data, 'events.sqlite'));
  try {
    return await told(data, ...argv);
  } finally {
    await store.close();
  }
}

async function told(data: string, ...argv: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(argv, { DATA_DIR: data }, { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('AU-1 a clean log has no difference: every statement comes out the same to the digest', async () => {
  const { code, out, err } = await audited(clean, 'recompute', '--json');
  expect(JSON.parse(out)).toMatchObject({ statements: 3, same: 3, different: [], unverifiable: [], unread: [], today: { differ: [] } });
  expect([code, err]).toEqual([exitCodes.well, '1 / 1']);
});

test.each([
  ['an amount', 'parts.0.lines.0.amount', '500000001'],
  ['what was known', 'known.figures.0', '00000000-0000-4000-9000-999999999999'],
  ['the digest', 'digest', '0'.repeat(64)],
  ['the digest of the derivation', 'derivation', '0'.repeat(64)],
])('AU-1 a statement of which %s was changed in the log is found', async (_, path, value) => {
  const changed = tampered(clean, account, 'StatementProposed', (data) => put(data, path.split('.'), value));
  const { code, out } = await audited(changed, 'recompute', '--json');
  const [first] = JSON.parse(out).different;
  expect([first.statement.period.from, code]).toEqual(['2021-01-01', exitCodes.found]);
  expect(first.differences.map((difference: { path: string }) => difference.path)).toContain(path);
});

function put(into: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) into[key] = value;
  else put(into[key] as Record<string, unknown>, rest, value);
}

test('AU-1 a figure that was changed in the log is found in every statement that it went into', async () => {
  const changed = tampered(clean, streamOf.figures(AGREEMENT), 'FigureReported', (data) => {
    (data['figure'] as { amount: string }).amount = '999';
  });
  const { code, out } = await audited(changed, 'recompute', '--json');
  expect(JSON.parse(out).different[0]).toMatchObject({ statement: { period: { from: '2021-01-01' } }, outcome: 'different' });
  expect(code).toBe(exitCodes.found);
});

test('AU-1 terms that were changed in the log are found', async () => {
  const changed = tampered(clean, streamOf.agreement(AGREEMENT), 'AgreementConcluded', (data) => {
    const { clauses } = data['content'] as { clauses: { body: { term: { bands: { allocation: { shares: { ratio: string[] }[] } }[] } } }[] };
    clauses[0]!.body.term.bands[0]!.allocation.shares[0]!.ratio = ['3', '5'];
    clauses[0]!.body.term.bands[0]!.allocation.shares[1]!.ratio = ['2', '5'];
  });
  expect(JSON.parse((await audited(changed, 'recompute', '--json')).out)).toMatchObject({ same: 0, statements: 3 });
});

test('AU-2 reference data of a version that is not there makes a statement unverifiable, not wrong', async () => {
  const changed = tampered(clean, account, 'StatementProposed', (data) => {
    (data['known'] as { reference: string }).reference = 'taxes/1999-01';
  });
  const { code, out } = await audited(changed, 'recompute', '--json');
  const [{ statement, outcome }] = JSON.parse(out).unverifiable;
  expect([statement.reference, outcome, code]).toEqual(['taxes/1999-01', 'unverifiable', exitCodes.found]);
});

test('AU-1 an event that cannot be read is named, and the rest is checked', async () => {
  const changed = tampered(clean, account, 'StatementProposed', (data) => {
    data['parts'] = [];
  });
  const { code, out } = await audited(changed, 'recompute', '--json');
  expect(JSON.parse(out).unread).toEqual([{ stream: account, problem: expect.stringContaining('StatementProposed') }]);
  expect(code).toBe(exitCodes.found);
});

test('AU-5 what is appended while it reads is not in it: it says up to which position', async () => {
  const path = join(folder, 'growing.sqlite');
  const store = await storeOf(clean, path);
  const end = await store.head();
  const log = await openLog(path);
  try {
    const before = await log.whole(account);
    const [{ id: _, ...last }] = (await store.readStream(account, { direction: 'backwards', limit: 1 })) as [StoredEvent];
    await store.append(account, 'any', [{ ...last, id: '22222222-2222-4222-8222-222222222222' }]);
    await store.append('settlement-later', 'any', [{ ...last, id: '33333333-3333-4333-8333-333333333333' }]);
    expect(await log.whole(account)).toEqual(before);
    expect(await log.streamsOf(['settlement'])).toEqual([account]);
    expect(log.position).toBe(end);
  } finally {
    await log.close();
    await store.close();
  }
  const { out } = await audited(clean, 'recompute', '--json');
  expect(JSON.parse(out).position).toBe(end?.toString());
  expect((await audited(clean, 'recompute')).out).toContain(`日志读到位置 ${end}`);
});

test('AU-6 a byte that was turned in the file is found before anything is computed from it', async () => {
  const data = join(folder, 'turned');
  mkdirSync(data);
  const path = join(data, 'events.sqlite');
  await (await storeOf(clean, path)).close();
  const bytes = readFileSync(path);
  const at = bytes.indexOf('"amount":"1000000000"');
  expect(at).toBeGreaterThan(0);
  bytes[at + 10] = '9'.charCodeAt(0);
  writeFileSync(path, bytes);
  const { code, out, err } = await told(data, 'recompute', '--json');
  expect([code, out]).toEqual([exitCodes.log, '']);
  expect(err).toContain('STORE_FAILED');
});

test('AU-3 a line is explained down to the hashes of its documents, an earlier period made up for included', async () => {
  const address = `${AGREEMENT}/sharing/official/2022-01-01/money`;
  const listed = await audited(clean, 'explain', address);
  expect(listed.out).toContain(`${address}/0  西安经开区 · 分享 · 6,172,839.46 CNY`);
  const difference = listed.out.split('\n').findIndex((line) => line.includes('以前期间差额') && line.includes('西安')) - 1;
  const { code, out } = await audited(clean, 'explain', `${address}/${difference}`);
  expect(code).toBe(exitCodes.well);
  for (const words of ['-617,283.94 CNY', '2021-01-01 – 2021-12-31', '重算一致', '完税证明 2021.pdf · sha256 ']) expect(out).toContain(words);
  const json = JSON.parse((await audited(clean, 'explain', `${address}/0`, '--json')).out);
  expect(json).toMatchObject({
    verified: true,
    line: { amount: '617283946', kind: 'share' },
    inputs: [{ number: 2, documents: [{ name: '完税证明 2022.pdf' }] }],
  });
  expect(json.derivation[0].steps.map(({ rule }: { rule: string }) => rule)).toContain('ratio');
});

test('AU-3 in English, and honest about a statement that does not come out the same', async () => {
  const changed = tampered(clean, account, 'StatementProposed', (data) => {
    (data['parts'] as { lines: { amount: string }[] }[])[0]!.lines[0]!.amount = '500000001';
  });
  const { code, out } = await audited(changed, 'explain', `${AGREEMENT}/sharing/official/2021-01-01/money/0`, '--language', 'en');
  expect(out).toContain('does NOT come out the same');
  expect(out).toContain('5,000,000.01 CNY');
  expect(code).toBe(exitCodes.found);
});

test('AU-4 exit codes: usage, nothing there, no log; help with examples', async () => {
  expect(await told(folder, 'recompute', '--oops')).toMatchObject({ code: exitCodes.usage, out: '' });
  expect(await told(folder, 'conjure')).toMatchObject({ code: exitCodes.usage });
  expect(await told(folder)).toMatchObject({ code: exitCodes.usage, out: expect.stringContaining('npm run auditor -- explain') });
  expect(await told(folder, 'recompute', '--help')).toMatchObject({
    code: exitCodes.well,
    out: expect.stringContaining('npm run --silent auditor -- recompute --json'),
  });
  expect(await told(folder, 'explain', '--language', 'fr', 'x')).toMatchObject({ code: exitCodes.usage });
  expect(await audited(clean, 'explain', 'not an address')).toMatchObject({ code: exitCodes.usage });
  expect(await audited(clean, 'explain', `${AGREEMENT}/sharing/official/2021-01-01/money/9`)).toMatchObject({ code: exitCodes.absent });
  expect(await audited(clean, 'explain', `${AGREEMENT}/sharing/appraisal`)).toMatchObject({ code: exitCodes.absent });
  expect(await told(join(folder, 'nowhere'), 'recompute')).toMatchObject({ code: exitCodes.log, err: expect.stringContaining('STORE_FAILED') });
});

test('AU-7 AU-4 PR-3.1 every document is rebuilt beside the served ones: none differs, and one turned byte in one of them is found', async () => {
  const data = join(folder, 'live');
  mkdirSync(data);
  const store = await storeOf(clean, join(data, 'events.sqlite'));
  expect((await told(data, 'verify', '--live')).code).toBe(exitCodes.absent);
  const readStore = openSqliteReadStore({ path: join(data, 'read.sqlite') });
  const runner = createRunner({ store, readStore, projections });
  runner.start();
  await runner.caughtUp();
  // The runner goes on and holds the file while it is looked at.
  const sound = await told(data, 'verify', '--live', '--json');
  expect(JSON.parse(sound.out)).toMatchObject({ equal: true, differences: [], position: String(await store.head()) });
  expect(JSON.parse(sound.out).versions).toBeGreaterThan(5);
  expect([sound.code, sound.err.split('\n').length > 0]).toEqual([exitCodes.well, true]);
  await runner.stop();
  const served = readStore.list({ kind: 'statement-row', audiences: ['signed', 'audit', 'office'], limit: 1 }).documents[0];
  const [text] = served ? [served.json] : [expect.fail('no document to turn a byte of')];
  readStore.close();
  const path = join(data, 'read.sqlite');
  const bytes = readFileSync(path);
  // SQLite may have left a copy behind when it moved rows: each is turned, of which one counts.
  let turns = 0;
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text)) {
    bytes[at + 12] = (bytes[at + 12] ?? 0) ^ 1;
    turns += 1;
  }
  expect(turns).toBeGreaterThan(0);
  writeFileSync(path, bytes);
  const turned = await told(data, 'verify', '--live', '--json');
  expect(turned.code).toBe(exitCodes.found);
  expect(JSON.parse(turned.out).differences[0]).toMatchObject({ kind: 'statement-row' });
  expect((await told(data, 'verify')).code).toBe(exitCodes.usage);
  await store.close();
}, 30_000);
