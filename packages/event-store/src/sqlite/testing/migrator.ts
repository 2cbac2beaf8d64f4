import { writeSync } from 'node:fs';
import { openSqliteStore } from '../index.ts';
import { endWithParent } from './child.ts';

/** Says that it begins, and opens a store of an older version. */
endWithParent();
writeSync(1, '"begins"\n');
const store = openSqliteStore({ path: process.argv[2] ?? '', ledgerCategories: ['negotiation'] });
writeSync(1, '"done"\n');
await store.close();
process.exit(0);
