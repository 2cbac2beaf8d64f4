import fc from 'fast-check';
import { expect, test } from 'vitest';
import { org } from '../../kernel/given.fixtures.ts';
import { anyOf } from '../arbitrary.fixtures.ts';
import { type ComputedTerm, fieldTexts, readSharingText, type SharingTerm, sharingText, textAt } from '../index.ts';
import { moneyTerm } from '../term/money.ts';
import { quotaTerm } from '../term/quota.ts';
import { statisticsTerm } from '../term/statistics.ts';
import { moneyTerm as aMoneyTerm, baseOf, destination, origin } from '../terms.fixtures.ts';

const parties = ['origin', 'destination', 'third'].map(org);

/** English is for reference: a name whose English is its Chinese reads as one without. */
function asRead<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(asRead) as Value;
  if (typeof value !== 'object' || value === null) return value;
  if ('zh' in value && 'en' in value) return (value.zh === value.en ? { ...value, en: '' } : value) as Value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asRead(each)])) as Value;
}

test.each([
  ['money', moneyTerm],
  ['statistics', statisticsTerm],
  ['quota', quotaTerm],
] as const)('SH-7 whatever the tree, the text of a %s term reads back to it', (_, schema) => {
  fc.assert(
    fc.property(anyOf<ComputedTerm>(schema, parties), (term) => {
      expect(readSharingText(sharingText(term, parties), parties)).toEqual(asRead(term));
    }),
    { numRuns: 300 },
  );
});

test('SH-7 every field of a term has its words, by the path of the node', () => {
  const term = aMoneyTerm({ base: baseOf({ refunds: { ordinary: { node: 'party', party: destination }, credit: { node: 'all' } } }) });
  const between = [origin, destination];
  expect(fieldTexts(term, between).map(({ path }) => path)).toEqual([
    'base',
    'clock',
    'recovery',
    'bands.0',
    'redirection',
    'rounding',
    'settlement',
  ]);
  expect(textAt(term, 'bands.0.allocation', between)?.zh).toEqual(['分享比例，第1年起：按比例分享，甲方50%（1/2），乙方50%（1/2）。']);
  expect(textAt(term, 'base.refunds', between)?.zh[2]).toBe('退库：一般退库由乙方单独承担，留抵退税由各方共同承担。');
  expect(textAt(term, 'caps.0', between)).toBeUndefined();
});

test('SH-7 text of other terms, or changed by a word, reads back to no such term', () => {
  const term = aMoneyTerm();
  const text = sharingText(term, parties);
  const reads = (zh: readonly string[], en: readonly string[] = text.en) => readSharingText({ zh, en }, parties);
  expect(reads(text.zh)).toEqual(term);
  expect(reads(text.zh.slice(1))).toBeUndefined();
  expect(reads([...text.zh, '另有约定的从其约定。'])).toBeUndefined();
  expect(reads(text.zh.map((line) => line.replace('50%（1/2），乙方', '60%（3/5），乙方')))).toBeUndefined();
  expect(reads(text.zh.map((line) => line.replaceAll('甲方', '乙方')))).toBeUndefined();
});

test('SH-7 the first form of terms keeps the words it was signed in', () => {
  const older: SharingTerm = {
    node: 'share',
    base: { node: 'taxes', taxes: [{ tax: 'value-added', level: 'local-retained' }] },
    start: { node: 'on-milestone', milestone: 'full-capacity' },
    years: 'calendar',
    allocation: {
      node: 'year-bands',
      bands: [
        {
          fromYear: 1,
          shares: [
            { party: origin, ratio: ['3', '5'] },
            { party: destination, ratio: ['2', '5'] },
          ],
        },
      ],
    },
    rounding: { node: 'largest-remainder', level: 'total', negative: 'mirror', ties: [origin, destination] },
  };
  expect(sharingText(older, [origin, destination]).zh).toEqual([
    '分享基数为下列税收之和：增值税（地方留成部分）。',
    '自首个项目达产之日起，按自然年度计算年度，各年度按下列比例分享：',
    '第1年起：甲方60%（3/5），乙方40%（2/5）；',
    '尾差在合计层级按最大余额法处理，余额相同时依次归甲方、乙方；基数为负时按相同比例反向分担。',
  ]);
});
