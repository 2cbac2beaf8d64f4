import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of one test, gone after it. */
export async function inFolder<Result>(body: (inside: (name: string) => string) => Promise<Result> | Result): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'lianyu-projections-'));
  try {
    return await body((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
