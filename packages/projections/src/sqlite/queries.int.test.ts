import { DatabaseSync } from 'node:sqlite';
import type { Position } from '@lianyu/event-store';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Audience, Document } from '../folds/projection.ts';
import { inFolder } from '../testing/folder.fixtures.ts';
import { openSqliteReadStore } from './index.ts';
import { countSql, sortedSql } from './queries.ts';

const audiences: readonly Audience[] = ['everyone', 'overview', 'organisation:a', 'organisation:b'];
const someDocument = fc.record({
  kind: fc.constantFrom('agreement-row', 'move'),
  key: fc.constantFrom('k1', 'k2', 'k3', 'k4', 'k5', 'k6'),
  audience: fc.constantFrom(...audiences),
  topic: fc.constantFrom('agreements', 'activity'),
  sort: fc.constantFrom('', '1', '2', '3'),
  body: fc.record({
    stage: fc.constantFrom('signing', 'clearing'),
    parties: fc.subarray(['a', 'b', 'ab']),
    lastMoveOn: fc.constantFrom('2026-01-31', '2026-02-01', '2026-02-02'),
    search: fc.constantFrom('沙柳 agreement', 'other'),
  }),
});
/** One kind of document for each key, as in the platform: between two kinds of the same sort and key no order is promised. */
const identity = ({ key, audience }: Document) => JSON.stringify([key, audience]);
const order = (one: Document, other: Document) =>
  compare(other.sort, one.sort) || compare(one.key, other.key) || compare(one.audience, other.audience);
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

test('PJ-3 AZ-1 whatever is asked, what is found is exactly what the audiences may read of it, in order and page by page', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(someDocument, { selector: identity, maxLength: 40 }),
      fc.subarray([...audiences]),
      fc.integer({ min: 1, max: 7 }),
      (documents, held, limit) => {
        const readStore = openSqliteReadStore({ path: ':memory:' });
        const { fence } = readStore.takeOver([]);
        const changes = documents.map((document) => ({
          op: 'put' as const,
          position: 1n as Position,
          document,
          json: JSON.stringify(document.body),
        }));
        readStore.write(fence, undefined, { position: 1n as Position, states: [], moments: [], changes });
        const mine = documents.filter(({ audience }) => held.includes(audience)).sort(order);
        const plain = (found: readonly Document[]) =>
          found.map(({ kind, key, audience, topic, sort, body }) => ({ kind, key, audience, topic, sort, body }));

        const ofTopic = mine.filter(({ topic }) => topic === 'activity');
        const { documents: page, more } = readStore.topic('activity', held, limit);
        expect(plain(page)).toEqual(ofTopic.slice(0, limit));
        expect(more).toBe(ofTopic.length > limit);

        const narrowed = mine.filter(
          ({ kind, body }) => kind === 'agreement-row' && body.lastMoveOn >= '2026-02-01' && body.parties.some((party) => party !== 'ab'),
        );
        const asked = { kind: 'agreement-row', audiences: held, limit: 50 };
        const from = { field: 'lastMoveOn', from: '2026-02-01' };
        expect(plain(readStore.list({ ...asked, any: { field: 'parties', values: ['a', 'b', "'] OR 1"] }, between: from }).documents)).toEqual(
          plain(narrowed),
        );
        const until = narrowed.filter(({ body }) => body.lastMoveOn === '2026-02-01');
        expect(
          plain(readStore.list({ ...asked, any: { field: 'parties', values: ['b', 'a'] }, between: { ...from, to: '2026-02-01' } }).documents),
        ).toEqual(plain(until));
        expect(readStore.list({ ...asked, any: { field: 'parties', values: [] } }).documents).toEqual([]);

        const rows = mine.filter(({ kind, body }) => kind === 'agreement-row' && body.stage === 'signing' && body.search.includes('沙柳'));
        const query = { kind: 'agreement-row', audiences: held, where: { stage: 'signing' }, search: '沙柳' };
        expect(plain(readStore.list({ ...query, limit }).documents)).toEqual(rows.slice(0, limit));
        const last = rows[limit - 1];
        if (last) {
          const rest = rows.filter(({ sort, key }) => sort < last.sort || (sort === last.sort && key > last.key));
          expect(plain(readStore.list({ ...query, after: last, limit }).documents)).toEqual(rest.slice(0, limit));
        }

        for (const { kind, key } of documents) {
          const own = mine.filter((document) => document.kind === kind && document.key === key);
          expect(own.map(({ audience }) => audience)).toEqual(
            own.length === 0 ? [] : expect.arrayContaining([readStore.get(kind, key, held)?.audience]),
          );
          if (own.length === 0) expect(readStore.get(kind, key, held)).toBeUndefined();
        }
        const keys = new Set(mine.filter(({ kind }) => kind === 'agreement-row').map(({ key }) => key));
        expect(Object.values(readStore.count('agreement-row', held, 'stage')).reduce((sum, count) => sum + count, 0)).toBe(keys.size);
        readStore.close();
      },
    ),
    { numRuns: 100 },
  );
});

test('PJ-3 a text is found by its characters and by the initials of their pinyin, others are not', () => {
  const readStore = openSqliteReadStore({ path: ':memory:' });
  const { fence } = readStore.takeOver([]);
  const names = ['巴彦淖尔经济技术开发区', '重庆两江新区 two rivers', '呼和浩特', 'plain'];
  const changes = names.map((search, at) => ({
    op: 'put' as const,
    position: 1n as Position,
    document: { kind: 'row', key: String(at), audience: 'everyone' as const, topic: 't', sort: String(at), body: { search } },
    json: JSON.stringify({ search }),
  }));
  readStore.write(fence, undefined, { position: 1n as Position, states: [], moments: [], changes });
  const found = (search: string) => readStore.list({ kind: 'row', audiences: ['everyone'], search, limit: 9 }).documents.map(({ key }) => key);
  expect(['byne', 'BYNEJJ', 'cqlj', 'hhht', '淖尔', 'rivers', 'plain', 'qlj', 'xyz'].map(found)).toEqual([
    ['0'],
    ['0'],
    ['1'],
    ['2'],
    ['0'],
    ['1'],
    ['3'],
    ['1'],
    [],
  ]);
  readStore.close();
});

test('PJ-3 lists, topics and counts walk an index of the viewer’s own series and look at nobody else’s rows', async () => {
  await inFolder((inside) => {
    openSqliteReadStore({ path: inside('read.sqlite') }).close();
    const db = new DatabaseSync(inside('read.sqlite'));
    const visits = (sql: string) =>
      db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => String(detail))
        .filter((detail) => / d\b/.test(detail));
    expect(visits(sortedSql('topic'))).toEqual([expect.stringMatching(/USING INDEX by_topic_\w+ \(topic=\?\)/)]);
    expect(visits(sortedSql('kind'))).toEqual([expect.stringMatching(/USING INDEX by_kind_\w+ \(kind=\?\)/)]);
    expect(visits(countSql('stage'))).toEqual([expect.stringMatching(/USING INDEX by_k\w+_\w+ \(kind=\?\)/)]);
    db.close();
  });
});

test('PJ-3 a field that is no name is refused before it becomes SQL', () => {
  const readStore = openSqliteReadStore({ path: ':memory:' });
  expect(() => readStore.list({ kind: 'move', audiences: ['everyone'], where: { "x') OR 1=1 --": 1 }, limit: 1 })).toThrow(RangeError);
  expect(() => readStore.count('move', ['everyone'], "x'")).toThrow(RangeError);
  expect(readStore.list({ kind: 'move', audiences: [], limit: 1 }).documents).toEqual([]);
  readStore.close();
});
