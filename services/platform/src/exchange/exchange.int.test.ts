import { randomUUID } from 'node:crypto';
import { importDryRun, keptFile, rows } from '@lianyu/contract';
import type { Digest, NegotiationId } from '@lianyu/domain/kernel';
import { APPRAISAL_LABEL, DEMONSTRATION_LABEL, readTable, type Table, toXlsx } from '@lianyu/exchange';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Asking } from '../asking.fixtures.ts';
import { TestPlatform } from '../platform.fixtures.ts';
import { computedContent, inForce, quarter, Settlers } from '../settlement/settled.fixtures.ts';
import { BAYANNUR, must, XIAN } from '../walk.fixtures.ts';

const platform = new TestPlatform();
const asking = new Asking(platform);
const OFFICE = 'coordination-office.coordinator';
const ANALYST = 'audit-office.analyst';
const STRANGER = 'hohhot-etdz.officer';
const EVERYBODY_ELSE = [OFFICE, ANALYST, STRANGER];
const DRAFTER_ALONE = 'coordination-office.admin-one';
let agreement: NegotiationId;
let settlers: Settlers;

beforeAll(async () => {
  await platform.play();
  agreement = await inForce(platform, computedContent());
  settlers = new Settlers(platform, agreement);
});
afterAll(() => platform.close());

const HEAD = '税种,级次,金额（万元）,所属期,入库日期,备注';
const utf8 = (text: string) => Buffer.from(text);
const kept = async (who: string, bytes: Buffer) => keptFile.parse((await asking.post(who, '/api/files', bytes)).json());
const document = (digest: Digest, name = '入库统计.csv') => ({ digest, name });
async function tried(bytes: Buffer, more: { skip?: number[]; sheet?: string } = {}, who = BAYANNUR.officer) {
  const { digest } = await kept(BAYANNUR.officer, bytes);
  const file = { document: document(digest), skip: [], ...more };
  return { file, answer: await asking.post(who, `/api/agreements/${agreement}/figures/dry-run`, file) };
}
const imported = (file: object, commandId: string = randomUUID(), who = BAYANNUR.officer) =>
  asking.post(who, '/api/commands/import-figures', { commandId, data: { agreement, ...file } });
const bodiesOf = async (who: string) => rows.parse((await asking.get(who, `/api/figures?agreement=${agreement}&limit=200`)).json()).rows;
const opened = async (bytes: Uint8Array, sheet?: string) => (await readTable(bytes, sheet)) as Table;
const texts = ({ rows: all }: Table) => all.map(({ cells }) => cells.map((cell) => ('text' in cell ? cell.text : 'date' in cell ? cell.date : '')));

test('IO-4 IO-8 a dry run tells every fate and records nothing; a file with a row that cannot be read is imported not at all', async () => {
  const { file, answer } = await tried(
    utf8(`${HEAD}\n增值税,地方留成,1000,2025Q1,2025-03-31,\n增值税,地方留成,1,2025年2月,2025-02-28,\n增值税,地方留成,0.0000001,2025Q2,2025-06-30,\n`),
  );
  expect(answer.status).toBe(200);
  const told = importDryRun.parse(answer.json());
  expect(told.rows.map(({ line, fate }) => [line, fate])).toEqual([
    [2, 'accepted'],
    [3, 'duplicate'],
    [4, 'refused'],
  ]);
  expect(told).toMatchObject({ complete: false, totals: [{ measure: 'tax/value-added/local-retained', amount: '1000000000' }] });
  expect(await settlers.count()).toBe(0);
  expect((await imported(file)).json()).toMatchObject({ error: { code: 'IMPORT_ROWS_REFUSED', data: { lines: ['4'], count: 1 } } });
  expect((await imported({ ...file, skip: [4] })).json()).toMatchObject({ error: { code: 'FIGURE_COVERED', data: { row: 1 } } });
  expect(await settlers.count()).toBe(0);
});

test('IO-8 a confirmed import records all rows in one command, once, whoever posts it again', async () => {
  const { file, answer } = await tried(
    utf8(`${HEAD}\n增值税,地方留成,1000,2025Q1,2025-03-31,\n增值税,地方留成,2000.5,2025Q2,2025-06-30,-二季度\n合计,,3000.5,,,\n`),
    { skip: [4] },
  );
  expect(importDryRun.parse(answer.json()).complete).toBe(true);
  const commandId = randomUUID();
  const [first, second] = await Promise.all([imported(file, commandId), imported(file, commandId)]);
  expect([first.status, second.status]).toEqual([200, 200]);
  expect([first, second].map((each) => (each.json() as { repeated: boolean }).repeated).sort()).toEqual([false, true]);
  expect((await imported(file, commandId)).json()).toMatchObject({ repeated: true });
  expect((await imported({ ...file, skip: [3, 4] }, commandId)).code()).toBe('COMMAND_ID_REUSED');
  expect((await imported(file)).code()).toBe('FIGURE_COVERED');
  await platform.settled();
  const log = (await platform.log()).filter(({ metadata }) => metadata.commandId === commandId);
  expect(log.map(({ event }) => event.type)).toEqual(['DutyAssumed', 'FigureReported', 'FigureReported']);
  expect(log.slice(1).map(({ event }) => 'figure' in event.data && event.data.figure.document)).toEqual([file.document, file.document]);
  expect((await bodiesOf(XIAN.officer)).length).toBe(2);
});

test('IO-1 IO-8 UTF-16, GB18030 and workbooks are read; what is no table is refused by what is wrong with it', async () => {
  const text = `${HEAD.replaceAll(',', '\t')}\r\n增值税\t地方留成\t3\t2025Q3\t2025-09-30\t\r\n`;
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
  for (const bytes of [wide, Buffer.from(wide).swap16()]) expect(importDryRun.parse((await tried(bytes)).answer.json()).complete).toBe(true);
  const gb = Buffer.concat([Buffer.from([0xcb, 0xb0, 0xd6, 0xd6]), utf8(',x\n')]);
  expect((await tried(gb)).answer.json()).toMatchObject({ error: { code: 'IMPORT_HEADER_MISSING' } });
  const sheet = { name: '表', above: [], columns: [], rows: [] };
  const book = Buffer.from(toXlsx([sheet, { ...sheet, name: '数据', columns: [{ header: '税种', kind: 'text' as const }], rows: [['增值税']] }]));
  expect((await tried(book)).answer.code()).toBe('FILE_EMPTY');
  expect((await tried(book, { sheet: '数据' })).answer.code()).toBe('IMPORT_HEADER_MISSING');
  expect((await tried(book, { sheet: '无' })).answer.json()).toMatchObject({ error: { code: 'FILE_SHEET_UNKNOWN', data: { sheet: '无' } } });
  expect((await tried(Buffer.from('%PDF-1.7\n%x'))).answer.status).toBe(422);
});

test('IO-8 AZ-1 only who reports for a party imports, and only a file that the own organisation put in', async () => {
  const { file } = await tried(utf8(`${HEAD}\n增值税,地方留成,1,2025Q4,2025-12-31,\n`));
  for (const who of [...EVERYBODY_ELSE, BAYANNUR.head, DRAFTER_ALONE]) {
    expect((await asking.post(who, `/api/agreements/${agreement}/figures/dry-run`, file)).code(), who).toBe('FORBIDDEN');
    expect((await imported(file, randomUUID(), who)).code(), who).toBe('FORBIDDEN');
  }
  expect((await asking.post(XIAN.officer, `/api/agreements/${agreement}/figures/dry-run`, file)).code()).toBe('FILE_UNKNOWN');
  expect((await imported(file, randomUUID(), XIAN.officer)).code()).toBe('FILE_UNKNOWN');
});

test('IO-5 IO-9 figures that were exported, read in again, are the figures; long codes and what would be calculated stand as text', async () => {
  const company = { code: '91150203011539802X', name: '=1+1有限公司' };
  await must(settlers.report(await settlers.figure(2, '123456789012345678', { company, note: '@备注' })));
  await platform.settled();
  for (const format of ['xlsx', 'csv']) {
    const file = await asking.get(BAYANNUR.officer, `/api/figures/export.${format}?agreement=${agreement}`);
    expect(file.headers['content-disposition']).toContain(`figures.${format}`);
    const table = await opened(file.bytes);
    expect(texts(table)[0]?.[0]).toBe(DEMONSTRATION_LABEL);
    const { answer } = await tried(Buffer.from(file.bytes));
    const again = importDryRun.parse(answer.json());
    // The same figures stand already: each row is found to be one of them, number by number.
    expect(again.rows.map((row) => row.fate === 'duplicate' && 'number' in row.of && row.of.number)).toEqual([3, 2, 1]);
    const shown = JSON.stringify(texts(table));
    expect(shown).toContain('1234567890123456.78');
  }
  const csv = (await asking.get(BAYANNUR.officer, `/api/figures/export.csv?agreement=${agreement}`)).body;
  expect(csv).toContain(",'=1+1有限公司,");
  expect(csv).toContain(",'1234567890123456.78,");
  for (const who of EVERYBODY_ELSE) {
    const theirs = (await asking.get(who, '/api/figures/export.csv')).body;
    expect(theirs.includes('1+1') || theirs.includes('2000.5'), who).toBe(false);
  }
});

test('IO-7 IO-9 a statement as a file: what was booked and what it is worth, as known on a day; to others sums alone, or nothing', async () => {
  await must(settlers.confirm(1, 2));
  await settlers.adopt();
  const at = `/api/settlements/${agreement}/taxes/official/periods/${quarter(0).from}/export`;
  const book = await asking.get(XIAN.officer, `${at}.xlsx`);
  const booked = texts(await opened(book.bytes, '结算单 金额'));
  const xian = booked.find(([party, item]) => party?.includes('西安') && item === '分享');
  expect(xian?.[3]).toBe('5000000');
  expect(booked.flat()).toContain('人民币伍佰万元整');
  expect(texts(await opened(book.bytes, '应得 金额')).find(([party, item]) => party?.includes('西安') && item === '分享')?.[3]).toBe('5000000');
  expect(JSON.stringify(texts(await opened(book.bytes, '依据')))).toContain('入库统计.csv');
  const csv = await asking.get(XIAN.officer, `${at}.csv?language=en`);
  const [label, ...lines] = texts(await opened(csv.bytes));
  expect(label?.[0]).toBe(DEMONSTRATION_LABEL);
  expect(lines.filter((line) => line[3] === 'Share').map((line) => [line[0], line[5]])).toEqual([
    ['Statement', '5000000.00'],
    ['Statement', '5000000.00'],
    ['Entitlement', '5000000.00'],
    ['Entitlement', '5000000.00'],
  ]);
  const audited = await asking.get(ANALYST, `${at}.xlsx`);
  expect(audited.status).toBe(200);
  expect(JSON.stringify(texts(await opened(audited.bytes, '依据')))).not.toContain('入库统计');
  for (const who of [OFFICE, STRANGER]) expect((await asking.get(who, `${at}.csv`)).code(), who).toBe('NOT_FOUND');
  expect((await asking.get(XIAN.officer, `${at}.csv?on=2025-01-01`)).code()).toBe('NOT_FOUND');
});

test('IO-6 IO-9 ST-23 the appraisal ledger leaves with its label in every sheet, and not at all for who may not see it', async () => {
  await must(settlers.report(await settlers.figure(0, '10000000000', { measure: 'indicator/gross-industrial-output' })));
  await must(settlers.confirm(await settlers.count()));
  await settlers.adopt({ agreement, clause: 'output', ledger: 'appraisal' });
  const at = `/api/settlements/${agreement}/output/appraisal/periods/${quarter(0).from}/export`;
  const book = await asking.get(XIAN.officer, `${at}.xlsx`);
  const { source } = await opened(book.bytes);
  const sheets = source.format === 'xlsx' ? source.sheets : [];
  expect(sheets.length).toBeGreaterThan(3);
  for (const sheet of sheets) expect(texts(await opened(book.bytes, sheet))[0]?.[0], sheet).toBe(APPRAISAL_LABEL);
  expect((await asking.get(ANALYST, `${at}.csv`)).body).toContain(APPRAISAL_LABEL);
  for (const who of [OFFICE, STRANGER, DRAFTER_ALONE])
    for (const format of ['xlsx', 'csv']) expect((await asking.get(who, `${at}.${format}`)).code(), who).toBe('NOT_FOUND');
});

test('IO-9 balances as a file', async () => {
  const file = await asking.get(XIAN.officer, '/api/balances/export.csv');
  const lines = texts(await opened(file.bytes));
  expect(lines.at(-1)?.slice(3)).toEqual(['5000000.00', '0.00', '0.00', '5000000.00']);
  expect(texts(await opened((await asking.get(STRANGER, '/api/balances/export.xlsx')).bytes)).length).toBe(4);
});
