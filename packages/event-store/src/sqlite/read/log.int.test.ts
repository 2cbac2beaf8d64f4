import { expect, test } from 'vitest';
import { event, eventsFrom } from '../../contract-suite/harness.ts';
import { connect } from '../file/connection.ts';
import { openForReading } from '../file/files.ts';
import { openSqliteStore } from '../index.ts';
import { inFolder } from '../testing/folder.ts';
import { openLog, type PageRequest, type StretchRequest } from './log.ts';
import { openNames } from './names.ts';
import { portShape } from './rows.ts';

test('ES-11 ER-3 a page ends at its limit of events, at some megabytes, and after so many positions looked at', async () => {
  await inFolder(async (_, path) => {
    const store = openSqliteStore({ path, ledgerCategories: ['negotiation'] });
    await store.append(
      'negotiation-1',
      'no-stream',
      Array.from({ length: 10 }, (_, n) => event(n, { data: 'x'.repeat(900_000) })),
    );
    for (let n = 0; n < 5; n += 1) await store.append('negotiation-2', 'any', eventsFrom(1_000 * (n + 1), 1_000));
    await store.close();
    const db = openForReading(path);
    const connection = connect(db, () => {});
    const log = openLog(db, connection, openNames(db), portShape);
    const page = (over: Partial<PageRequest>) => {
      const { events, through, atEnd } = log.page({ direction: 'forwards', from: undefined, filter: undefined, limit: 1_000, ...over });
      return [events.length, through, atEnd];
    };
    const clearance = { of: 'stream', prefixes: ['clearance-'] } as const;
    const first = { of: 'stream', prefixes: ['negotiation-1'] } as const;
    expect(page({ limit: 3 })).toEqual([3, 3, false]);
    expect(page({})).toEqual([5, 5, false]);
    expect(page({ filter: clearance })).toEqual([0, 4_096, false]);
    expect(page({ filter: first, from: 7 })).toEqual([3, 4_103, false]);
    expect(page({ filter: first, from: 4_103 })).toEqual([0, 5_010, true]);
    expect(page({ from: 5_000 })).toEqual([10, 5_010, true]);
    expect(page({ from: 5_010 })).toEqual([0, 5_010, true]);
    expect(page({ direction: 'backwards' })).toEqual([1_000, 4_011, false]);
    expect(page({ direction: 'backwards', filter: clearance })).toEqual([0, 915, false]);
    expect(page({ direction: 'backwards', filter: clearance, from: 915 })).toEqual([0, 1, true]);
    const stretch = (over: Partial<StretchRequest>) => {
      const { events, next } = log.stretch({ id: 1, name: 'negotiation-1', first: 0, last: 9, direction: 'forwards', limit: 1_000, ...over });
      return [events.map(({ revision }) => Number(revision)), next];
    };
    expect(stretch({})).toEqual([[0, 1, 2, 3, 4], 5]);
    expect(stretch({ first: 5 })).toEqual([[5, 6, 7, 8, 9], undefined]);
    expect(stretch({ first: 8, limit: 1 })).toEqual([[8], 9]);
    expect(stretch({ direction: 'backwards' })).toEqual([[9, 8, 7, 6, 5], 4]);
    expect(stretch({ direction: 'backwards', last: 1, limit: 2 })).toEqual([[1, 0], undefined]);
    db.close();
  });
});
