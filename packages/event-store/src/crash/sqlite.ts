import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { checkStore, openSqliteStore } from '../sqlite/index.ts';
import { type CrashOptions, type CrashTotals, crashRounds } from './rounds.ts';

const ledgerCategories = ['negotiation'];

/** The crash test of the embedded engine, on a file that may not exist yet; at the end the file is checked in full. */
export async function crashSqlite(path: string, options: Pick<CrashOptions, 'rounds' | 'seed' | 'progress'>): Promise<CrashTotals> {
  const script = fileURLToPath(new URL('./sqlite-process.ts', import.meta.url));
  const totals = await crashRounds({
    ...options,
    // Its input is a pipe from us: when we are gone, it ends.
    start: (...given) => spawn(process.execPath, [script, path, ...given], { stdio: ['pipe', 'pipe', 'inherit'] }),
    open: async () => openSqliteStore({ path, ledgerCategories }),
  });
  const [finding] = await checkStore(path);
  if (finding) throw new Error(`the file is not sound: ${JSON.stringify(finding)}`);
  return totals;
}
