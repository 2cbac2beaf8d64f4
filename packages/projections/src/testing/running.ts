import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerCategories } from '@lianyu/domain/kernel';
import { openSqliteStore } from '@lianyu/event-store/sqlite';
import { projections } from '../folds/index.ts';
import { createRunner } from '../runner.ts';
import { openSqliteReadStore } from '../sqlite/index.ts';
import { asAppends, longLog } from './long-log.fixtures.ts';

/** Goes on appending one long log, runs the projections meanwhile, and is killed at some moment: prints a line after each append. */
const [folder = '', seed = ''] = process.argv.slice(2);
process.stdin.resume();
// Its input is a pipe from whoever started it: when that is gone, so is this.
process.stdin.once('end', () => process.exit(1));

const store = openSqliteStore({ path: join(folder, 'events.sqlite'), ledgerCategories });
const readStore = openSqliteReadStore({ path: join(folder, 'read.sqlite') });
createRunner({ store, readStore, projections }).start();
for (const { stream, before, events } of asAppends(longLog(Number(seed)))) {
  const { outcome } = await store.append(stream, before, events);
  if (outcome === 'appended') writeSync(1, '.\n');
}
writeSync(1, 'done\n');
