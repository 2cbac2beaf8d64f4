import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crashSqlite } from '@lianyu/event-store/crash';
import { crashOverWire } from '@lianyu/store-node/crash';
import type { SoakOptions } from './main.ts';

type Rounds = SoakOptions & { readonly rounds: number; readonly progress: (round: number, events: number) => void };

/** The process that appends is killed, with the store in it. */
export const storeCrash = inFolder((folder, options) => crashSqlite(join(folder, 'events.sqlite'), options));

/** The store node is killed, and its clients send again what was not acknowledged. */
export const storeCrashWire = inFolder(crashOverWire);

/** The folder stays when something is wrong. */
function inFolder<Totals>(crash: (folder: string, options: Rounds) => Promise<Totals>): (options: SoakOptions) => Promise<Totals> {
  return async ({ rounds = 500, seed }) => {
    const folder = mkdtempSync(join(tmpdir(), 'lianyu-soak-'));
    const begun = performance.now();
    const progress = (round: number, events: number) => {
      const seconds = Math.round((performance.now() - begun) / 1_000);
      if (round % 10 === 0 || round === rounds) console.error(`  ${round} of ${rounds} rounds, ${events.toLocaleString('en')} events, ${seconds} s`);
    };
    try {
      const totals = await crash(folder, { rounds, seed, progress });
      rmSync(folder, { recursive: true });
      return totals;
    } catch (error) {
      console.error(`left in ${folder}`);
      throw error;
    }
  };
}
