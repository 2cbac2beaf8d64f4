import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movedAmong } from './order.ts';
import { compareParagraphs } from './paragraphs.ts';
import { type Part, redline } from './parts.ts';
import { segmentsOf } from './segments.ts';

const BEFORE = '甲方应当在本协议生效之日起三十日内向乙方支付首期合作资金人民币伍佰万元，逾期按照万分之三支付违约金。';
const AFTER = '甲方应在本协议签署之日起十五个工作日内向乙方支付首期合作资金人民币三百万元，逾期按照万分之五支付违约金，但不可抗力除外。';

const ofKind = (parts: readonly Part[], kind: Part['kind']) => parts.filter((part) => part.kind === kind).map(({ text }) => text);
const without = (parts: readonly Part[], kind: Part['kind']) =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('');

test.each([
  ['三十日内', '三十日'],
  ['十五个工作日内', '十五个工作日'],
  ['300万元', '300万元'],
  ['3,000.50万元', '3,000.50万元'],
  ['万分之三', '万分之三'],
  ['百分之六十', '百分之六十'],
  ['三月三十一日前', '三月三十一日'],
  ['2026年3月14日', '2026年3月14日'],
  ['第11年', '第11年'],
  ['3/5', '3/5'],
  ['60%', '60%'],
  ['伍佰万元', '伍佰万元'],
])('%s holds the quantity %s together', (text, quantity) => {
  expect(segmentsOf(text)).toContain(quantity);
});

test.each(['一方', '统一', '万一', '一致'])('%s is a word and no quantity', (word) => {
  expect(segmentsOf(`由${word}承担`)).toContain(word);
});

test('numbers change together with their units', () => {
  const parts = redline(BEFORE, AFTER);
  expect(ofKind(parts, 'removed')).toEqual(expect.arrayContaining(['三十日', '伍佰万元', '万分之三']));
  expect(ofKind(parts, 'added')).toEqual(expect.arrayContaining(['十五个工作日', '三百万元', '万分之五', '，但不可抗力除外']));
});

test('equal texts have no marks', () => {
  expect(redline(BEFORE, BEFORE)).toEqual([{ kind: 'same', text: BEFORE }]);
});

const word = fc.constantFrom(
  '甲方',
  '应当',
  '在',
  '三十',
  '日',
  '内',
  '支付',
  '，',
  '。',
  '100',
  '万元',
  'abc',
  ' ',
  '👍🏽',
  '壹佰',
  '第',
  '条',
  '/',
  '%',
);
const text = fc.oneof(
  fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);

test('segments joined are the text', () => {
  fc.assert(
    fc.property(text, (any) => {
      expect(segmentsOf(any).join('')).toBe(any);
    }),
  );
});

test('without what was added a redline is the old text, without what was removed the new one', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = redline(before, after);
      expect(without(parts, 'added')).toBe(before);
      expect(without(parts, 'removed')).toBe(after);
    }),
  );
});

test('an inserted paragraph leaves the others as they are', () => {
  const [one, two, three] = ['第一段内容。', '第二段内容。', '第三段内容。'];
  expect(compareParagraphs([one, three], [one, two, three]).map((parts) => parts[0]?.kind)).toEqual(['same', 'added', 'same']);
});

test('compared paragraphs hold both texts', () => {
  const texts = fc.array(text, { maxLength: 6 });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const parts = compareParagraphs(before, after).flat();
      expect(without(parts, 'added')).toBe(before.join(''));
      expect(without(parts, 'removed')).toBe(after.join(''));
    }),
  );
});

test('as few as possible have moved', () => {
  expect([...movedAmong([0, 1, 2])]).toEqual([]);
  expect([...movedAmong([2, 0, 1])]).toEqual([2]);
  expect([...movedAmong([1, 2, 0])]).toEqual([0]);
  expect([...movedAmong([])]).toEqual([]);
});

test('what has not moved stands in its old order', () => {
  const shuffled = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7]);
  fc.assert(
    fc.property(shuffled, (places) => {
      const moved = movedAmong(places);
      const stayed = places.filter((place) => !moved.has(place));
      expect(stayed).toEqual([...stayed].sort((a, b) => a - b));
    }),
  );
});
