import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capitalAmount, type Fen, fen } from './index.ts';

test.each([
  // of 支付结算办法附一, where a second form is allowed as well in the third and fifth
  ['1409.50', '人民币壹仟肆佰零玖元伍角整'],
  ['6007.14', '人民币陆仟零柒元壹角肆分'],
  ['107000.53', '人民币壹拾万柒仟元伍角叁分'],
  ['16409.02', '人民币壹万陆仟肆佰零玖元零贰分'],
  ['1680.32', '人民币壹仟陆佰捌拾元叁角贰分'],
  ['325.04', '人民币叁佰贰拾伍元零肆分'],
  ['0', '人民币零元整'],
  ['0.05', '人民币伍分'],
  ['1000000', '人民币壹佰万元整'],
  ['-617283.94', '人民币负陆拾壹万柒仟贰佰捌拾叁元玖角肆分'],
  ['9999999999999999.99', '人民币玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
])('MN-1 %s yuan in capital characters', (yuan, expected) => {
  expect(capitalAmount(fen(yuan))).toBe(expected);
});

test('MN-1 capital characters are read back as the same amount', () => {
  const digits = fc.array(fc.oneof(fc.constant('0'), fc.constantFrom(...'123456789')), { minLength: 1, maxLength: 18 });
  fc.assert(
    fc.property(digits, fc.boolean(), (each, negative) => {
      const amount = BigInt(each.join('')) * (negative ? -1n : 1n);
      expect(readCapitals(capitalAmount(amount as Fen))).toBe(amount);
    }),
    { numRuns: 2_000 },
  );
});

test('MN-1 an amount beyond the agreed words is refused', () => {
  expect(() => capitalAmount((10n ** 18n) as Fen)).toThrow(RangeError);
  expect(() => capitalAmount(-(10n ** 18n) as Fen)).toThrow(RangeError);
});

/** Written against the rules, not against the library: the value of the words, or an error. */
function readCapitals(words: string): bigint {
  const match = /^人民币(负?)(?:([^元角分]+)元)?(?:零?([^零元角分])角)?(?:零?([^零元角分])分)?(整?)$/.exec(words);
  if (!match) throw new Error(words);
  const [, negative, whole = '', jiao, part, exactly] = match;
  if ((part === undefined) !== (exactly === '整')) throw new Error(`整 is wrong in ${words}`);
  const amount = readWhole(whole) * 100n + digit(jiao) * 10n + digit(part);
  return negative ? -amount : amount;
}

function readWhole(words: string): bigint {
  for (const [unit, value] of [
    ['亿', 10n ** 8n],
    ['万', 10n ** 4n],
  ] as const) {
    const at = words.lastIndexOf(unit);
    if (at >= 0) return readWhole(words.slice(0, at)) * value + readWhole(words.slice(at + 1));
  }
  let sum = 0n;
  let last = 0n;
  for (const word of words) {
    const power = '拾佰仟'.indexOf(word) + 1;
    if (power > 0) {
      sum += last * 10n ** BigInt(power);
      last = 0n;
    } else last = digit(word);
  }
  return sum + last;
}

function digit(word: string | undefined): bigint {
  const value = word === undefined ? 0 : '零壹贰叁肆伍陆柒捌玖'.indexOf(word);
  if (value < 0) throw new Error(`no digit: ${word}`);
  return BigInt(value);
}
