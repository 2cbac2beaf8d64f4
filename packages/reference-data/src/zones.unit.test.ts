import { expect, test } from 'vitest';
import { demonstrationOrganisations, referenceZones } from './index.ts';

test('RD-1 every zone of the directory names where it was read, and what was not read there is not verified', () => {
  expect(referenceZones.length).toBeGreaterThan(80);
  for (const { id, profile } of referenceZones) {
    expect(profile.source, id).not.toBe('');
    if (/未逐项核实|未在文件中核实/.test(profile.source)) expect(profile.verified, id).toBe(false);
  }
  const marks = new Set(referenceZones.map(({ profile }) => profile.verified));
  expect(marks).toEqual(new Set([true, false]));
});

test('RD-1 ids and names are unique, and the demonstration says of its zones what the directory says', () => {
  expect(new Set(referenceZones.map(({ id }) => id)).size).toBe(referenceZones.length);
  expect(new Set(referenceZones.map(({ profile }) => profile.name.zh)).size).toBe(referenceZones.length);
  const known = new Map(referenceZones.map((each) => [each.id, each]));
  const played = demonstrationOrganisations.filter(({ id }) => known.has(id));
  expect(played).toHaveLength(9);
  for (const each of played) expect(each).toEqual(known.get(each.id));
});
