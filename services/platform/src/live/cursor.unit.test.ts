import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCursors } from './cursor.ts';

const cursors = createCursors(new Uint8Array(32).fill(1));
const AUDIENCES = ['everyone', 'organisation:xian'] as const;

test('LV-3 every cursor has the same length and no two are alike, however far the feed has come', () => {
  fc.assert(
    fc.property(fc.nat(Number.MAX_SAFE_INTEGER), fc.string(), (seq, epoch) => {
      const token = cursors.mint({ epoch, seq }, AUDIENCES);
      expect(token).toMatch(/^[\w-]{70}$/);
      expect(cursors.mint({ epoch, seq }, AUDIENCES)).not.toBe(token);
      expect(cursors.read(token, AUDIENCES, epoch)).toEqual({ epoch, seq });
    }),
  );
});

test('LV-4 a cursor altered in any bit is not read', () => {
  const bytes = Buffer.from(cursors.mint({ epoch: 'e', seq: 5 }, AUDIENCES), 'base64url');
  fc.assert(
    fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(cursors.read(altered.toString('base64url'), AUDIENCES, 'e')).toBeUndefined();
    }),
  );
});

test('LV-4 a cursor of another key, epoch or set of audiences is not read; colleagues may share one', () => {
  const token = cursors.mint({ epoch: 'e', seq: 5 }, [...AUDIENCES, 'member:anna']);
  expect(createCursors(new Uint8Array(32).fill(2)).read(token, AUDIENCES, 'e')).toBeUndefined();
  expect(cursors.read(token, AUDIENCES, 'f')).toBeUndefined();
  expect(cursors.read(token, ['everyone'], 'e')).toBeUndefined();
  expect(cursors.read(token, [...AUDIENCES, 'member:bo'], 'e')).toEqual({ epoch: 'e', seq: 5 });
  for (const nonsense of ['', 'x', 'A'.repeat(70), '💥']) expect(cursors.read(nonsense, AUDIENCES, 'e')).toBeUndefined();
});
