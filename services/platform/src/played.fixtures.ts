import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

/** One run of the tests, whose files are different processes; see `vitest.config.ts`. A benchmark is none. */
const run = process.env['LIANYU_TEST_RUN'];
const WAIT_MS = 300_000;

/** Where what is made once is kept until the run has ended. */
export const playedFolder = join(tmpdir(), `lianyu-played-${run}`);

/**
 * Makes `folder` a copy of what `make` has made once in this run: whoever comes first makes it, the others wait. To play the
 * demonstration takes longer than most of what is then tested in it. `make` is given a path inside an empty folder.
 */
export async function copyOfWhatIsMadeOnce(name: string, folder: string, make: (folder: string) => Promise<void>): Promise<void> {
  if (run === undefined) return make(folder);
  const made = join(playedFolder, name);
  const making = `${made}.making`;
  // Stays for the whole run, so that nobody who looked a moment too early begins anew.
  const begun = `${made}.begun`;
  mkdirSync(playedFolder, { recursive: true });
  for (const from = Date.now(); !existsSync(made); ) {
    if (isFirst(begun)) {
      try {
        mkdirSync(making);
        await make(making);
        renameSync(making, made);
      } catch (error) {
        rmSync(making, { recursive: true, force: true });
        rmSync(begun, { recursive: true });
        throw error;
      }
    } else if (Date.now() - from > WAIT_MS) throw new Error(`${name} was not made within ${WAIT_MS / 1_000} s`);
    else await after(100);
  }
  cpSync(made, folder, { recursive: true });
}

function isFirst(begun: string): boolean {
  try {
    mkdirSync(begun);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
