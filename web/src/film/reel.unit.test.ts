import type { Film, Frame } from '@lianyu/contract';
import type { Row } from '@lianyu/contract/live';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pictureOf, Reel, stopsOf } from './reel.ts';

const instantOf = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString();
const row = (key: string, n: number) =>
  ({ kind: 'activity', key, audience: 'overview', topic: 'activity', sort: instantOf(n), version: n + 1, body: { n } }) as Row;
const change = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), remove: fc.boolean() });

function filmOf(changes: readonly { key: string; remove: boolean }[]): Film {
  const frames = changes.map(({ key, remove }, n) => {
    const { body: _, sort: __, ...gone } = row(key, n);
    return { at: instantOf(n), deltas: [remove ? { op: 'remove', ...gone } : { op: 'put', row: row(key, n) }] } as Frame;
  });
  return { from: instantOf(-1), until: instantOf(1e6), opening: [row('a', 0)], frames, cut: false } as Film;
}

test('TM-12 wound to and fro in any order, a film shows at each frame what playing it from the beginning shows there', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 350 }), fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (changes, places) => {
      const film = filmOf(changes);
      const reel = new Reel(film);
      for (const place of places) {
        const frame = Math.round(place * film.frames.length);
        const played = new Reel({ ...film, frames: film.frames.slice(0, frame) });
        const sorted = (rows: readonly Row[]) => [...rows].sort((one, other) => (one.key < other.key ? -1 : 1));
        expect(sorted(reel.rows(frame))).toEqual(sorted(played.rows(frame)));
        expect(reel.frameAt(reel.at(frame))).toBe(frame);
      }
    }),
    { numRuns: 60 },
  );
});

test('TM-12 stepping stops where something happens that is meant, and the picture holds nothing else', () => {
  const happened = (n: number, kind: string, parties: readonly string[]) =>
    ({
      at: instantOf(n),
      deltas: [{ op: 'put', row: { ...row(`k${n}`, n), body: { negotiation: `n${n}`, kind, parties, at: instantOf(n) } } }],
    }) as unknown as Frame;
  const film: Film = {
    ...filmOf([]),
    opening: [],
    frames: [happened(1, 'began', ['x', 'y']), happened(2, 'signing', ['y', 'z']), happened(3, 'began', ['z'])],
  };
  const none = { organisation: '', agreement: '', kind: '' };
  expect(stopsOf(film, none)).toEqual([1, 2, 3]);
  expect(stopsOf(film, { ...none, organisation: 'y' })).toEqual([1, 2]);
  expect(stopsOf(film, { ...none, kind: 'began' })).toEqual([1, 3]);
  expect(stopsOf(film, { organisation: 'z', agreement: 'n3', kind: 'began' })).toEqual([3]);
  const { happenings } = pictureOf(new Reel(film).rows(3), 0, { ...none, organisation: 'z' });
  expect(happenings.map(({ body }) => body.negotiation)).toEqual(['n3', 'n2']);
});
