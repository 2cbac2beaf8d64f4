import type { AgreementRow } from '@lianyu/projections/folds';
import { expect, test } from 'vitest';
import { type AgreementDeadline, aheadOf, isStalled, openOf, promisesOf, tally } from './picture-data.ts';
import { STALLED_DAYS } from './stalled.ts';

const row = (id: string, stage: AgreementRow['stage'], lastMoveOn: string) => ({ id, stage, lastMoveOn, parties: [] }) as unknown as AgreementRow;
const deadline = (on: string, more: Partial<AgreementDeadline> = {}) =>
  ({ agreement: 'a', kind: 'pay', duty: true, open: true, on, ...more }) as AgreementDeadline;
const done = (on: string, doneOn: string) =>
  deadline(on, { open: false, outcome: { how: 'done', on: doneOn } as AgreementDeadline['outcome'] & object });

test('TM-11 every duty is counted once: due, late, in dispute, kept, or kept late; what comes by itself is no promise', () => {
  const all = [
    deadline('2026-05-31'),
    deadline('2026-06-01'),
    deadline('2026-05-01', { kind: 'resolve-dispute' }),
    done('2026-05-01', '2026-05-01'),
    done('2026-05-01', '2026-05-02'),
    deadline('2026-05-01', { duty: false, kind: 'expire' }),
    deadline('2026-05-01', { open: false, outcome: { how: 'void', on: '2026-05-01' } as never }),
  ];
  const { late, disputed, due, kept, keptLate } = promisesOf(all, '2026-06-01');
  expect([late, disputed, due].map((each) => each.map(({ on }) => on))).toEqual([['2026-05-31'], ['2026-05-01'], ['2026-06-01']]);
  expect([kept, keptLate]).toEqual([1, 1]);
});

test('TM-11 stalled is what is open and has not moved for the days of the wall; longest first', () => {
  const open = openOf(
    [
      row('a', 'negotiating', '2026-05-31'),
      row('b', 'clearing', '2026-05-18'),
      row('c', 'in-force', '2026-01-01'),
      row('d', 'signing', '2026-05-19'),
    ],
    '2026-06-01',
  );
  expect(open.map(({ row: { id }, days }) => [id, days])).toEqual([
    ['b', 14],
    ['d', 13],
    ['a', 1],
  ]);
  expect(open.filter(isStalled).map(({ row: { id } }) => id)).toEqual(['b']);
  expect(STALLED_DAYS).toBe(14);
});

test('TM-11 what comes is what is open from today on, soonest first, as far as is asked', () => {
  const all = ['2026-07-02', '2026-07-01', '2026-06-01', '2026-05-31'].map((on) => deadline(on));
  expect(aheadOf(all, '2026-06-01', 30).map(({ on }) => on)).toEqual(['2026-06-01', '2026-07-01']);
  expect(tally(['b', 'a', undefined, 'b'])).toEqual([
    ['b', 2],
    ['a', 1],
  ]);
});
