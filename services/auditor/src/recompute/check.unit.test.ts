import { streamOf } from '@lianyu/domain/kernel';
import type { ProposedStatement } from '@lianyu/domain/settlement';
import { sharingReference } from '@lianyu/reference-data/taxes';
import { expect, test } from 'vitest';
import type { Account } from '../accounts.ts';
import { ACCOUNT, AGREEMENT, chronicle } from '../chronicle.fixtures.ts';
import { check } from './check.ts';
import { differencesBetween } from './differences.ts';

/** As if the local share of value-added tax had been taken for a quarter when the statements were made. */
const before = {
  ...sharingReference,
  version: 'taxes/2020-01',
  rates: sharingReference.rates.map((rate) => (rate.tax === 'value-added' ? { ...rate, ratio: ['1', '4'] as [string, string] } : rate)),
};

function accountMadeWith(reference: typeof before): Account {
  const written = chronicle(reference);
  const account = written.get(streamOf.settlement('official', AGREEMENT, 'sharing')) as never as readonly ProposedStatement[];
  return {
    id: ACCOUNT,
    streams: {
      account,
      agreement: written.get(streamOf.agreement(AGREEMENT)) as never,
      figures: written.get(streamOf.figures(AGREEMENT)) as never,
      reference: (version) => (version === reference.version ? reference : undefined),
    },
    proposed: account.filter(({ event }) => event.type === 'StatementProposed'),
  };
}

test('AU-1 what would differ today is reported apart and is no difference', () => {
  const account = accountMadeWith(before);
  const [first] = account.proposed.map((proposed) => check(proposed, account));
  expect(first).toMatchObject({ outcome: 'same', differences: [], statement: { reference: 'taxes/2020-01' } });
  expect(first?.today).toContainEqual({ path: '0.base', recorded: '250000000', computed: '500000000' });
});

test('AU-1 differences name the path, and there are no more of them than asked for', () => {
  expect(differencesBetween({ a: [1, { b: '2' }], c: 3 }, { a: [1, { b: '3' }], d: null })).toEqual([
    { path: 'a.1.b', recorded: '2', computed: '3' },
    { path: 'c', recorded: 3, computed: null },
    { path: 'd', recorded: null, computed: null },
  ]);
  expect(differencesBetween({ a: 1, b: 2, c: 3 }, {}, 2)).toHaveLength(2);
  expect(differencesBetween([], [])).toEqual([]);
});
