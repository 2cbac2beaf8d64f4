import type { FileType } from '@lianyu/domain/agreements';
import { namesInZip } from './zip-names.ts';

/** What is taken as a source document. */
export const mediaTypes = {
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  png: 'image/png',
  jpeg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  /** In whichever encoding it came: it is handed out as it was. */
  text: 'text/plain',
} as const satisfies Record<string, FileType>;
export type MediaType = FileType;

/**
 * The type of a file by its content; its name and what the browser calls it say nothing. Undefined for what is not taken:
 * pages, scripts, programs, archives of anything else.
 */
export function mediaTypeOf(bytes: Uint8Array): MediaType | undefined {
  if (startsWith(bytes, '%PDF-')) return mediaTypes.pdf;
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return mediaTypes.png;
  if (startsWith(bytes, '\xff\xd8\xff')) return mediaTypes.jpeg;
  if (startsWith(bytes, 'PK\x03\x04')) return officeTypeOf(bytes);
  return isPlainText(bytes) ? mediaTypes.text : undefined;
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return bytes.length >= magic.length && [...magic].every((character, index) => bytes[index] === character.charCodeAt(0));
}

/** Packages of the three kinds by the part that makes them one; GB/T 33190 names `OFD.xml`. With macros they are not taken. */
function officeTypeOf(bytes: Uint8Array): MediaType | undefined {
  const names = new Set(namesInZip(bytes) ?? []);
  if ([...names].some((name) => /vbaproject/i.test(name))) return undefined;
  if (names.has('OFD.xml')) return mediaTypes.ofd;
  if (!names.has('[Content_Types].xml')) return undefined;
  if (names.has('xl/workbook.xml')) return mediaTypes.xlsx;
  return names.has('word/document.xml') ? mediaTypes.docx : undefined;
}

/** Tables as text, in UTF-8, GB18030 or UTF-16 with its mark; what begins as markup is none, whatever it is called. */
function isPlainText(bytes: Uint8Array): boolean {
  const text = decoded(bytes);
  if (text === undefined || text === '' || text.includes('\0')) return false;
  const controls = [...text.slice(0, 4_096)].some((character) => character < ' ' && !'\t\r\n'.includes(character));
  return !controls && !/^\s*</.test(text);
}

function decoded(bytes: Uint8Array): string | undefined {
  const wide = startsWith(bytes, '\xff\xfe') ? 'utf-16le' : startsWith(bytes, '\xfe\xff') ? 'utf-16be' : undefined;
  for (const encoding of wide ? [wide] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  return undefined;
}
