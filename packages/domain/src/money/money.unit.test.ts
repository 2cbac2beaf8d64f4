import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addRatios, allocate, exactPercent, type Fen, fen, isOne, ratio, ratioText, yuan } from './index.ts';

test.each([
  ['0', 0n],
  ['1.23', 123n],
  ['200', 20000n],
  ['1.2', 120n],
  ['-0.05', -5n],
  ['123456789012345678901.23', 12345678901234567890123n],
])('MN-1 %s yuan', (text, expected) => {
  expect(fen(text)).toBe(expected);
});

test.each(['', '1.234', '1,000', ' 1', '1e3', '.5', '--1', '01', '+1', '１', '1.'])('MN-1 refuses %j', (text) => {
  expect(() => fen(text)).toThrow(RangeError);
});

test('MN-1 an amount goes over the wire and back unchanged', () => {
  fc.assert(
    fc.property(fc.bigInt(), (amount) => {
      expect(fen(yuan(amount as Fen))).toBe(amount);
    }),
  );
});

test('MN-1 ratios are strings of digits from 0 to 1', () => {
  for (const good of [
    ['0', '1'],
    ['2', '3'],
    ['1', '1'],
  ])
    expect(ratioText.safeParse(good).success).toBe(true);
  for (const bad of [['1', '0'], ['3', '2'], ['0.5', '1'], ['-1', '2'], [1, 2], ['01', '2'], ['1']])
    expect(ratioText.safeParse(bad).success).toBe(false);
  expect(isOne(addRatios([ratio(['1', '3']), ratio(['1', '6']), ratio(['1', '2'])]))).toBe(true);
  expect([exactPercent(ratio(['3', '5'])), exactPercent(ratio(['1', '3'])), exactPercent(ratio(['1', '8']))]).toEqual(['60', undefined, '12.5']);
});

const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 8 }).filter((all) => all.some((each) => each > 0n));
const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const ranked = (all: readonly bigint[]) => all.map((weight, rank) => ({ weight, rank }));
const magnitude = (value: bigint) => (value < 0n ? -value : value);

test('MN-2 the parts sum to the base, each within one fen of its quota, nothing for no weight', () => {
  fc.assert(
    fc.property(amount, weights, (base, all) => {
      const parts = allocate(base as Fen, ranked(all));
      const total = all.reduce((sum, each) => sum + each, 0n);
      expect(parts.reduce((sum: bigint, part) => sum + part, 0n)).toBe(base);
      parts.forEach((part, index) => {
        const weight = all[index] ?? 0n;
        expect(magnitude(part * total - base * weight) < total).toBe(true);
        if (weight === 0n) expect(part).toBe(0n);
      });
    }),
  );
});

test('MN-2 scaling the weights changes nothing, a negative base mirrors, order alone changes nothing', () => {
  fc.assert(
    fc.property(amount, weights, fc.bigInt({ min: 1n, max: 1000n }), (base, all, scale) => {
      const parts = allocate(base as Fen, ranked(all));
      expect(allocate(base as Fen, ranked(all.map((each) => each * scale)))).toEqual(parts);
      expect(allocate(-base as Fen, ranked(all))).toEqual(parts.map((part) => -part));
      expect(allocate(base as Fen, [...ranked(all)].reverse())).toEqual([...parts].reverse());
    }),
  );
});

test('MN-2 worked examples to the fen', () => {
  const of = (base: string, ...all: bigint[]) => allocate(fen(base), ranked(all)).map(yuan);
  expect(of('8864197.50', 3n, 2n)).toEqual(['5318518.50', '3545679.00']); // 淄博:石嘴山, year 3
  expect(of('1000000.01', 4n, 3n, 2n, 1n)).toEqual(['400000.01', '300000.00', '200000.00', '100000.00']);
  expect(of('100000000.00', 2n, 1n)).toEqual(['66666666.67', '33333333.33']);
  expect(of('18765432.10', 1n, 1n)).toEqual(['9382716.05', '9382716.05']);
  expect(of('1234567.89', 1n, 1n)).toEqual(['617283.95', '617283.94']); // the odd fen to the first in rank
});

test('MN-2 refuses weights that divide nothing and equal ranks', () => {
  expect(() => allocate(fen('1'), [])).toThrow(RangeError);
  expect(() => allocate(fen('1'), [{ weight: 0n, rank: 0 }])).toThrow(RangeError);
  expect(() =>
    allocate(fen('1'), [
      { weight: -1n, rank: 0 },
      { weight: 2n, rank: 1 },
    ]),
  ).toThrow(RangeError);
  expect(() =>
    allocate(fen('1'), [
      { weight: 1n, rank: 0 },
      { weight: 2n, rank: 0 },
    ]),
  ).toThrow(RangeError);
});
