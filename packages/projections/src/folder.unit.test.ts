import type { StoredEvent } from '@lianyu/event-store';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFolder } from './folder.ts';
import { projections } from './folds/index.ts';
import { logOf } from './testing/log.fixtures.ts';
import { someSteps, tell } from './testing/stories.fixtures.ts';

/** Folds batch by batch, as a runner would; tells the changes and how often a state had to be read again. */
function folded(batches: readonly (readonly StoredEvent[])[], kept?: { states: number; bytes: number }) {
  const states = new Map<string, Uint8Array>();
  let read = 0;
  const store = {
    state(projection: string, key: string) {
      const found = states.get(`${projection}/${key}`);
      if (found) read += 1;
      return found;
    },
  };
  const folder = createFolder(store, projections, kept);
  const changes = batches.map((events) => {
    const result = folder.fold(events);
    for (const { projection, key, state } of result.states) states.set(`${projection}/${key}`, state);
    return result.changes;
  });
  return {
    changes: changes.flat().map((change) => JSON.stringify(change, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))),
    read,
  };
}

test('PJ-7 PR-1 what is kept in memory changes nothing but how often a state is read again', async () => {
  let readAgain = 0;
  await fc.assert(
    fc.asyncProperty(someSteps, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), async (steps, sizes) => {
      const events = await logOf(tell(steps).log.events).readAll();
      const batches: StoredEvent[][] = [];
      for (let from = 0, turn = 0; from < events.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1;
        batches.push(events.slice(from, from + size));
        from += size;
      }
      const [none, few, all] = [folded(batches, { states: 0, bytes: 0 }), folded(batches, { states: 9, bytes: 20_000 }), folded(batches)];
      expect(none.changes).toEqual(all.changes);
      expect(few.changes).toEqual(all.changes);
      expect(all.read).toBe(0);
      readAgain += few.read;
      // Nothing is kept between batches: each state that a batch touches is read again, unless it is new.
      expect(none.read).toBeGreaterThanOrEqual(batches.length - 3);
    }),
    { numRuns: 25 },
  );
  expect(readAgain).toBeGreaterThan(0);
});
