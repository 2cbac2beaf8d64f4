import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { event, eventId, eventsFrom } from '../../contract-suite/harness.ts';
import { storeError } from '../file/errors.ts';
import { openForReading } from '../file/files.ts';
import { checkStore, openSqliteReader, openSqliteStore, type Step } from '../index.ts';
import { checksum } from '../read/rows.ts';
import { inFolder } from '../testing/folder.ts';
import { overwrite } from '../testing/overwrite.ts';
import { checkWhole, type Finding } from './integrity.ts';

async function createStore(path: string): Promise<void> {
  const store = openSqliteStore({ path, ledgerCategories: ['negotiation'] });
  for (let n = 0; n < 20; n += 1) await store.append(`negotiation-${n % 4}`, 'any', eventsFrom(1 + n * 50, 50));
  await store.append('other-1', 'no-stream', eventsFrom(9_000, 3));
  await store.append('negotiation-0', 'any', eventsFrom(9_100, 50));
  await store.close();
}

function findingsOf(path: string): readonly Finding[] {
  const db = openForReading(path);
  try {
    return checkWhole(db, () => {});
  } finally {
    db.close();
  }
}

/** Behind the back of the guard that stands in the way. */
function unguarded(path: string, trigger: string, sql: string): void {
  const db = new DatabaseSync(path);
  const guard = db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').get(trigger)?.['sql'];
  db.exec(`DROP TRIGGER ${trigger}; ${sql}; ${guard}`);
  db.close();
}

test('ES-31 a sound store has no findings, asked by the store, by a reader beside it, and by name', async () => {
  await inFolder(async (_, path) => {
    await createStore(path);
    const store = openSqliteStore({ path, ledgerCategories: ['negotiation'] });
    const reader = openSqliteReader(path);
    expect(await Promise.all([store.checkIntegrity(), reader.checkIntegrity(), checkStore(path)])).toEqual([[], [], []]);
    await reader.close();
    await store.close();
    expect(findingsOf(path)).toEqual([]);
  });
});

test('ES-31 a byte of an event that is not as it was written is found, however far back', async () => {
  await inFolder(async (_, path) => {
    await createStore(path);
    overwrite(path, '{"number":10}', '{"number":05}');
    overwrite(path, '{"number":11}', '{ "number":1}');
    overwrite(path, '{"number":12}', '{"number":21}');
    const steps: Step[] = [];
    expect(await checkStore(path, { progress: (step) => void steps.push(step) })).toEqual(
      [10, 11, 12].map((at) => ({ kind: 'row', at: String(at) })),
    );
    expect(steps.at(-1)).toEqual({ phase: 'checking', done: 1_053, of: 1_053 });
  });
});

test('ES-31 an event of the ledger that is not canonical is found although its checksum is right', async () => {
  await inFolder(async (_, path) => {
    await createStore(path);
    const data = '{"b":1,"a":2}';
    const row = { position: 7, stream: 1, revision: 6, id: eventId(7), type: 'TextConfirmed', isJson: true, data, metadata: '{}', storedAt: 0 };
    unguarded(
      path,
      'events_never_edited',
      `UPDATE events SET id = unhex('${row.id}', '-'), stored_at = 0, data = '${data}', metadata = '{}', crc = ${checksum(row)} WHERE position = 7`,
    );
    expect(findingsOf(path)).toEqual([{ kind: 'row', at: '7' }]);
  });
});

test('ES-31 a page that was overwritten is found or refused, never passed over', async () => {
  await inFolder(async (_, path) => {
    await createStore(path);
    const sound = readFileSync(path);
    for (let page = 1; page < sound.length / 4_096; page += 1) {
      const bytes = Buffer.from(sound);
      bytes.fill(0xff, page * 4_096, page * 4_096 + 512);
      writeFileSync(path, bytes);
      let outcome: unknown;
      try {
        outcome = findingsOf(path).length > 0;
      } catch (error) {
        outcome = storeError(error).code === 'STORE_FAILED';
      }
      expect(outcome, `page ${page}`).toBe(true);
    }
  });
});

test('ES-31 a revision that is missing, a stream in the wrong category, and an id that is not indexed are found', async () => {
  await inFolder(async (_, path) => {
    await createStore(path);
    unguarded(path, 'events_never_deleted', "DELETE FROM events WHERE stream = (SELECT id FROM streams WHERE name = 'other-1') AND revision = 1");
    unguarded(path, 'streams_never_edited', "UPDATE streams SET category = 'other' WHERE name = 'negotiation-1'");
    unguarded(
      path,
      'streams_never_edited',
      "DELETE FROM known_ids WHERE stream = (SELECT id FROM streams WHERE name = 'negotiation-2') AND revision = 3",
    );
    const db = new DatabaseSync(path);
    const idOf = (name: string) => String(db.prepare('SELECT id FROM streams WHERE name = ?').get(name)?.['id']);
    const wanted = [
      { kind: 'revisions', at: idOf('other-1') },
      { kind: 'stream', at: idOf('negotiation-1') },
      { kind: 'known-ids', at: idOf('negotiation-2') },
      { kind: 'positions', at: '1001' },
    ];
    db.close();
    expect(findingsOf(path)).toEqual(wanted);
  });
});

test('ES-29 ES-31 reading a damaged event fails the store instead of giving or leaving out what was not written', async () => {
  for (const damaged of ['{"number":1x}', '{"number":19}']) {
    await inFolder(async (_, path) => {
      await createStore(path);
      overwrite(path, '{"number":10}', damaged);
      const store = openSqliteStore({ path, ledgerCategories: ['negotiation'] });
      const failed = { code: 'STORE_FAILED', data: { problem: 'checksum', position: '10' } };
      await expect(store.readAll()).rejects.toMatchObject(failed);
      expect(() => store.raw.readAll({ from: 'start', direction: 'forwards', limit: 20 })).toThrow(expect.objectContaining(failed));
      await expect(store.append('negotiation-9', 'any', [event(1)])).rejects.toMatchObject({ code: 'STORE_FAILED' });
      await store.close();
    });
  }
});
