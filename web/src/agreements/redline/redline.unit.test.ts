import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redline, segmentsOf } from './segments.ts';

const BEFORE = '甲方应当在本协议生效之日起三十日内向乙方支付首期合作资金人民币伍佰万元，逾期按照万分之三支付违约金。';
const AFTER = '甲方应在本协议签署之日起十五个工作日内向乙方支付首期合作资金人民币三百万元整，逾期按照万分之五支付违约金，但不可抗力除外。';

test('numbers change together with their units', () => {
  const removed = redline(BEFORE, AFTER).filter(({ kind }) => kind === 'removed').map(({ text }) => text);
  expect(removed.join('|')).toContain('三十日');
  expect(segmentsOf('三百万元')).toEqual(['三百万元']);
});

test('taking away what was added gives the old text, what was removed the new one', () => {
  const word = fc.constantFrom('甲方', '应当', '在', '三十', '日', '内', '支付', '，', '。', '100', '万元', 'abc', ' ', '👍🏽', '壹佰');
  const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = redline(before, after);
      expect(parts.filter(({ kind }) => kind !== 'added').map((part) => part.text).join('')).toBe(before);
      expect(parts.filter(({ kind }) => kind !== 'removed').map((part) => part.text).join('')).toBe(after);
    }),
  );
});

test('equal texts have no marks', () => {
  expect(redline(BEFORE, BEFORE)).toEqual([{ kind: 'same', text: BEFORE }]);
});
