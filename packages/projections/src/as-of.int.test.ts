import type { Position, StoredEvent } from '@lianyu/event-store';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Audience, Document } from './folds/index.ts';
import { projections } from './folds/index.ts';
import type { Documents, ProjectedChange } from './read-store.ts';
import { createRunner } from './runner.ts';
import { openSqliteReadStore } from './sqlite/index.ts';
import { logOf } from './testing/log.fixtures.ts';
import { longLog } from './testing/long-log.fixtures.ts';
import { zones } from './testing/stories.fixtures.ts';

const audiences: readonly Audience[] = ['everyone', 'overview', 'signed', 'audit', ...zones.map((zone) => `organisation:${zone}` as const)];
const kinds = ['agreement-row', 'negotiation', 'move', 'activity', 'task', 'clearance', 'deadline', 'proposal', 'signed-agreement'];

async function foldedUntil(events: ReturnType<typeof longLog>) {
  const log = logOf(events);
  const readStore = openSqliteReadStore({ path: ':memory:' });
  const runner = createRunner({ store: log, readStore, projections });
  runner.start();
  await runner.caughtUp();
  await runner.stop();
  return { readStore, stored: await log.readAll({ limit: 100_000 }) };
}

const plain = ({ kind, key, audience, topic, sort, version, json }: Document & { version: number; json: string }) =>
  `${kind} ${key} ${audience} ${topic} ${sort} ${version} ${json}`;

/** Everything that can be asked of documents, by several pages. */
function everything(documents: Documents, topics: readonly string[]) {
  const pages = (kind: string, more: { where?: Record<string, string>; search?: string } = {}) => {
    const found: string[] = [];
    for (const audience of audiences) {
      for (let after: { sort: string; key: string } | undefined; ; ) {
        const { documents: page } = documents.list({ kind, audiences: [audience], ...more, limit: 17, ...(after ? { after } : {}) });
        found.push(...page.map(plain));
        const last = page.at(-1);
        if (!last || page.length < 17) break;
        after = { sort: last.sort, key: last.key };
      }
    }
    return found;
  };
  return {
    lists: kinds.map((kind) => pages(kind)),
    filtered: [pages('agreement-row', { where: { stage: 'signing' } }), pages('agreement-row', { search: '协议' })],
    topics: topics.map((topic) => documents.topic(topic, audiences, 500).documents.map(plain)),
    counts: documents.count('agreement-row', audiences, 'stage'),
  };
}

test('PR-4.2 at random moments of a long log every list, page, filter and count as of then equals a fold of the log cut there', async () => {
  const events = longLog(11);
  const { readStore, stored } = await foldedUntil(events);
  expect(stored.length).toBeGreaterThan(500);
  const all = audiences.flatMap((audience) => readStore.list({ kind: 'agreement-row', audiences: [audience], limit: 1_000 }).documents);
  const topics = ['agreements', 'activity', 'tasks', ...new Set(all.map(({ key }) => `agreement/${key}`))];
  const moments = fc.sample(fc.integer({ min: 1, max: stored.length }), { numRuns: 12, seed: 3 });
  for (const count of moments) {
    const cut = await foldedUntil(events.slice(0, count));
    const { position } = stored[count - 1] as StoredEvent;
    expect(everything(readStore.asOf(position), topics)).toEqual(everything(cut.readStore, topics));
    for (const { key } of all) {
      expect(readStore.asOf(position).get('negotiation', key, audiences)?.json).toBe(cut.readStore.get('negotiation', key, audiences)?.json);
    }
    cut.readStore.close();
  }
  expect(everything(readStore.asOf(stored.at(-1)?.position as Position), topics)).toEqual(everything(readStore, topics));
  readStore.close();
}, 60_000);

const someChange = fc.record({
  key: fc.integer({ min: 0, max: 400 }).map((number) => `k${number.toString().padStart(3, '0')}`),
  sort: fc.integer({ min: 0, max: 50 }).map(String),
  there: fc.integer({ min: 0, max: 3 }).map((chance) => chance > 0),
});

test('PR-4.2 a list that changes thousands of times is, at every moment, what it was then, over all its keyframes', () => {
  fc.assert(
    fc.property(fc.array(someChange, { minLength: 1_500, maxLength: 3_000 }), fc.integer({ min: 1, max: 300 }), (steps, size) => {
      const readStore = openSqliteReadStore({ path: ':memory:' });
      const { fence } = readStore.takeOver([]);
      const model = new Map<string, string>();
      const stood: { position: Position; keys: string[] }[] = [];
      let before: Position | undefined;
      for (let from = 0; from < steps.length; from += size) {
        const changes = steps.slice(from, from + size).map(({ key, sort, there }, index): ProjectedChange => {
          const position = BigInt(from + index + 1) as Position;
          const document = { kind: 'row', key, audience: 'everyone' as const, topic: 'rows', sort, body: { sort } };
          if (there) model.set(key, sort);
          else model.delete(key);
          if ((from + index) % 97 === 0) stood.push({ position, keys: inOrder(model) });
          return there ? { op: 'put', position, document, json: JSON.stringify(document.body) } : { op: 'remove', position, document };
        });
        const position = BigInt(Math.min(from + size, steps.length)) as Position;
        readStore.write(fence, before, { position, states: [], moments: [], changes });
        before = position;
      }
      for (const { position, keys } of stood) {
        const { documents } = readStore.asOf(position).list({ kind: 'row', audiences: ['everyone'], limit: 1_000 });
        expect(documents.map(({ key }) => key)).toEqual(keys);
        const third = documents[2];
        if (!third) continue;
        const rest = readStore.asOf(position).list({ kind: 'row', audiences: ['everyone'], after: third, limit: 5 });
        expect(rest.documents.map(({ key }) => key)).toEqual(keys.slice(3, 8));
      }
      readStore.close();
    }),
    { numRuns: 8 },
  );
}, 60_000);

function inOrder(model: ReadonlyMap<string, string>): string[] {
  return [...model]
    .sort(([one, sort], [other, otherSort]) => (sort === otherSort ? (one < other ? -1 : 1) : sort > otherSort ? -1 : 1))
    .map(([key]) => key);
}

test('PR-4.2 a moment is the last position whose running maximum of recordedAt is not later; a clock that went back moves none', () => {
  const readStore = openSqliteReadStore({ path: ':memory:' });
  const { fence } = readStore.takeOver([]);
  const instants = ['01', '02', '02', '01', '05', '04'].map((day) => `2026-01-${day}T00:00:00.000Z` as never);
  const moments = instants.map((at, index) => ({ at, position: BigInt((index + 1) * 10) as Position }));
  readStore.write(fence, undefined, { position: 30n as Position, states: [], changes: [], moments: moments.slice(0, 3) });
  readStore.write(fence, 30n as Position, { position: 60n as Position, states: [], changes: [], moments: moments.slice(3) });
  const at = (day: string) => readStore.momentAt(`2026-01-${day}T00:00:00.000Z` as never)?.position;
  expect(['01', '02', '03', '04', '05', '09'].map(at)).toEqual([10n, 40n, 40n, 40n, 60n, 60n]);
  expect(readStore.momentAt('2025-12-31T00:00:00.000Z' as never)).toBeUndefined();
  expect(readStore.momentOf(40n as Position)).toEqual({ position: 40n, at: instants[1] });
  expect(readStore.momentOf(99n as Position)).toEqual({ position: 60n, at: instants[4] });
  readStore.close();
});
