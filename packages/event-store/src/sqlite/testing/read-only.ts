import { writeSync } from 'node:fs';
import { openSqliteReader, openSqliteStore } from '../index.ts';
import { endWithParent } from './child.ts';
import { thrown } from './thrown.ts';

/** Tries to open each file as somebody to whom its folder is read-only: root, to whom nothing is, becomes nobody first. */
endWithParent();
if (process.getuid?.() === 0) process.setuid?.(65_534);
for (const path of process.argv.slice(2)) {
  const writing = thrown(() => void openSqliteStore({ path, ledgerCategories: ['negotiation'] }));
  const reading = thrown(() => void openSqliteReader(path));
  writeSync(1, `${JSON.stringify({ writing, reading: reading?.code })}\n`);
}
process.exit(0);
