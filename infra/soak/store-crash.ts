import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crashSqlite } from '@lianyu/event-store/crash';

/** SIGKILL at random moments under load; the folder stays when something is wrong. */
export async function storeCrash({ rounds, seed }: { rounds: number; seed: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'lianyu-soak-'));
  const progress = (round: number, events: number) => {
    if (round % 10 === 0) console.error(`  ${round} of ${rounds}, ${events.toLocaleString('en')} events`);
  };
  try {
    const totals = await crashSqlite(join(folder, 'events.sqlite'), { rounds, seed, progress });
    rmSync(folder, { recursive: true });
    return { soak: 'store-crash', seed, ...totals };
  } catch (error) {
    console.error(`left in ${folder}`);
    throw error;
  }
}
