import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventStoreError } from '../port.ts';
import { checkMatching, matcher } from './filter.ts';

test('ES-10 an expression that makes a backtracking engine hang is answered at once', () => {
  const matches = matcher({ of: 'stream', pattern: '^(a+)+$' });
  expect([matches(`${'a'.repeat(250)}!`), matches('a'.repeat(250))]).toEqual([false, true]);
});

test('ES-8 ER-3 what an expression costs for each character is limited, however short it is written', () => {
  expect(() => checkMatching({ of: 'stream', pattern: '(?:[0-9]{100}){9}' })).not.toThrow();
  expect(() => checkMatching({ of: 'stream', pattern: 'x{1000}'.repeat(20) })).toThrow(
    expect.objectContaining({ code: 'LIMIT_EXCEEDED', data: expect.objectContaining({ limit: 'filterPatternSteps' }) }),
  );
});

test('ES-7 any text is an expression or is refused, and nothing else happens', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 60 }), (pattern, text) => {
      try {
        expect(typeof matcher(checkMatching({ of: 'type', pattern }))(text)).toBe('boolean');
      } catch (error) {
        expect(error).toBeInstanceOf(EventStoreError);
      }
    }),
  );
});
