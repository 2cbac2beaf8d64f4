import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { instant, toInstant } from '@lianyu/domain/kernel';
import { z } from 'zod';
import { DataDirectoryError } from './error.ts';

/** The layout of the data directory that this version reads and writes. */
export const FORMAT = 1;

const marker = z.object({ format: z.number().int().positive(), mode: z.enum(['demonstration', 'empty']), createdAt: instant });
export type Marker = z.infer<typeof marker>;

const NAME = 'lianyu.json';

/**
 * What the directory says of itself; undefined when it is ours to begin. Entries named in `ours` do not make it foreign.
 * @throws DataDirectoryError DIRECTORY_FOREIGN, DIRECTORY_NEWER, DIRECTORY_MARKER_UNREADABLE
 */
export function readMarker(directory: string, ours: (entry: string) => boolean): Marker | undefined {
  const entries = readdirSync(directory);
  if (!entries.includes(NAME)) {
    const found = entries.find((entry) => !ours(entry) && !entry.startsWith(`${NAME}.`));
    if (found !== undefined) throw new DataDirectoryError('DIRECTORY_FOREIGN', { directory, found });
    return undefined;
  }
  const parsed = marker.safeParse(parseJson(readFileSync(join(directory, NAME), 'utf8')));
  if (!parsed.success) throw new DataDirectoryError('DIRECTORY_MARKER_UNREADABLE', { directory }, parsed.error);
  if (parsed.data.format > FORMAT)
    throw new DataDirectoryError('DIRECTORY_NEWER', { directory, format: String(parsed.data.format), understood: String(FORMAT) });
  return parsed.data;
}

/** Whole or not at all: written beside, flushed, and given its name. */
export function writeMarker(directory: string, mode: Marker['mode'], now: number): Marker {
  const written: Marker = { format: FORMAT, mode, createdAt: toInstant(now) };
  const beside = join(directory, `${NAME}.${process.pid}`);
  writeFileSync(beside, `${JSON.stringify(written, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(beside, join(directory, NAME));
  const folder = openSync(directory, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
  return written;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
