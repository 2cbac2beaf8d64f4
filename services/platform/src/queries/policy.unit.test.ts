import { readFileSync } from 'node:fs';
import { isEventType } from '@lianyu/domain/events';
import { counted } from '@lianyu/projections/folds';
import { measures } from '@lianyu/reference-data/policy';
import { expect, test } from 'vitest';

const numbers = [...Array.from({ length: 20 }, (_, index) => String(index + 1)), '四（一）', '四（二）', '四（三）'];

test('RD-5 the catalogue has items 1 to 20 and 四（一）to（三）, each once, in the order of the policy, with its own words and whose duty it is', () => {
  expect(measures.map(({ number }) => number)).toEqual(numbers);
  expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length);
  for (const { quote, departments, localGovernments } of measures) {
    expect(quote.length).toBeGreaterThan(10);
    expect(quote.length).toBeLessThan(120);
    expect(departments.length > 0 || localGovernments).toBe(true);
  }
});

test('RD-5 every event that proves a measure alive exists and is counted, and every page that is named is a route', () => {
  const router = readFileSync(new URL('../../../../web/src/app/router.tsx', import.meta.url), 'utf8');
  const routes = new Set([...router.matchAll(/path: '\/?([^'*]+)'/g)].map(([, path]) => `/${path}`));
  const works = measures.flatMap(({ number, works: some }) => some.map((work) => ({ number, ...work })));
  expect(works.length).toBeGreaterThan(5);
  for (const { number, path, events } of works) {
    expect(routes, `${number} names ${path}`).toContain(path);
    for (const type of events) {
      expect(isEventType(type), `${number} names ${type}`).toBe(true);
      expect(Object.keys(counted), `${number} names ${type}`).toContain(type);
    }
  }
});

test('RD-5 nothing is counted that proves no measure', () => {
  const named = new Set<string>(measures.flatMap(({ works }) => works.flatMap(({ events }) => [...events])));
  expect(Object.keys(counted).filter((type) => !named.has(type))).toEqual([]);
});
