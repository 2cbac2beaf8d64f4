import { writeSync } from 'node:fs';
import { openSqliteStore, type SqliteEventStore } from '../index.ts';
import { endWithParent } from './child.ts';
import { thrown } from './thrown.ts';

/** Holds the store open until it is killed, or says why it cannot. */
endWithParent();
let store: SqliteEventStore | undefined;
const refused = thrown(() => {
  store = openSqliteStore({ path: process.argv[2] ?? '', ledgerCategories: ['negotiation'] });
});
if (refused) writeSync(1, `${JSON.stringify(refused.code)}\n`);
await store?.append('negotiation-1', 'any', [{ id: '00000000-0000-4000-8000-000000000001', type: 'ProposalTabled', data: {}, metadata: {} }]);
if (store) writeSync(1, '"open"\n');
else process.exit(1);
