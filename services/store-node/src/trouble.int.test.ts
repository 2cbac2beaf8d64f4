import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ledgerCategories } from '@lianyu/domain/kernel';
import { event, eventsFrom, follow, ids, reached, refusal, wholeLog } from '@lianyu/event-store/contract-suite';
import { openKurrentStore } from '@lianyu/event-store/kurrentdb';
import { openSqliteStore } from '@lianyu/event-store/sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { endAll, startProcess } from './process.fixtures.ts';
import { startStoreNode } from './server.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lianyu-trouble-'));
});
afterEach(() => {
  endAll();
  rmSync(folder, { recursive: true, force: true });
});

test('ES-28 ES-42 ER-4 a disk that is full under the node fails the append with its code; reads and subscriptions go on, and so do appends when there is room', async () => {
  const path = join(folder, 'events.sqlite');
  const bugs: unknown[] = [];
  const serve = async (port: number, maxPages?: number) => {
    const embedded = openSqliteStore({ path, ledgerCategories, ...(maxPages !== undefined && { maxPages }) });
    const node = await startStoreNode({ store: embedded.raw, host: '127.0.0.1', port, report: (bug) => bugs.push(bug) });
    return { port: node.port, close: () => node.close().then(() => embedded.close()) };
  };
  const small = await serve(0, 60);
  const store = await openKurrentStore({ url: `esdb://127.0.0.1:${small.port}?tls=false`, ledgerCategories });
  const follower = follow(store);
  const large = (first: number) => eventsFrom(first, 50).map((one) => ({ ...one, data: 'x'.repeat(20_000) }));
  await store.append('negotiation-1', 'no-stream', [event(1)]);
  expect(await refusal(store.append('negotiation-1', 0n, large(100)))).toEqual({ code: 'STORE_FULL', data: {} });
  const { position } = await store.append('negotiation-1', 0n, [event(2)]);
  await follower.past(position);
  expect(ids(await store.readStream('negotiation-1'))).toEqual(ids(follower.events()));
  await small.close();
  const roomier = await serve(small.port);
  expect(await store.append('negotiation-1', 1n, large(100))).toMatchObject({ outcome: 'appended', revision: 51n });
  await follower.until(() => follower.events().length === 52);
  expect(ids(await wholeLog(store))).toEqual(ids(follower.events()));
  await follower.stop();
  await store.close();
  await roomier.close();
  expect(bugs).toEqual([]);
});

test('ES-41 ES-45 ES-48 a node that hangs, its connections open, is noticed; when it comes to itself everything is there once', async () => {
  const node = startProcess(['--data', folder, '--port', '0']);
  const url = `${(await node.line()).replace('READY ', '')}&keepAliveInterval=1000&keepAliveTimeout=1000`;
  const cut = Promise.withResolvers<void>();
  const store = await openKurrentStore({ url, ledgerCategories, patienceMs: 60_000, log: { warn: () => cut.resolve() } });
  const follower = follow(store);
  const { position } = await store.append('negotiation-1', 'no-stream', [event(1)]);
  // Live and at the end, with nothing asked that would wait for an answer of its own.
  await follower.until((all) => all.at(-1)?.kind === 'caught-up' && reached(all.at(-1)) >= position);
  node.child.kill('SIGSTOP');
  const appending = store.append('negotiation-1', 0n, [event(2)]);
  expect(await store.health()).toMatchObject({ reachable: false });
  // Nobody has ended the subscription: that the node does not answer pings is all there is to tell.
  await cut.promise;
  node.child.kill('SIGCONT');
  const appended = await appending;
  expect(appended).toMatchObject({ outcome: 'appended', revision: 1n });
  await follower.past(appended.position);
  expect(ids(follower.events())).toEqual([event(1).id, event(2).id]);
  expect(ids(await wholeLog(store))).toEqual(ids(follower.events()));
  expect(await store.health()).toEqual({ reachable: true });
  await follower.stop();
  await store.close();
  expect(await node.end()).toBe(0);
}, 180_000);
