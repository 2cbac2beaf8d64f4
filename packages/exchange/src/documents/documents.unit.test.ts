import type { CalendarDate, Digest, Instant, OrganisationId } from '@lianyu/domain/kernel';
import { noFigures } from '@lianyu/domain/settlement';
import type { Statement } from '@lianyu/domain/sharing';
import { expect, test } from 'vitest';
import { type DryRun, dryRun, readTable, type Table, toCsv } from '../index.ts';
import { balancesSheet, figuresSheet, type ListedFigure, statementSheets } from './index.ts';

const day = (text: string) => text as CalendarDate;
const [a, b] = ['a' as OrganisationId, 'b' as OrganisationId];
const nameOf = (organisation: string) => `${organisation}区`;
const period = { from: day('2024-01-01'), to: day('2024-12-31') };

const statement: Statement = {
  engine: 'sharing/1',
  reference: 'taxes/2026-11',
  kind: 'booked',
  clause: 'sharing',
  terms: ['e'.repeat(64) as Digest],
  period,
  knownAt: '2025-03-01T00:00:00.000Z' as Instant,
  ledger: 'official',
  subject: 'money',
  unit: 'fen',
  year: 3,
  base: '886419750',
  sources: [],
  held: [{ party: b, amount: '886419750' }],
  lines: [
    { party: a, amount: '531851850', kind: 'share' },
    { party: b, amount: '354567900', kind: 'share' },
    { party: a, amount: '-61728394', kind: 'difference', of: { from: day('2023-01-01'), to: day('2023-12-31') } },
  ],
  net: [
    { party: a, amount: '470123456' },
    { party: b, amount: '-470123456' },
  ],
  balances: [],
  marks: ['estimated'],
  derivation: [
    {
      stretch: period,
      terms: 'e'.repeat(64) as Digest,
      year: 3,
      base: '886419750',
      steps: [
        { path: 'bands.0.allocation', rule: 'ratio', applied: true, party: a, inputs: [], values: { ratio: '3/5' }, result: '531851850' },
        { path: 'caps', rule: 'cap', applied: false, why: 'not-in-terms', inputs: [] },
      ],
    },
  ],
};

test('IO-5 IO-7 a statement as sheets: amounts with how they came about and in capital characters, their sources, every step', () => {
  const [amounts, inputs, derivation] = statementSheets({
    number: 'LY-2024-000001',
    title: '合作协议',
    heading: '税收分享',
    period,
    statements: [statement],
    inputs: [
      {
        number: 12,
        what: 'tax/value-added/local-share',
        party: b,
        ...period,
        amount: '886419750',
        unit: 'fen',
        documents: [{ name: '=完税证明', digest: 'd'.repeat(64) }],
        event: 'e1',
      },
    ],
    digest: 'f'.repeat(64),
    nameOf,
    language: 'zh',
  });
  expect(amounts?.above).toContain('协议: LY-2024-000001 合作协议');
  expect(amounts?.rows).toEqual([
    ['', '分享基数', '', '8864197.50', '', ''],
    ['b区', '结算前在手', '', '8864197.50', '', ''],
    ['a区', '分享', '', '5318518.50', '8864197.50 × 3/5 = 5318518.50', ''],
    ['b区', '分享', '', '3545679.00', '', ''],
    ['a区', '以前期间差额', '2023-01-01 – 2023-12-31', '-617283.94', '', ''],
    ['a区', '应收（付为负）', '', '4701234.56', '', '人民币肆佰柒拾万壹仟贰佰叁拾肆元伍角陆分'],
    ['b区', '应收（付为负）', '', '-4701234.56', '', '人民币负肆佰柒拾万壹仟贰佰叁拾肆元伍角陆分'],
  ]);
  expect(inputs?.rows[0]).toEqual(expect.arrayContaining(['12', '8864197.50', '元', '=完税证明', 'd'.repeat(64), 'e1']));
  expect(derivation?.rows.map((row) => [row[4], row[7], row[8]])).toEqual([
    ['bands.0.allocation', '是', ''],
    ['caps', '否', '条款未约定'],
  ]);
  for (const sheet of [amounts, inputs, derivation]) for (const row of sheet?.rows ?? []) expect(row).toHaveLength(sheet?.columns.length ?? 0);
});

test('IO-4 IO-5 an exported list of figures is read in again as the same figures, in both languages', async () => {
  const document = { digest: 'd'.repeat(64) as Digest, name: 'x.pdf' };
  const figures: ListedFigure[] = [
    {
      number: 1,
      party: a,
      phase: 'confirmed',
      unit: 'fen',
      measure: 'refund/value-added/local-retained',
      period,
      amount: '123456789012345678',
      effectiveOn: day('2024-06-30'),
      company: { code: '11150203011539802X', name: '某厂' },
      consolidated: 'branch',
      estimated: true,
      document,
      note: '-备注',
    },
    {
      number: 2,
      party: a,
      phase: 'reported',
      unit: 'mu',
      measure: 'quota/land/used',
      period,
      amount: '125000',
      effectiveOn: day('2024-12-31'),
      estimated: false,
      document,
      note: '',
    },
  ];
  for (const language of ['zh', 'en'] as const) {
    const table = (await readTable(toCsv(figuresSheet(figures, nameOf, language)))) as Table;
    const answer = dryRun(table, { document, party: a, today: day('2025-01-01'), state: noFigures, skip: new Set() }) as DryRun;
    const read = answer.rows.map((row) => (row.fate === 'accepted' ? row.figure.figure : row));
    expect(read).toEqual(figures.map(({ number: _, party: __, phase: ___, unit: ____, ...content }) => content));
  }
});

test('IO-5 balances as a sheet', () => {
  const sheet = balancesSheet(
    [{ from: 'b', to: 'a', points: [{ on: '2024-05-01', due: '100', received: '30', held: '0', open: '70' }] }],
    nameOf,
    'en',
  );
  expect(sheet.rows).toEqual([['b区', 'a区', '2024-05-01', '1.00', '0.30', '0.00', '0.70']]);
});
