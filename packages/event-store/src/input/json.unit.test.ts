import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText } from './json.ts';

const stored = (value: unknown) => canonicalText('data', value);

test('ES-6 PF-1 members are ordered by UTF-16 code units, numbers and texts written as RFC 8785 says', () => {
  // The order of RFC 8785, section 3.2.3: the emoji's first code unit lies before the last key's only one.
  const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, '\u00f6': 7 };
  expect(stored(keys)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  expect(stored({ b: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0], a: '€$\u000f\nA\'B"\\"/' })).toBe(
    '{"a":"€$\\u000f\\nA\'B\\"\\\\\\"/","b":[333333333.3333333,1e+30,4.5,0.002,1e-27,0]}',
  );
});

test('ES-6 any JSON comes back equal and is stored the same whatever the order of its members', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      const text = stored(value);
      const back: unknown = JSON.parse(text);
      expect(JSON.stringify(back).length).toBe(text.length);
      expect(stored(back)).toBe(text);
      expect(stored(reversed(value))).toBe(text);
    }),
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

test('ES-6 half a character is refused wherever it stands; a text that looks like the escape of one is kept', () => {
  const deep = (text: string) => [{ b: 1, a: [{ z: text, [text]: 0 }] }];
  expect(JSON.parse(stored(deep('\\ud83d')))).toEqual(deep('\\ud83d'));
  expect(stored(deep('😀 \\udead'))).toBe('[{"a":[{"z":"😀 \\\\udead","😀 \\\\udead":0}],"b":1}]');
  for (const half of ['\ud83d', 'x\udc00', '\udc00\ud83d \\ud83d']) expect(() => stored(deep(half))).toThrow('INPUT_INVALID');
  expect(() => stored(Object.assign([], { toJSON: () => 1 }))).toThrow('INPUT_INVALID');
});
