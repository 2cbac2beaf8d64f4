import { expect, test } from 'vitest';
import { isRegion, isZoneCode, regionName, regionSource, regions } from '../regions/index.ts';
import { referenceZones } from '../zones.ts';
import { industries, industryOf, industrySource } from './index.ts';

test('RD-6 the industries are 20 sections and 97 divisions, each once, and a finer code is taken by its division', () => {
  expect(industries.filter(({ code }) => code.length === 1).map(({ code }) => code)).toEqual([...'ABCDEFGHIJKLMNOPQRST']);
  const divisions = industries.filter(({ code }) => code.length === 2).map(({ code }) => code);
  expect(divisions).toEqual(Array.from({ length: 97 }, (_, n) => (n + 1).toString().padStart(2, '0')));
  expect(industryOf('3110')).toEqual({ code: '31', name: '黑色金属冶炼和压延加工业', section: 'C' });
  expect(['00', '98', 'U', '', '31100', '3a'].map(industryOf)).toEqual(Array(6).fill(undefined));
  expect(industrySource.verification).toBe('unverified');
});

test('RD-6 regions have a code once, say what they are part of, and hold every zone of the reference data', () => {
  expect(new Set(regions.map(({ code }) => code)).size).toBe(regions.length);
  expect(regions.length).toBeGreaterThan(3_000);
  expect(regionName('150802')).toBe('内蒙古自治区巴彦淖尔市临河区');
  expect(regionName('150800')).toBe('内蒙古自治区巴彦淖尔市');
  expect(['159900', '15080', 'x'].map(regionName)).toEqual([undefined, undefined, undefined]);
  const missing = referenceZones.filter(({ profile }) => !isRegion(profile.regionCode)).map(({ id }) => id);
  expect(missing).toEqual([]);
  expect(isZoneCode('150172')).toBe(true);
  expect(regionSource.verification).not.toBe('verified');
});
