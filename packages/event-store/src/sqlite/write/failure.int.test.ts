import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { event, eventsFrom, follow, refusal, wholeLog } from '../../contract-suite/harness.ts';
import { openSqliteStore } from '../index.ts';
import { startChild } from '../testing/child.ts';
import { inFolder } from '../testing/folder.ts';

const ledgerCategories = ['negotiation'];
const large = (number: number) => event(number, { data: 'x'.repeat(20_000) });

test('ES-28 ER-4 a store at its ceiling refuses whole appends, keeps serving, and takes what still fits', async () => {
  await inFolder(async (_, path) => {
    const store = openSqliteStore({ path, ledgerCategories, maxPages: 100 });
    const follower = follow(store);
    let stored = 0;
    let full: Awaited<ReturnType<typeof refusal>>;
    while (full === undefined) {
      full = await refusal(
        store.append(
          'negotiation-1',
          'any',
          [1, 2, 3, 4].map((n) => large(stored + n)),
        ),
      );
      if (full === undefined) stored += 4;
    }
    expect(full).toEqual({ code: 'STORE_FULL', data: {} });
    expect(await store.readStream('negotiation-1')).toHaveLength(stored);
    const small = eventsFrom(9_000, 1);
    const appended = await store.append('negotiation-2', 'no-stream', small);
    await follower.past(appended.position);
    await follower.stop();
    expect(follower.events()).toEqual(await wholeLog(store));
    expect(await store.checkIntegrity()).toEqual([]);
    await store.close();
    const roomier = openSqliteStore({ path, ledgerCategories });
    expect(
      await roomier.append(
        'negotiation-1',
        BigInt(stored - 1),
        [1, 2, 3, 4].map((n) => large(stored + n)),
      ),
    ).toMatchObject({ outcome: 'appended' });
    await roomier.close();
  });
});

test('ES-28 ES-30 ER-4 on a nearly full disk a large append does not take the small ones of its turn with it', async () => {
  await inFolder(async (_, path) => {
    const store = openSqliteStore({ path, ledgerCategories, maxPages: 60 });
    const outcomes = await Promise.all([
      refusal(store.append('negotiation-1', 'no-stream', [event(1)])),
      refusal(
        store.append(
          'negotiation-2',
          'no-stream',
          Array.from({ length: 50 }, (_, n) => large(100 + n)),
        ),
      ),
      refusal(store.append('negotiation-1', 0n, [event(2)])),
    ]);
    expect(outcomes.map((outcome) => outcome?.code)).toEqual([undefined, 'STORE_FULL', undefined]);
    expect((await wholeLog(store)).map(({ stream }) => stream)).toEqual(['negotiation-1', 'negotiation-1']);
    await store.close();
  });
});

/** A small file system of our own, where the machine lets an ordinary user mount one. */
const mounting = ['unshare', '-Urm', 'sh', '-c', 'mount -t tmpfs -o size=64m none "$0" && exec "$@"'];
const canMount = spawnSync(mounting[0] ?? '', [...mounting.slice(1), '/mnt', 'true']).status === 0;

test.skipIf(!canMount)('ES-28 ER-4 a full disk fails the append, reads go on, and appends go on when there is room', async () => {
  await inFolder(async (folder) => {
    const mount = join(folder, 'mount');
    mkdirSync(mount);
    const child = startChild('./full-disk.ts', [mount], [...mounting, mount]);
    const { value } = await child.lines.next();
    expect(await child.exited).toBe(0);
    const { appended, ...told } = JSON.parse(String(value));
    expect(appended).toBeGreaterThan(20);
    expect(told).toEqual({ full: 'STORE_FULL', again: 'STORE_FULL', whileFull: appended - 5, revision: appended - 1, kept: appended, findings: [] });
  });
});

test.skipIf(!canMount)('ES-28 ER-4 a disk too full for the index of the log is a full disk like any other', async () => {
  await inFolder(async (folder) => {
    const mount = join(folder, 'mount');
    mkdirSync(mount);
    const child = startChild('./full-index.ts', [mount], [...mounting, mount]);
    const codes = new Set<string | number>();
    for await (const line of child.lines) {
      const { codes: met, ...told } = JSON.parse(line);
      expect(told).toEqual({ lost: 0, findings: [] });
      for (const code of met) codes.add(code);
    }
    expect(await child.exited).toBe(0);
    // SQLITE_FULL, and SQLITE_IOERR_SHMSIZE that this test is about.
    expect([...codes].sort()).toEqual([13, 4874, 'STORE_FULL']);
  });
});

test('ES-29 ER-4 after an I/O error nothing is read or written until the store is opened again; what was acknowledged is there', async () => {
  await inFolder(async (_, path) => {
    const child = startChild('./broken-disk.ts', [path], ['sh', '-c', 'ulimit -f 2048; exec "$0" "$@"']);
    const { value } = await child.lines.next();
    expect(await child.exited).toBe(0);
    const { acknowledged, first, after } = JSON.parse(String(value));
    expect([first, ...after]).toEqual(Array(5).fill('STORE_FAILED'));
    expect(acknowledged).toBeGreaterThan(5);
    const store = openSqliteStore({ path, ledgerCategories });
    expect((await wholeLog(store)).length).toBeGreaterThanOrEqual(acknowledged);
    expect(await store.checkIntegrity()).toEqual([]);
    await store.close();
  });
});
