import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of one test, gone after it. */
export async function inFolder<Result>(body: (folder: string, path: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'lianyu-events-'));
  try {
    return await body(folder, join(folder, 'events.sqlite'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
