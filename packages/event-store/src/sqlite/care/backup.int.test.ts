import { closeSync, copyFileSync, existsSync, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { event, eventsFrom, ids, refusal, wholeLog } from '../../contract-suite/harness.ts';
import { backupStore, openSqliteReader, openSqliteStore, restoreStore, type SqliteEventStore, type Step } from '../index.ts';
import { startChild } from '../testing/child.ts';
import { inFolder } from '../testing/folder.ts';
import { overwrite } from '../testing/overwrite.ts';
import { snapshot } from '../testing/snapshot.ts';

const ledgerCategories = ['negotiation'];
const open = (path: string) => openSqliteStore({ path, ledgerCategories });

/** Appends until it is told to stop, and tells how many events were acknowledged. */
function keepAppending(store: SqliteEventStore, bytes: number): () => Promise<number> {
  let going = true;
  let number = 0;
  const appending = (async () => {
    while (going) {
      await Promise.all([0, 1, 2].map((stream) => store.append(`negotiation-${stream}`, 'any', [event(number++, { data: 'x'.repeat(bytes) })])));
    }
  })();
  return async () => {
    going = false;
    await appending;
    return number;
  };
}

test('ES-38 the drill: backed up while it is written, lost, restored, and gone on with', async () => {
  await inFolder(async (folder, path) => {
    const store = open(path);
    for (let n = 0; n < 3; n += 1) await store.append(`negotiation-${n}`, 'no-stream', eventsFrom(100_000 + n * 1_000, 1_000));
    await store.raw.append('notes-1', 'any', [{ ...event(1), contentType: 'binary', data: Buffer.from([1, 2, 3]), metadata: new Uint8Array() }]);
    await store.raw.deleteStream('notes-1', 'any');
    const before = await store.head();
    const stop = keepAppending(store, 500);
    const steps: Step[] = [];
    const backup = join(folder, 'backup.sqlite');
    const copied = await backupStore({ from: path, to: backup }, { progress: (step) => void steps.push(step) });
    await stop();
    const log = await wholeLog(store);
    expect([...new Set(steps.map(({ phase }) => phase))]).toEqual(['copying', 'checking']);
    expect(steps.every(({ done, of }) => done <= of)).toBe(true);
    expect(copied.through).toBeGreaterThanOrEqual(Number(before));
    expect(copied).toMatchObject({ events: copied.through, bytes: statSync(backup).size });
    await store.close();

    const restored = join(folder, 'restored.sqlite');
    expect(await restoreStore({ from: backup, to: restored })).toEqual(copied);
    const again = open(restored);
    expect(await wholeLog(again)).toEqual(log.filter(({ position }) => position <= copied.through));
    expect(await again.head()).toBe(BigInt(copied.through));
    const [first] = await again.readStream('negotiation-0');
    if (first) expect(await again.append('negotiation-0', 'no-stream', [first])).toMatchObject({ outcome: 'idempotent', revision: 0n });
    expect(await again.append('negotiation-0', 'any', await again.readStream('negotiation-0', { from: 700n, limit: 3 }))).toMatchObject({
      revision: 702n,
    });
    expect(await again.append('negotiation-new', 'no-stream', [event(9)])).toMatchObject({ position: BigInt(copied.through + 1) });
    expect(again.raw.readStream('notes-1', { from: 'start', direction: 'forwards', limit: 9 })).toEqual({ state: 'absent' });
    expect(await again.checkIntegrity()).toEqual([]);
    await again.close();
  });
});

test('ES-32 ES-38 a backup does not keep the log of a busy writer from being carried over', async () => {
  await inFolder(async (folder, path) => {
    const store = open(path);
    await store.append('negotiation-0', 'no-stream', eventsFrom(1_000_000, 1_000));
    const stop = keepAppending(store, 50_000);
    // A log that begins anew takes new salts into its head: it did so while one backup was being made.
    const salts = () => {
      const head = Buffer.alloc(24);
      const log = openSync(`${path}-wal`, 'r');
      readSync(log, head);
      closeSync(log);
      return head.toString('hex', 16);
    };
    let seen = new Set<string>();
    for (let n = 0; seen.size < 2; n += 1) {
      seen = new Set();
      await backupStore({ from: path, to: join(folder, `backup-${n}.sqlite`) }, { progress: () => void seen.add(salts()) });
    }
    await stop();
    await store.close();
  });
});

test('ES-38 nothing that exists is written over, and what is no store is not copied', async () => {
  await inFolder(async (folder, path) => {
    const store = open(path);
    await store.append('negotiation-1', 'no-stream', [event(1)]);
    const there = join(folder, 'there');
    writeFileSync(there, '协议');
    const exists = { code: 'STORE_EXISTS', data: { path: there } };
    expect(await refusal(backupStore({ from: path, to: there }))).toEqual(exists);
    expect(await refusal(backupStore({ from: path, to: path }))).toMatchObject({ code: 'STORE_EXISTS' });
    expect(await refusal(backupStore({ from: there, to: join(folder, 'x') }))).toMatchObject({ code: 'STORE_FOREIGN' });
    expect(await refusal(backupStore({ from: join(folder, 'absent'), to: join(folder, 'x') }))).toMatchObject({ code: 'STORE_FOREIGN' });
    expect(await refusal(backupStore({ from: path, to: join(folder, 'nowhere', 'x') }))).toMatchObject({ data: { problem: 'no-folder' } });
    // A store that is open, or was left by a crash, is not a backup of anything.
    expect(await refusal(restoreStore({ from: path, to: join(folder, 'x') }))).toMatchObject({
      code: 'STORE_FOREIGN',
      data: { problem: 'log-beside' },
    });
    const backup = join(folder, 'backup.sqlite');
    await backupStore({ from: path, to: backup });
    expect(await refusal(restoreStore({ from: backup, to: path }))).toMatchObject({ code: 'STORE_EXISTS' });
    expect(await refusal(restoreStore({ from: there, to: join(folder, 'x') }))).toMatchObject({ code: 'STORE_FOREIGN' });
    await store.close();
    expect(readFileSync(there, 'utf8')).toBe('协议');
    expect(Object.keys(snapshot(folder)).filter((name) => !name.endsWith('.lock'))).toEqual(['backup.sqlite', 'events.sqlite', 'there']);
  });
});

test('ES-38 what is damaged is neither backed up nor restored, and nothing appears', async () => {
  await inFolder(async (folder, path) => {
    const store = open(path);
    await store.append('negotiation-1', 'no-stream', eventsFrom(1, 500));
    await store.close();
    const backup = join(folder, 'backup.sqlite');
    await backupStore({ from: path, to: backup });
    const damaged = { code: 'STORE_FAILED', data: { problem: 'damaged', kind: 'row', at: '10' } };
    for (const file of [path, backup]) overwrite(file, '{"number":10}', '{"number":99}');
    const before = snapshot(folder);
    expect(await refusal(backupStore({ from: path, to: join(folder, 'x') }))).toEqual(damaged);
    expect(await refusal(restoreStore({ from: backup, to: join(folder, 'y') }))).toEqual(damaged);
    expect({ ...snapshot(folder), 'y.lock': undefined }).toMatchObject(before);
    expect(['x', 'y', 'x.creating', 'y.creating'].filter((name) => existsSync(join(folder, name)))).toEqual([]);
  });
});

test('ES-38 a backup that is left off or killed does not appear, and does not hinder the next', async () => {
  await inFolder(async (folder, path) => {
    const store = open(path);
    for (let n = 0; n < 20; n += 1) await store.append(`negotiation-${n}`, 'no-stream', eventsFrom(n * 1_000, 1_000));
    const backup = join(folder, 'backup.sqlite');
    const leaving = new AbortController();
    const left = backupStore({ from: path, to: backup }, { signal: leaving.signal, progress: () => leaving.abort(new Error('enough')) });
    await expect(left).rejects.toThrow('enough');
    const child = startChild('./copier.ts', [path, backup]);
    expect((await child.lines.next()).value).toContain('copying');
    child.process.kill('SIGKILL');
    await child.exited;
    expect(existsSync(backup)).toBe(false);
    expect(await backupStore({ from: path, to: backup })).toMatchObject({ events: 20_000, through: 20_000 });
    const reader = openSqliteReader(backup);
    expect(ids(await reader.readAll({ direction: 'backwards', limit: 5 }))).toEqual(ids(await store.readAll({ direction: 'backwards', limit: 5 })));
    await reader.close();
    await store.close();
  });
});

test('ES-34 ES-38 a backup of version 1 is restored as it is and migrated when it is opened', async () => {
  await inFolder(async (folder, path) => {
    const committed = fileURLToPath(new URL('../testing/version-1.sqlite', import.meta.url));
    copyFileSync(committed, join(folder, 'old.sqlite'));
    expect(await refusal(backupStore({ from: join(folder, 'old.sqlite'), to: path }))).toMatchObject({ code: 'STORE_OLDER' });
    expect(await restoreStore({ from: join(folder, 'old.sqlite'), to: path })).toMatchObject({ events: 65, through: 65 });
    expect(readFileSync(path).equals(readFileSync(committed))).toBe(true);
    const store = openSqliteStore({ path, ledgerCategories: ['agreement', 'clearance', 'negotiation'] });
    expect(await wholeLog(store)).toHaveLength(65);
    await store.close();
  });
});
