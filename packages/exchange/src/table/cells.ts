import { unguarded } from '../sheets/guard.ts';
import { tableLimits } from './limits.ts';
import { type Cell, FileFault, type Row } from './table.ts';

/** Text without the white space around it, the ideographic one included, and without our guard; nothing but space is empty. */
export function textCell(raw: string): Cell {
  if (raw.length > tableLimits.characters) throw new FileFault('FILE_TOO_MANY', { what: 'characters', limit: tableLimits.characters });
  const text = unguarded(raw.trim()).normalize('NFC');
  return text === '' ? { kind: 'empty' } : { kind: 'text', text };
}

/** Rows without those in which nothing stands, and within the limits. */
export function rowsOf(rows: readonly Row[]): readonly Row[] {
  const kept = rows.filter(({ cells }) => cells.some(({ kind }) => kind !== 'empty'));
  if (kept.length === 0) throw new FileFault('FILE_EMPTY');
  if (kept.length > tableLimits.rows) throw new FileFault('FILE_TOO_MANY', { what: 'rows', limit: tableLimits.rows });
  if (kept.some(({ cells }) => cells.length > tableLimits.columns))
    throw new FileFault('FILE_TOO_MANY', { what: 'columns', limit: tableLimits.columns });
  return kept;
}
