import type { CalendarDate, Refusal } from '@lianyu/domain/kernel';

/** A cell as it stands in a file, before anybody says what it means. */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  /** A number of a spreadsheet as it shows there: a plain decimal of at most 15 significant digits. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'unreadable'; readonly why: Unreadable };

/**
 * Why a cell says nothing that can be relied on. `formula`: nothing is evaluated here, and what a program stored beside it may
 * be stale. `inexact`: a number beyond the 15 digits that spreadsheets keep. `time`: a date with a time of day.
 */
export type Unreadable = 'formula' | 'error' | 'boolean' | 'inexact' | 'time';

export interface Row {
  /** As the program that made the file counts: the first is 1. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly source:
    | { readonly format: 'csv'; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'; readonly delimiter: ',' | ';' | '\t' }
    | { readonly format: 'xlsx'; readonly sheet: string; readonly sheets: readonly string[] };
  /** Rows in which something stands. */
  readonly rows: readonly Row[];
}

/**
 * Why a file could not be read at all.
 *
 * - `FILE_TOO_LARGE` {limit} bytes, packed or inflated; `FILE_TOO_MANY` {what, limit}: rows, columns, characters of a cell, entries
 * - `FILE_EMPTY` {}: no row in which anything stands
 * - `FILE_FORMAT_UNKNOWN` {}; `FILE_FORMAT_OLD` {}: a workbook of the old kind (.xls) or one under a password
 * - `FILE_MALFORMED` {problem, line?}
 * - `FILE_SHEET_UNKNOWN` {sheet}
 */
export type FileRefusal = Refusal<FileCode>;
export type FileCode =
  | 'FILE_TOO_LARGE'
  | 'FILE_TOO_MANY'
  | 'FILE_EMPTY'
  | 'FILE_FORMAT_UNKNOWN'
  | 'FILE_FORMAT_OLD'
  | 'FILE_MALFORMED'
  | 'FILE_SHEET_UNKNOWN';

/** Thrown within reading only, and made a refusal where it ends. */
export class FileFault extends Error {
  readonly code: FileCode;
  readonly data: Refusal['data'];

  constructor(code: FileCode, data: Refusal['data'] = {}) {
    super(code);
    this.code = code;
    this.data = data;
  }
}
