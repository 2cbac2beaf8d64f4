import { expect, test } from 'vitest';
import { countText, positiveText, unit, units, wholeText } from './index.ts';

test('MN-4 quantities are whole numbers of a part of their unit, on the wire strings of digits', () => {
  for (const good of ['0', '1', '-1', '999999999999999999']) expect(wholeText.safeParse(good).success).toBe(true);
  for (const bad of ['', '-0', '01', '1.5', '1e3', ' 1', '+1', '１', '1000000000000000000', 1, 1n])
    expect(wholeText.safeParse(bad).success).toBe(false);
  expect([countText.safeParse('-1').success, positiveText.safeParse('0').success]).toEqual([false, false]);
});

test('MN-4 every unit has its scale', () => {
  expect(unit.options.map((each) => [each, units[each].digits])).toEqual([
    ['fen', 2],
    ['mu', 4],
    ['kwh', 2],
    ['tce', 4],
    ['tco2', 4],
    ['m3', 2],
    ['usd-cent', 2],
    ['person', 0],
    ['piece', 0],
  ]);
});
