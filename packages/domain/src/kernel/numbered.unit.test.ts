import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appended, emptyNumbered, entriesOf, type Numbered, numbered, replaced } from './index.ts';

test('CM-1 a numbered list is that of an array whose entries count from one, and none before it is changed', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), fc.option(fc.nat(400))), { maxLength: 300 }), (steps) => {
      let list: Numbered<number> = emptyNumbered;
      const plain: number[] = [];
      for (const [value, place] of steps) {
        const before = list;
        const copy = entriesOf(before);
        if (place !== null && place >= 1 && place <= plain.length) {
          list = replaced(list, place, value);
          plain[place - 1] = value;
        } else {
          list = appended(list, value);
          plain.push(value);
        }
        expect(entriesOf(before)).toEqual(copy);
      }
      expect(entriesOf(list)).toEqual(plain);
      expect(list.size).toBe(plain.length);
      for (const number of [0, 1, plain.length, plain.length + 1]) expect(numbered(list, number)).toBe(plain[number - 1]);
    }),
  );
  expect(() => replaced(emptyNumbered, 1, 0)).toThrow(RangeError);
});
