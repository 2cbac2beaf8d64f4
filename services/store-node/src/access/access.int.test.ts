import { BACKWARDS, END, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failure, follow, numberedEvents, numbers, type RunningNode, read, someStream, usersOf, withNode } from '../store-node.fixtures.ts';
import { type Certificate, makeCertificate } from '../tls.fixtures.ts';
import type { Users } from './users-file.ts';

let certificate: Certificate;
let users: Users;
beforeAll(async () => {
  certificate = await makeCertificate();
  users = await usersOf(['admin', 'changeit', '$admins'], ['周会计', '口令 with: colon', 'accounting'], ['reader', 'reads']);
});
afterAll(() => certificate.remove());

interface Secured extends RunningNode {
  as(user?: string, password?: string): EventStoreDBClient;
}

const denied = { type: 'access-denied' };

function withUsers(body: (running: Secured) => Promise<void>): Promise<void> {
  return withNode(
    (running) => {
      const address = (who: string) =>
        `esdb://${who}localhost:${running.node.port}?tls=true&tlsCAFile=${encodeURIComponent(certificate.certificateFile)}`;
      const as = (user?: string, password?: string) =>
        running.client(address(user === undefined ? '' : `${encodeURIComponent(user)}:${encodeURIComponent(password ?? '')}@`));
      return body({ ...running, as });
    },
    { tls: certificate, users },
  );
}

test('ES-69 over TLS, with a name and password, everything works; without the right ones nothing does', () =>
  withUsers(async ({ as }) => {
    const stream = someStream();
    const accountant = as('周会计', '口令 with: colon');
    await accountant.appendToStream(stream, numberedEvents(2));
    expect(numbers(await read(accountant.readStream(stream)))).toEqual([0, 1]);
    for (const stranger of [as(), as('reader', 'wrong'), as('nobody', 'reads')]) {
      const cases = [
        read(stranger.readStream(stream)),
        read(stranger.readAll()),
        stranger.appendToStream(stream, numberedEvents(1)),
        stranger.setStreamMetadata(stream, { maxCount: 1 }),
        stranger.deleteStream(stream),
        stranger.tombstoneStream(stream),
        follow(stranger.subscribeToStream(stream)).until(() => false),
        follow(stranger.subscribeToAll()).until(() => false),
      ];
      for (const attempt of await Promise.all(cases.map(failure))) expect(attempt).toMatchObject(denied);
    }
    expect(numbers(await read(accountant.readStream(stream)))).toEqual([0, 1]);
  }));

test('ES-69 credentials of a single call count for that call', () =>
  withUsers(async ({ as }) => {
    const stream = someStream();
    const stranger = as();
    const credentials = { username: 'reader', password: 'reads' };
    await stranger.appendToStream(stream, numberedEvents(1), { credentials });
    expect(await read(stranger.readStream(stream, { credentials }))).toHaveLength(1);
    expect(await failure(read(stranger.readStream(stream)))).toMatchObject(denied);
  }));

test('ES-69 a client that speaks in the clear, or trusts somebody else, gets nowhere with a node that speaks TLS', () =>
  withUsers(async ({ node }) => {
    for (const options of ['tls=false', 'tls=true']) {
      const client = EventStoreDBClient.connectionString(`esdb://admin:changeit@localhost:${node.port}?${options}`);
      expect(await failure(read(client.readAll()))).toMatchObject({ type: 'unavailable' });
      await client.dispose();
    }
  }));

test('ES-70 without an ACL every user may do everything to streams of users, and administrators alone to the system’s', () =>
  withUsers(async ({ as }) => {
    const stream = someStream();
    const reader = as('reader', 'reads');
    const admin = as('admin', 'changeit');
    await reader.appendToStream(stream, numberedEvents(2));
    await reader.setStreamMetadata(stream, { maxCount: 5 });
    expect((await reader.getStreamMetadata(stream)).metadata).toEqual({ maxCount: 5 });
    await reader.deleteStream(stream);
    const attempts = [
      read(reader.readAll()),
      read(reader.readStream('$settings')),
      reader.appendToStream('$settings', jsonEvent({ type: 'update-default-acl', data: {} })),
      follow(reader.subscribeToAll()).until(() => false),
    ];
    for (const attempt of await Promise.all(attempts.map(failure))) expect(attempt).toMatchObject(denied);
    expect(await read(admin.readAll({ direction: BACKWARDS, fromPosition: END }))).not.toEqual([]);
    await admin.appendToStream('$settings', jsonEvent({ type: 'update-default-acl', data: {} }));
  }));

test('ES-70 each permission of a stream’s ACL is asked for apart, by user or group, and administrators have them all', () =>
  withUsers(async ({ as }) => {
    const reader = as('reader', 'reads');
    const accountant = as('周会计', '口令 with: colon');
    const admin = as('admin', 'changeit');
    const stream = someStream();
    await admin.appendToStream(stream, numberedEvents(1));
    await admin.setStreamMetadata(stream, {
      acl: { readRoles: ['reader', 'accounting'], writeRoles: ['accounting'], deleteRoles: [], metaReadRoles: ['$all'], metaWriteRoles: ['$admins'] },
    });
    const may = async (client: EventStoreDBClient) => {
      const outcome = async (attempt: Promise<unknown>) => {
        try {
          await attempt;
          return true;
        } catch (error) {
          expect(error).toMatchObject(denied);
          return false;
        }
      };
      return {
        read: await outcome(read(client.readStream(stream))),
        write: await outcome(client.appendToStream(stream, numberedEvents(1))),
        writeAlone: await outcome(client.appendToStream(stream, numberedEvents(1), { credentials: undefined as never })),
        readMetadata: await outcome(client.getStreamMetadata(stream)),
        writeMetadata: await outcome(client.setStreamMetadata(stream, (await admin.getStreamMetadata(stream)).metadata ?? {})),
        delete: await outcome(
          client.deleteStream(stream, { expectedRevision: 1_000n }).catch((error) => {
            if (error.type !== 'wrong-expected-version') throw error;
          }),
        ),
      };
    };
    expect(await may(reader)).toEqual({ read: true, write: false, writeAlone: false, readMetadata: true, writeMetadata: false, delete: false });
    expect(await may(accountant)).toEqual({ read: true, write: true, writeAlone: true, readMetadata: true, writeMetadata: false, delete: false });
    expect(await may(admin)).toEqual({ read: true, write: true, writeAlone: true, readMetadata: true, writeMetadata: true, delete: true });
  }));

test('ES-70 the default ACL in $settings decides what a stream’s own leaves out; nonsense in an ACL lets nobody in', () =>
  withUsers(async ({ as }) => {
    const reader = as('reader', 'reads');
    const admin = as('admin', 'changeit');
    const stream = someStream();
    const guarded = someStream();
    await admin.appendToStream(
      '$settings',
      jsonEvent({ type: 'update-default-acl', data: { $userStreamAcl: { $r: '$all', $w: 'accounting' }, $systemStreamAcl: { $r: ['reader'] } } }),
    );
    expect(await failure(reader.appendToStream(stream, numberedEvents(1)))).toMatchObject(denied);
    await as('周会计', '口令 with: colon').appendToStream(stream, numberedEvents(1));
    expect(await read(reader.readStream(stream))).toHaveLength(1);
    expect(await read(reader.readAll())).not.toEqual([]);

    await admin.appendToStream(guarded, numberedEvents(1));
    await admin.appendToStream(`$$${guarded}`, jsonEvent({ type: '$metadata', data: { $acl: { $r: 7, $w: ['reader'] } } }));
    await reader.appendToStream(guarded, numberedEvents(1));
    expect(await failure(read(reader.readStream(guarded)))).toMatchObject(denied);
    expect(await read(admin.readStream(guarded))).toHaveLength(2);
  }));

test('ES-70 a link does not show what its reader may not read', () =>
  withUsers(async ({ as }) => {
    const admin = as('admin', 'changeit');
    const secret = someStream();
    const links = someStream();
    await admin.appendToStream(secret, numberedEvents(1));
    await admin.setStreamMetadata(secret, { acl: { readRoles: ['accounting'] } });
    await admin.appendToStream(links, {
      ...jsonEvent({ type: '$>', data: {} }),
      contentType: 'application/octet-stream',
      data: Buffer.from(`0@${secret}`),
    } as never);
    const seenBy = async (client: EventStoreDBClient) =>
      (await read(client.readStream(links, { resolveLinkTos: true }))).map(({ event }) => event?.streamId);
    expect(await seenBy(as('reader', 'reads'))).toEqual([undefined]);
    expect(await seenBy(as('周会计', '口令 with: colon'))).toEqual([secret]);
  }));

test('ES-70 nobody writes or deletes the log as a whole, or deletes metadata', () =>
  withUsers(async ({ as }) => {
    const admin = as('admin', 'changeit');
    const attempts = [
      admin.appendToStream('$all', numberedEvents(1)),
      admin.deleteStream('$all'),
      admin.tombstoneStream('$all'),
      admin.deleteStream('$$some'),
      admin.tombstoneStream('$$some'),
    ];
    for (const attempt of await Promise.all(attempts.map(failure))) expect(attempt).toMatchObject(denied);
  }));
