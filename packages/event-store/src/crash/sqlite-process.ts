import { openSqliteStore } from '../sqlite/index.ts';
import { load } from './load.ts';

/** The process that is killed: the embedded engine under load. */
process.stdin.resume();
process.stdin.once('end', () => process.exit(1));
const [path = '', round = '', seen = ''] = process.argv.slice(2);
load(openSqliteStore({ path, ledgerCategories: ['negotiation'] }), { round, seen });
