import { expect, test } from 'vitest';
import { event, eventsFrom } from '../contract-suite/harness.ts';
import { connect } from './connection.ts';
import { openForReading } from './file.ts';
import { openSqliteStore } from './index.ts';
import { openLog } from './log.ts';
import { toPosition } from './rows.ts';
import { inFolder } from './testing/folder.ts';

test('ES-11 ER-3 a page ends at its limit of events, of bytes, and of positions looked at', async () => {
  await inFolder(async (_, path) => {
    const store = openSqliteStore({ path, ledgerCategories: ['negotiation'] });
    await store.append(
      'negotiation-1',
      'no-stream',
      Array.from({ length: 10 }, (_, n) => event(n, { data: 'x'.repeat(100_000) })),
    );
    for (let n = 0; n < 5; n += 1) await store.append('negotiation-2', 'any', eventsFrom(1_000 * (n + 1), 1_000));
    await store.close();
    const db = openForReading(path);
    const log = openLog(
      db,
      connect(db, () => {}),
    );
    const all = { direction: 'forwards' as const, from: undefined, filter: undefined, limit: 1_000, bytes: 1_000_000_000 };
    const page = (over: Partial<Parameters<typeof log.page>[0]>) => {
      const { events, through, atEnd } = log.page({ ...all, ...over });
      return [events.length, Number(through), atEnd];
    };
    expect(page({ limit: 7 })).toEqual([7, 7, false]);
    expect(page({ bytes: 250_000 })).toEqual([3, 3, false]);
    expect(page({ filter: { of: 'stream', prefixes: ['clearance-'] } })).toEqual([0, 4_096, false]);
    expect(page({ filter: { of: 'stream', prefixes: ['negotiation-1'] } })).toEqual([10, 4_096, false]);
    expect(page({ from: toPosition(4_096n), filter: { of: 'stream', prefixes: ['negotiation-1'] } })).toEqual([0, 5_010, true]);
    expect(page({ from: toPosition(5_000n) })).toEqual([10, 5_010, true]);
    expect(page({ from: toPosition(5_010n) })).toEqual([0, 5_010, true]);
    db.close();
  });
});
