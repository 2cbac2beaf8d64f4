import type { EventCount } from '@lianyu/projections/folds';
import { type Measure, measures, type Work } from '@lianyu/reference-data/policy';
import { expect, test } from 'vitest';
import { aliveOf, stateOf } from './alive.ts';

const work: Work = {
  object: { zh: '', en: '' },
  path: '/agreements',
  who: { zh: '', en: '' },
  events: ['AgreementConcluded', 'AgreementRegistered'],
};
const count = (type: string, since: string, number: number, ...by: string[]) =>
  ({
    type,
    count: number,
    since,
    lastOn: since,
    by: by.map((organisation) => ({ organisation, count: 1, since, lastOn: since })),
  }) as unknown as EventCount;
const counts = (...some: EventCount[]) => new Map(some.map((each) => [each.type, each]));

test('RD-5 a work is alive since the first of its events, and by whom is added up over them', () => {
  expect(aliveOf(work, counts())).toBeUndefined();
  const found = counts(
    count('AgreementConcluded', '2026-03-01', 2, 'a', 'b'),
    count('AgreementRegistered', '2026-01-01', 1, 'a'),
    count('Other', '2020-01-01', 9),
  );
  expect(aliveOf(work, found)).toEqual({
    count: 3,
    since: '2026-01-01',
    lastOn: '2026-03-01',
    by: [
      { organisation: 'a', count: 2, since: '2026-01-01' },
      { organisation: 'b', count: 1, since: '2026-03-01' },
    ],
  });
});

test('RD-5 a measure without work is registered only, one with work waits until an event proves it alive', () => {
  const [measure] = measures as [Measure];
  expect(stateOf({ ...measure, works: [] }, counts(count('AgreementConcluded', '2026-03-01', 1)))).toBe('registered');
  expect(stateOf({ ...measure, works: [work] }, counts())).toBe('waiting');
  expect(stateOf({ ...measure, works: [work] }, counts(count('AgreementRegistered', '2026-03-01', 1)))).toBe('alive');
});
