import { randomUUID } from 'node:crypto';
import { ledgerCategories } from '@lianyu/domain/kernel';
import { event, eventsFrom, refusal } from '@lianyu/event-store/contract-suite';
import { openKurrentStore } from '@lianyu/event-store/kurrentdb';
import { expect, test } from 'vitest';
import { usersOf, withNode } from './store-node.fixtures.ts';
import { makeCertificate } from './tls.fixtures.ts';

test('ES-40 ES-42 over TLS with credentials the store opens; without the right ones, or without trust, it does not', async () => {
  const certificate = await makeCertificate();
  const users = await usersOf(['联域', '口令 with: colon', 'platform']);
  await withNode(
    async ({ node, store: raw }) => {
      const open = (user: string, options = `?tlsCAFile=${encodeURIComponent(certificate.certificateFile)}`) =>
        openKurrentStore({ url: `esdb://${user}@localhost:${node.port}${options}`, ledgerCategories, patienceMs: 500 });
      const platform = `${encodeURIComponent('联域')}:${encodeURIComponent('口令 with: colon')}`;
      // As in EventStoreDB, reading the whole log is for administrators until they give it to others.
      expect(await refusal(open(platform))).toEqual({ code: 'STORE_DENIED', data: { problem: 'access' } });
      await raw.append('$$$all', 'any', [metadata('{"$acl":{"$r":["platform","$admins"]}}')]);
      const store = await open(platform);
      expect(await store.append('negotiation-1', 'no-stream', eventsFrom(1, 2))).toMatchObject({ outcome: 'appended', revision: 1n });
      expect(await store.readStream('negotiation-1')).toHaveLength(2);
      await store.close();
      expect(await refusal(open('nobody:wrong'))).toMatchObject({ code: 'STORE_DENIED' });
      expect(await refusal(open('nobody:wrong', ''))).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    },
    { tls: certificate, users },
  );
  certificate.remove();
});

function metadata(text: string) {
  return { id: randomUUID(), type: '$metadata', contentType: 'json' as const, data: Buffer.from(text), metadata: Buffer.from('') };
}

test('ES-40 of several hosts one that lives is found, and one name is enough to discover it by', () =>
  withNode(async ({ node }) => {
    for (const url of [
      `esdb://127.0.0.1:1,127.0.0.1:${node.port}?tls=false&gossipTimeout=1`,
      `esdb+discover://localhost:${node.port}?tls=false&gossipTimeout=1`,
    ]) {
      const store = await openKurrentStore({ url, ledgerCategories });
      expect(await store.append('negotiation-1', 'any', [event(1)])).toMatchObject({ revision: 0n });
      await store.close();
    }
    const nowhere = 'esdb://127.0.0.1:1,127.0.0.1:2?tls=false&gossipTimeout=1&maxDiscoverAttempts=2&discoveryInterval=10';
    expect(await refusal(openKurrentStore({ url: nowhere, ledgerCategories, patienceMs: 100 }))).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      data: { problem: 'no-node' },
    });
  }));

test('ES-44 EV-5 a node guards its ledger, and what it does not know as ledger is found unguarded', () =>
  withNode(async ({ address }) => {
    const given = { url: address, ledgerCategories: [...ledgerCategories, 'notes'] };
    const acts = 'delete notes, tombstone notes, truncate notes';
    expect(await refusal(openKurrentStore(given))).toEqual({ code: 'STORE_LEDGER_UNGUARDED', data: { acts } });
  }));

test('ES-42 a stream that is deleted, and one that is deleted for good, are told apart', () =>
  withNode(async ({ address, store: raw }) => {
    const store = await openKurrentStore({ url: address, ledgerCategories });
    for (const stream of ['notes-1', 'notes-2']) await store.append(stream, 'no-stream', [event(1)]);
    await raw.deleteStream('notes-1', 'any');
    await raw.tombstone('notes-2', 'any');
    expect(await refusal(store.append('notes-1', 'stream-exists', [event(2)]))).toEqual({ code: 'STREAM_DELETED', data: { stream: 'notes-1' } });
    expect(await refusal(store.append('notes-2', 'stream-exists', [event(2)]))).toEqual({ code: 'STREAM_TOMBSTONED', data: { stream: 'notes-2' } });
    expect(await refusal(store.append('notes-2', 'any', [event(2)]))).toMatchObject({ code: 'STREAM_TOMBSTONED' });
    expect(await store.readStream('notes-1')).toEqual([]);
    expect(await refusal(store.readStream('notes-2'))).toMatchObject({ code: 'STREAM_TOMBSTONED' });
    expect(await store.append('notes-1', 'any', [event(3)])).toMatchObject({ revision: 1n });
    expect((await store.readStream('notes-1')).map(({ revision }) => revision)).toEqual([1n]);
    await store.close();
  }));
