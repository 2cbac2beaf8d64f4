import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventStoreContract } from '../contract-suite/index.ts';
import { openSqliteStore } from './index.ts';

eventStoreContract('the embedded engine', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianyu-events-'));
  const store = openSqliteStore({ path: join(folder, 'events.sqlite'), ledgerCategories: ['negotiation', 'clearance', 'agreement'] });
  return {
    store,
    remove: (stream, expected) => store.raw.deleteStream(stream, expected),
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});
