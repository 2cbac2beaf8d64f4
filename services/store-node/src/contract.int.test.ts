import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventStoreContract, partOf } from '@lianyu/event-store/contract-suite';
import { openKurrentStore } from '@lianyu/event-store/kurrentdb';
import { openSqliteStore } from '@lianyu/event-store/sqlite';
import { describe } from 'vitest';
import { startStoreNode } from './server.ts';

/** Each takes a store, a node and a connection of its own. */
const RUNS = 12;
const ledgerCategories = ['negotiation', 'clearance', 'agreement'];

eventStoreContract(
  'the adapter, over the wire to a store node',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lianyu-wire-'));
    const embedded = openSqliteStore({ path: join(folder, 'events.sqlite'), ledgerCategories });
    const bugs: unknown[] = [];
    const node = await startStoreNode({ store: embedded.raw, host: '127.0.0.1', port: 0, report: (bug) => bugs.push(bug) });
    const store = await openKurrentStore({ url: `esdb://127.0.0.1:${node.port}?tls=false`, ledgerCategories });
    return {
      store,
      remove: (stream, expected) => embedded.raw.deleteStream(stream, expected),
      async close() {
        await store.close();
        await node.close();
        await embedded.close();
        rmSync(folder, { recursive: true, force: true });
        if (bugs.length > 0) throw bugs[0];
      },
    };
  },
  RUNS,
);

/** A store that is there already and is shared: each test gets a part of it, which nobody removes afterwards. */
const url = process.env['EVENTSTORE_URL'] ?? '';
describe.skipIf(url === '')('EVENTSTORE_URL', () => {
  eventStoreContract(
    'the adapter, on the store that is there',
    async () => {
      const store = await openKurrentStore({ url, ledgerCategories: [], unguarded: 'complained' });
      return { store: partOf(store, `t${randomUUID().slice(0, 8)}.`), close: () => store.close() };
    },
    RUNS,
  );
});
