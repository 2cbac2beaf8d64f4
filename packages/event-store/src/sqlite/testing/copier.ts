import { writeSync } from 'node:fs';
import { backupStore } from '../index.ts';
import { endWithParent } from './child.ts';

/** Backs a store up and prints each step. */
endWithParent();
const [from = '', to = ''] = process.argv.slice(2);
await backupStore({ from, to }, { progress: (step) => writeSync(1, `${JSON.stringify(step)}\n`) });
process.exit(0);
