import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { readTable, type Table } from '../table/index.ts';
import { APPRAISAL_LABEL, DEMONSTRATION_LABEL, labelled, type Sheet, toCsv, toXlsx } from './index.ts';

const sheet: Sheet = {
  name: '结算单 2024/Q1',
  above: ['甲方 与 乙方'],
  columns: [
    { header: '项目', kind: 'text' },
    { header: '金额（元）', kind: 'amount' },
    { header: '说明', kind: 'formula' },
    { header: '日期', kind: 'date' },
  ],
  rows: [
    ['增值税', '5318518.50', '8864197.50 × 3/5', '2024-03-31'],
    ['-退库', '-617283.94', '=A1*B2', undefined],
    ['91110000101623741', '12345678901234567.89', '+1', '2024-04-01'],
    [undefined, '1234567890123.45', '@x', undefined],
  ],
};
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const shown = (table: Awaited<ReturnType<typeof readTable>>) =>
  (table as Table).rows.map(({ cells }) => cells.map((cell) => ('text' in cell ? cell.text : cell.kind)));

test('IO-5 a text file for spreadsheets: marked, figures as they are, nothing that calculates, no digit lost', () => {
  expect(text(toCsv(sheet))).toBe(
    [
      '\ufeff甲方 与 乙方',
      '项目,金额（元）,说明,日期',
      '增值税,5318518.50,8864197.50 × 3/5,2024-03-31',
      "'-退库,-617283.94,'=A1*B2,",
      "'91110000101623741,'12345678901234567.89,'+1,2024-04-01",
      ",1234567890123.45,'@x,",
      '',
    ].join('\r\n'),
  );
});

test('IO-5 a workbook read by another program: fixed values, long ones as text, formulas as text beside them', async () => {
  const bytes = toXlsx([sheet, { ...sheet, name: '结算单:2024?Q1' }]);
  expect(await readSheet(Buffer.from(bytes))).toEqual([
    ['甲方 与 乙方', null, null, null],
    ['项目', '金额（元）', '说明', '日期'],
    ['增值税', 5318518.5, '8864197.50 × 3/5', '2024-03-31'],
    ["'-退库", -617283.94, "'=A1*B2", null],
    ["'91110000101623741", '12345678901234567.89', "'+1", '2024-04-01'],
    [null, 1234567890123.45, "'@x", null],
  ]);
});

test('IO-5 what is exported comes back as it was, from either format', async () => {
  const expected = [
    ['甲方 与 乙方'],
    ['项目', '金额（元）', '说明', '日期'],
    ['增值税', '5318518.5', '8864197.50 × 3/5', '2024-03-31'],
    ['-退库', '-617283.94', '=A1*B2'],
    ['91110000101623741', '12345678901234567.89', '+1', '2024-04-01'],
    ['empty', '1234567890123.45', '@x'],
  ];
  expect(shown(await readTable(toXlsx([sheet])))).toEqual(expected);
  const cells = shown(await readTable(toCsv(sheet)));
  expect(cells.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== 'empty') + 1))).toEqual(
    expected.map((row) => row.map((cell) => (cell === '5318518.5' ? '5318518.50' : cell))),
  );
});

test('IO-5 no text whatever begins a formula, and every text comes back', async () => {
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' =', '＝', '　@', "'", "'="), fc.string({ maxLength: 9 }))
      .map((parts) => parts.join('')),
    fc.stringMatching(/^\d{10,20}$/),
  );
  await fc.assert(
    fc.asyncProperty(typed, async (cell) => {
      const one: Sheet = { name: 's', above: [], columns: [{ header: 'h', kind: 'text' }], rows: [[cell]] };
      const line = text(toCsv(one)).slice('\ufeffh\r\n'.length);
      expect(line).not.toMatch(/^"?\s*[=+\-@＝＋－＠]/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what an export leaves out
      const clean = cell.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '').toWellFormed();
      for (const bytes of [toCsv(one), toXlsx([one])]) {
        const back = shown(await readTable(bytes))[1]?.[0];
        const meant = clean.trim().normalize('NFC');
        expect(back?.replace(/\r\n?/g, '\n').trim()).toBe(meant === '' ? undefined : meant.replace(/\r\n?/g, '\n'));
      }
    }),
    { numRuns: 300 },
  );
});

test('IO-6 the label of the appraisal ledger and of a demonstration stands first in every sheet and file', async () => {
  const both = labelled(sheet, { appraisal: true, demonstration: true });
  expect(shown(await readTable(toCsv(both))).slice(0, 2)).toEqual([[APPRAISAL_LABEL], [DEMONSTRATION_LABEL]]);
  expect(labelled(sheet, { appraisal: false, demonstration: false })).toEqual(sheet);
  const book = toXlsx([both, both]);
  for (const name of ['结算单 2024_Q1', '结算单 2024_Q1_2']) expect(shown(await readTable(book, name))[0]).toEqual([APPRAISAL_LABEL]);
});
