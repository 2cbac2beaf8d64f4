import type { CalendarDate, Digest, OrganisationId } from '@lianyu/domain/kernel';
import { figureLimits, figuresDecider, noFigures } from '@lianyu/domain/settlement';
import { measures } from '@lianyu/domain/sharing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable, type Table, toXlsx } from '../index.ts';
import { type DryRun, dryRun, type Importing } from './dry-run.ts';
import { measureNamed } from './measures.ts';

const importing: Importing = {
  document: { digest: 'd'.repeat(64) as Digest, name: '一季度.csv' },
  party: 'hohhot-etdz' as OrganisationId,
  today: '2024-06-30' as CalendarDate,
  state: noFigures,
  skip: new Set(),
};

async function run(text: string, more: Partial<Importing> = {}): Promise<DryRun> {
  const table = (await readTable(new TextEncoder().encode(text))) as Table;
  const answer = dryRun(table, { ...importing, ...more });
  if ('refused' in answer) throw new Error(JSON.stringify(answer));
  return answer;
}
const refusal = async (text: string) => dryRun((await readTable(new TextEncoder().encode(text))) as Table, importing);
const told = ({ rows }: DryRun) =>
  rows.map((row) => {
    switch (row.fate) {
      case 'accepted':
        return [row.line, row.figure.figure.measure, row.figure.figure.amount];
      case 'refused':
        return [row.line, ...row.problems.map(({ field, problem }) => `${field}: ${problem}`)];
      case 'against-rules':
        return [row.line, row.refusal.code];
      case 'duplicate':
        return [row.line, row.of];
      default:
        return [row.line];
    }
  });

const head = '税种,级次,金额（万元）,所属期,入库日期';

test('IO-4 every row has its fate: accepted, refused by field, duplicate in the file, against the rules', async () => {
  const answer = await run(
    `呼和浩特经开区 2024年一季度,,,,\n${head}\n增值税,地方分成,"1,234.5",2024Q1,2024-03-31\n企业所得税,地方留成部分,0.0000005,2024年1月,2024-01-20\n` +
      `车船税,全额,3,2024Q1,2024-03-31\n增值税,,3,2024年,31/12/2024\n增值税,地方分成,7,2024年2月,2024-02-28\n房产税,全额,8,2024年下半年,2024-06-01\n合计,,1,,\n`,
  );
  expect(answer.header).toEqual({
    line: 2,
    columns: [
      { field: 'tax', header: '税种' },
      { field: 'level', header: '级次' },
      { field: 'amount', header: '金额（万元）' },
      { field: 'period', header: '所属期' },
      { field: 'effectiveOn', header: '入库日期' },
    ],
    ignored: [],
  });
  expect(told(answer)).toEqual([
    [3, 'tax/value-added/local-share', '1234500000'],
    [4, 'amount: amount-too-fine'],
    [5, 'tax: measure-unknown'],
    [6, 'tax: level-missing', 'effectiveOn: date-malformed'],
    [7, { line: 3 }],
    [8, 'FIGURE_NOT_YET'],
    [9, 'tax: measure-unknown', 'period: missing', 'effectiveOn: missing'],
  ]);
  expect(answer.counts).toEqual({ accepted: 1, refused: 4, 'against-rules': 1, duplicate: 1, skipped: 0 });
  expect(answer.totals).toEqual([{ measure: 'tax/value-added/local-share', amount: '1234500000' }]);
  expect(answer.complete).toBe(false);
});

test('IO-4 rows that are left out on purpose do not stand in the way, and a row that they covered no more is accepted', async () => {
  const text = `${head}\n增值税,全额,1,2024Q1,2024-03-31\n增值税,全额,2,2024年1月,2024-01-31\n合计,,3,,\n`;
  const answer = await run(text, { skip: new Set([2, 4]) });
  expect(told(answer)).toEqual([[2], [3, 'tax/value-added/gross', '2000000'], [4]]);
  expect(answer.complete).toBe(true);
});

test('IO-4 what was reported before is a duplicate, named by its number; restated it is not', async () => {
  const first = (await run(`${head}\n增值税,全额,1,2024Q1,2024-03-31\n`)).rows[0]!;
  if (first.fate !== 'accepted') throw new Error(first.fate);
  const data = { agreement: 'a', number: 1, party: importing.party, readers: [importing.party], figure: first.figure.figure };
  const recorded = { id: 'e', event: { type: 'FigureReported', data }, metadata: { actor: { kind: 'process', process: 'test' } } };
  const state = figuresDecider.evolve(noFigures, recorded as never);
  expect(told(await run(`${head}\n增值税,全额,2,2024年2月,2024-02-28\n`, { state }))).toEqual([[2, { number: 1 }]]);
  const restating = `${head},更正编号,更正原因\n增值税,全额,2,2024Q1,2024-03-31,1,漏计\n增值税,全额,2,2024Q1,2024-03-31,1,\n增值税,全额,2,2024Q1,2024-03-31,,漏计\n增值税,全额,2,2023Q1,2023-03-31,9,不存在\n`;
  expect(told(await run(restating, { state }))).toEqual([
    [2, 'tax/value-added/gross', '2000000'],
    [3, 'reason: missing'],
    [4, 'supersedes: missing'],
    [5, 'REPORT_UNKNOWN'],
  ]);
});

test('IO-4 enterprises, flags, other measures and English headers', async () => {
  const answer = await run(
    'Measure;Amount;Unit;From;To;Date;Credit code;Enterprise;Consolidated;Estimated;Note;Colour\n' +
      'investment/paid-in;1;亿元;2024-01-01;2024-01-01;2024-01-01;11150203011539802X;Some Works;;no;;red\n' +
      'land quota used;12.5;mu;2024-01-01;2024-03-31;2024-03-31;;;;yes;by survey;\n' +
      '增值税（地方留成部分）入库数;5;元;2024-01-01;2024-03-31;2024-03-31;11150203011539802X;;branch;maybe;;\n' +
      'gdp;5;mu;2024-01-01;2024-03-31;2024-03-31;O;X;both;;;\n',
  );
  expect(answer.header.ignored).toEqual(['Colour']);
  expect(told(answer)).toEqual([
    [2, 'investment/paid-in', '10000000000'],
    [3, 'quota/land/used', '125000'],
    [4, 'companyName: missing', 'estimated: choice-unknown'],
    [5, 'measure: measure-unknown', 'companyCode: code-malformed', 'consolidated: choice-unknown'],
  ]);
  expect(answer.rows[0]).toMatchObject({ figure: { figure: { company: { code: '11150203011539802X', name: 'Some Works' }, estimated: false } } });
  expect(answer.rows[1]).toMatchObject({ figure: { figure: { estimated: true, note: 'by survey', document: importing.document } } });
});

test('IO-4 a unit of another kind, a negative amount and an unreadable cell are refused', async () => {
  const book = toXlsx([
    {
      name: '数据',
      above: [],
      columns: ['税种', '级次', '金额', '单位', '所属期', '入库日期'].map((header) => ({
        header,
        kind: header === '金额' ? ('amount' as const) : ('text' as const),
      })),
      rows: [
        ['增值税', '全额', '12.30', '元', '2024Q1', '2024-03-31'],
        ['房产税', '全额', '12.00', '亩', '2024Q1', '2024-03-31'],
        ['契税', '全额', '-12.00', '元', '2024Q1', '2024-03-31'],
        ['印花税', '全额', '12.00', '', '2024Q1', '2024-03-31'],
      ],
    },
  ]);
  const answer = dryRun((await readTable(book)) as Table, importing) as DryRun;
  expect(told(answer)).toEqual([
    [2, 'tax/value-added/gross', '1230'],
    [3, 'amount: unit-of-another-kind'],
    [4, 'amount: amount-negative'],
    [5, 'amount: unit-missing'],
  ]);
});

test('IO-4 a table without the columns that figures need, or with one twice, or too long, is refused as a whole', async () => {
  expect(await refusal('甲,乙\n1,2\n')).toMatchObject({
    code: 'IMPORT_HEADER_MISSING',
    data: { missing: ['measure', 'amount', 'period', 'effectiveOn'] },
  });
  expect(await refusal('税种,金额,期间起,日期\n增值税,2,2024-01-01,2024-01-01\n')).toMatchObject({ data: { missing: ['level', 'period'] } });
  expect(await refusal(`${head},日期\n`)).toMatchObject({ code: 'IMPORT_COLUMN_TWICE', data: { field: 'effectiveOn', header: '日期' } });
  const long = '增值税,全额,1,2024Q1,2024-03-31\n'.repeat(figureLimits.batch + 1);
  expect(await refusal(`${head}\n${long}`)).toMatchObject({ code: 'IMPORT_ROWS_TOO_MANY', data: { limit: figureLimits.batch } });
});

test('IO-4 every measure is known by its code and by its names', () => {
  for (const measure of measures) expect(measureNamed(` ${measure.toUpperCase()} `)).toBe(measure);
});

test('IO-4 whatever stands in the rows, each has one fate and the dry run comes to an end the same way again', async () => {
  const word = fc.oneof(fc.constantFrom('增值税', '全额', '12', '2024Q1', '2024-03-31', '', '=1', '-5', '万元'), fc.string({ maxLength: 12 }));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(word, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 12 }), async (rows) => {
      const quoted = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""').replaceAll('\0', '')}"`).join(',')).join('\n');
      const answer = await run(`${head}\n${quoted}\n`);
      expect(Object.values(answer.counts).reduce((sum, count) => sum + count, 0)).toBe(answer.rows.length);
      expect(await run(`${head}\n${quoted}\n`)).toEqual(answer);
    }),
    { numRuns: 100 },
  );
});
