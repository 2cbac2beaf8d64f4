import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FileRefusal, readTable, type Table, tableLimits } from './index.ts';

/** 增值税,金额 / 地方留成,1.00 in GB18030, as bytes. */
const GB18030 = Buffer.from('d4f6d6b5cbb02cbdf0b6ee0d0ab5d8b7bdc1f4b3c92c312e30300d0a', 'hex');

async function read(text: string | Uint8Array) {
  const table = (await readTable(typeof text === 'string' ? new TextEncoder().encode(text) : text)) as Table;
  return { ...table.source, rows: table.rows.map(({ line, cells }) => [line, ...cells.map((cell) => ('text' in cell ? cell.text : cell.kind))]) };
}

test('IO-1 GB18030 and UTF-8 with and without its mark are told apart', async () => {
  const rows = [
    [1, '增值税', '金额'],
    [2, '地方留成', '1.00'],
  ];
  expect(await read(GB18030)).toEqual({ format: 'csv', encoding: 'gb18030', delimiter: ',', rows });
  for (const mark of ['', '\ufeff'])
    expect(await read(`${mark}增值税,金额\n地方留成,1.00\n`)).toEqual({ format: 'csv', encoding: 'utf-8', delimiter: ',', rows });
  const wide = Buffer.from('\ufeff增值税\t金额\r\n地方留成\t1.00', 'utf16le');
  expect(await read(wide)).toEqual({ format: 'csv', encoding: 'utf-16le', delimiter: '\t', rows });
});

test.each([
  [',', '税种,"金额,元"\n增值税,"1,234.50"'],
  [';', '税种;"金额,元"\n增值税;1,234.50'],
  ['\t', '税种\t金额,元\n增值税\t1,234.50'],
  ['\t', '税种\t金额,元\n增值税\t1,234.50\n所得税\t1,234,567.00\n房产税\t2,234,567.00'],
  [';', 'sep=;\n税种;"金额,元"\n增值税;1,234.50'],
])('IO-1 the delimiter %j is found', async (delimiter, text) => {
  const first = text.startsWith('sep') ? 2 : 1;
  const { rows, ...found } = await read(text);
  expect([found, ...rows.slice(0, 2)]).toEqual([
    { format: 'csv', encoding: 'utf-8', delimiter },
    [first, '税种', '金额,元'],
    [first + 1, '增值税', '1,234.50'],
  ]);
});

test('IO-1 lines are counted as the file counts them, over empty ones and over line breaks in quotes', async () => {
  expect((await read('a,b\n\n"c\nd",e\nf,g\n')).rows).toEqual([
    [1, 'a', 'b'],
    [4, 'c\nd', 'e'],
    [5, 'f', 'g'],
  ]);
});

test('IO-1 ER-3 what cannot be read is refused by what is wrong with it', async () => {
  const refusal = async (bytes: Uint8Array | string) => {
    const { code, data } = (await readTable(Buffer.from(bytes as string))) as FileRefusal;
    return { code, ...data };
  };
  expect(await refusal('')).toEqual({ code: 'FILE_EMPTY' });
  expect(await refusal(' ,\n　,\n')).toEqual({ code: 'FILE_EMPTY' });
  expect(await refusal(Buffer.from([0xff, 0x80, 0x00]))).toEqual({ code: 'FILE_FORMAT_UNKNOWN' });
  expect(await refusal('a\0b')).toEqual({ code: 'FILE_FORMAT_UNKNOWN' });
  expect(await refusal('a,b\n"c,d\n')).toMatchObject({ code: 'FILE_MALFORMED', problem: 'CSV_QUOTE_NOT_CLOSED' });
  expect(await refusal(`${'1,'.repeat(tableLimits.columns)}1`)).toMatchObject({ code: 'FILE_TOO_MANY', what: 'columns' });
  expect(await refusal('1\n'.repeat(tableLimits.rows + 1))).toMatchObject({ code: 'FILE_TOO_MANY', what: 'rows' });
  expect(await refusal('长'.repeat(tableLimits.characters + 1))).toMatchObject({ code: 'FILE_TOO_MANY', what: 'characters' });
  expect(await refusal(Buffer.alloc(tableLimits.bytes + 1, 97))).toEqual({ code: 'FILE_TOO_LARGE', limit: tableLimits.bytes });
});

test('IO-1 whatever the bytes are, they are a table or a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, zip) => {
      const answer = await readTable(zip ? Buffer.concat([Buffer.from('PK\u0003\u0004'), bytes]) : bytes);
      expect('rows' in answer || answer.refused).toBe(true);
    }),
    { numRuns: 500 },
  );
});
