import { expect, test } from 'vitest';
import { type FileRefusal, readTable, type Table, tableLimits } from '../index.ts';
import { workbookOf, zipOf } from './zip.fixtures.ts';

const styles = `<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="#,##0.00&quot;day&quot;"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="31"/></cellXfs>`;

async function cellsOf(sheet: string, more: Omit<Parameters<typeof workbookOf>[0], 'sheet'> = {}) {
  const table = await readTable(workbookOf({ sheet, styles, ...more }));
  return (table as Table).rows.map(({ line, cells }) => [line, cells.map((cell) => Object.values(cell).join(' '))]);
}

async function refusalOf(bytes: Uint8Array) {
  const { code, data } = (await readTable(bytes)) as FileRefusal;
  return { code, ...data };
}

const cell = (inner: string, attributes = '') => `<row r="1"><c r="A1" ${attributes}>${inner}</c></row>`;

test.each([
  ['1234567.8900000001', 'number 1234567.89'],
  ['0.30000000000000004', 'number 0.3'],
  ['1E3', 'number 1000'],
  ['1.2E-7', 'number 0.00000012'],
  ['-5.0999999999999996', 'number -5.1'],
  ['-0', 'number 0'],
  ['999999999999999', 'number 999999999999999'],
  ['1000000000000000', 'unreadable inexact'],
  ['NaN', 'unreadable error'],
])('IO-2 a number stored as %s reads as %s', async (stored, read) => {
  expect(await cellsOf(cell(`<v>${stored}</v>`))).toEqual([[1, [read]]]);
});

test.each([
  ['a date by its built-in format', '<v>45292</v>', 's="1"', 'date 2024-01-01'],
  ['a date by a format of its own', '<v>45291</v>', 's="2"', 'date 2023-12-31'],
  ['a date by a Chinese built-in format', '<v>43831</v>', 's="4"', 'date 2020-01-01'],
  ['a number whose format only quotes letters', '<v>45292</v>', 's="3"', 'number 45292'],
  ['a date with a time', '<v>45292.5</v>', 's="1"', 'unreadable time'],
  ['an ISO date', '<v>2024-02-29</v>', 't="d"', 'date 2024-02-29'],
  ['a formula, whatever it gave', '<f>SUM(B1:B9)</f><v>12</v>', '', 'unreadable formula'],
  ['an error', '<v>#REF!</v>', 't="e"', 'unreadable error'],
  ['a truth value', '<v>1</v>', 't="b"', 'unreadable boolean'],
  ['inline text in pieces', '<is><r><t>增值</t></r><r><t>税_x0041_</t></r><rPh><t>读音</t></rPh></is>', 't="inlineStr"', 'text 增值税A'],
  ['shared text without its reading', '<v>1</v>', 't="s"', 'text 东京 tower'],
])('IO-2 reads %s', async (_, inner, attributes, read) => {
  const strings = '<si><t>零</t></si><si><r><t>东京 </t></r><r><t>tower</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>';
  expect(await cellsOf(cell(inner, attributes), { strings })).toEqual([[1, [read]]]);
});

test('IO-1 days count from 1904 where the workbook says so, and the first sheet shown is read', async () => {
  expect(await cellsOf(cell('<v>43830</v>', 's="1"'), { properties: 'date1904="1"' })).toEqual([[1, ['date 2024-01-01']]]);
  const table = await readTable(workbookOf({ sheet: cell('<v>1</v>') }));
  expect(table).toMatchObject({ source: { format: 'xlsx', sheet: '一季度', sheets: ['一季度'] } });
  expect(await readTable(workbookOf({ sheet: '' }), '隐藏')).toMatchObject({ code: 'FILE_SHEET_UNKNOWN' });
});

test('IO-1 rows and columns keep their places; rows with a style alone are let go', async () => {
  const sheet = `<row r="3"><c r="B3"><v>1</v></c><c r="D3" t="str"><v>　</v></c><c r="E3"><v>2</v></c></row>
    ${'<row s="1"/>'.repeat(9_000)}<row r="20000"><c><v>3</v></c><c/><c><v>4</v></c></row>`;
  expect(await cellsOf(sheet)).toEqual([
    [3, ['empty', 'number 1', 'empty', 'empty', 'number 2']],
    [20000, ['number 3', 'empty', 'number 4']],
  ]);
});

test('IO-1 ER-3 a bomb is refused before it is inflated, and one that lies about its size while it is', async () => {
  const zeros = Buffer.alloc(tableLimits.inflatedBytes + 1, 32);
  const bomb = workbookOf({ sheet: '', more: [{ name: 'xl/worksheets/sheet9.xml', content: zeros }] });
  expect(bomb.length).toBeLessThan(tableLimits.bytes / 10);
  expect(await refusalOf(bomb)).toEqual({ code: 'FILE_TOO_LARGE', limit: tableLimits.inflatedBytes });
  const liar = workbookOf({ sheet: '', more: [{ name: 'xl/worksheets/sheet9.xml', content: zeros, claimedSize: 1_000 }] });
  const before = process.memoryUsage().rss;
  expect(await refusalOf(liar)).toEqual({ code: 'FILE_MALFORMED', problem: 'zip' });
  expect(process.memoryUsage().rss - before).toBeLessThan(tableLimits.inflatedBytes);
});

test('IO-1 ER-3 too many rows, columns, entries or characters are refused', async () => {
  const rows = Array.from({ length: tableLimits.rows + 1 }, (_, index) => `<row r="${index + 1}"><c><v>1</v></c></row>`).join('');
  expect(await refusalOf(workbookOf({ sheet: rows }))).toEqual({ code: 'FILE_TOO_MANY', what: 'rows', limit: tableLimits.rows });
  const wide = `<row>${'<c><v>1</v></c>'.repeat(tableLimits.columns + 1)}</row>`;
  expect(await refusalOf(workbookOf({ sheet: wide }))).toEqual({ code: 'FILE_TOO_MANY', what: 'columns', limit: tableLimits.columns });
  const far = '<row r="1"><c r="XFD1"><v>1</v></c></row>';
  expect(await refusalOf(workbookOf({ sheet: far }))).toMatchObject({ code: 'FILE_TOO_MANY', what: 'columns' });
  const long = cell(`<v>${'长'.repeat(tableLimits.characters + 1)}</v>`, 't="str"');
  expect(await refusalOf(workbookOf({ sheet: long }))).toMatchObject({ code: 'FILE_TOO_MANY', what: 'characters' });
  const many = zipOf(Array.from({ length: tableLimits.entries + 1 }, (_, index) => ({ name: `a${index}`, content: '' })));
  expect(await refusalOf(many)).toEqual({ code: 'FILE_TOO_MANY', what: 'entries', limit: tableLimits.entries });
});

test('IO-1 what is no readable workbook is refused by what is wrong with it', async () => {
  const entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>';
  const sheet = (content: string) => workbookOf({ sheet: '', more: [{ name: 'xl/worksheets/sheet1.xml', content }] });
  expect(await refusalOf(sheet(entities))).toEqual({ code: 'FILE_MALFORMED', problem: 'xml' });
  expect(await refusalOf(sheet('<worksheet><row>'))).toEqual({ code: 'FILE_MALFORMED', problem: 'xml' });
  const backwards = '<row r="1"><c r="C1"><v>1</v></c><c r="A1"><v>2</v></c></row>';
  expect(await refusalOf(workbookOf({ sheet: backwards }))).toEqual({ code: 'FILE_MALFORMED', problem: 'cell-order' });
  expect(await refusalOf(workbookOf({ sheet: '' }))).toEqual({ code: 'FILE_EMPTY' });
  expect(await refusalOf(zipOf([{ name: 'word/document.xml', content: '<x/>' }]))).toEqual({ code: 'FILE_FORMAT_UNKNOWN' });
  expect(await refusalOf(workbookOf({ sheet: cell('<v>1</v>') }).subarray(0, 900))).toEqual({ code: 'FILE_MALFORMED', problem: 'zip' });
  expect(await refusalOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual({ code: 'FILE_FORMAT_OLD' });
});
