import { expect, test } from 'vitest';
import { mediaTypeOf, mediaTypes } from './media-type.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

/** An archive of empty files. */
function zip(...names: string[]): Uint8Array {
  const entries = names.map((name) => {
    const header = Buffer.alloc(46);
    header.writeUInt32LE(0x02014b50);
    header.writeUInt16LE(Buffer.byteLength(name), 28);
    return Buffer.concat([header, Buffer.from(name)]);
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(4, 16);
  return Buffer.concat([bytes('PK\x03\x04'), directory, end]);
}

test('ST-20 a file is known by its content: documents, pictures, tables', () => {
  expect(mediaTypeOf(bytes('%PDF-1.7\n'))).toBe(mediaTypes.pdf);
  expect(mediaTypeOf(bytes('\x89PNG\r\n\x1a\n....'))).toBe(mediaTypes.png);
  expect(mediaTypeOf(bytes('\xff\xd8\xff\xe0'))).toBe(mediaTypes.jpeg);
  expect(mediaTypeOf(zip('OFD.xml', 'Doc_0/Document.xml'))).toBe(mediaTypes.ofd);
  expect(mediaTypeOf(zip('[Content_Types].xml', 'xl/workbook.xml'))).toBe(mediaTypes.xlsx);
  expect(mediaTypeOf(zip('[Content_Types].xml', 'word/document.xml'))).toBe(mediaTypes.docx);
  expect(mediaTypeOf(utf8('期间,金额\n2026Q1,100.00\n'))).toBe(mediaTypes.text);
  expect(mediaTypeOf(new Uint8Array(Buffer.from('\ufeff期间\t金额\r\n', 'utf16le')))).toBe(mediaTypes.text);
  expect(mediaTypeOf(new Uint8Array(Buffer.from('\ufeff期间\t金额\r\n', 'utf16le').swap16()))).toBe(mediaTypes.text);
  expect(mediaTypeOf(Uint8Array.of(0xc6, 0xda, 0xbc, 0xe4, 0x2c, 0x31))).toBe(mediaTypes.text);
});

test('ST-20 pages, scripts, programs and other archives are not taken, whatever they pretend to be', () => {
  const refused: readonly Uint8Array[] = [
    new Uint8Array(),
    utf8('<!doctype html><script>alert(1)</script>'),
    utf8('\ufeff \n<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    bytes('MZ\x90\x00\x03'),
    bytes('\x7fELF\x02\x01'),
    bytes('PK\x03\x04 broken'),
    zip('index.html'),
    zip('[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin'),
    bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
    bytes('text with a \x07 bell'),
    Uint8Array.of(0xff, 0xfe, 0x00, 0x00),
    Uint8Array.of(0xff, 0xfe, 0x41),
    new Uint8Array(Buffer.from('\ufeff <script>alert(1)</script>', 'utf16le')),
  ];
  for (const file of refused) expect(mediaTypeOf(file)).toBeUndefined();
});
