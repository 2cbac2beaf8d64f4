import { units } from '@lianyu/domain/money';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '../table/index.ts';
import { amountIn } from './amount.ts';
import { dateIn } from './date.ts';
import { periodBetween, periodIn } from './period.ts';
import { unitNamed } from './unit.ts';

const text = (value: string): Cell => ({ kind: 'text', text: value });
const number = (value: string): Cell => ({ kind: 'number', text: value });
const EMPTY: Cell = { kind: 'empty' };
const yuan = unitNamed('元');
const amountsIn = (unit: string) => (cell: Cell) => amountIn(cell, [unitNamed(unit)]);

test.each([
  ['1234.5', '元', '123450'],
  ['1,234,567.89', '元', '123456789'],
  ['-0.05', '元', '-5'],
  ['0.00', '元', '0'],
  ['-0', '元', '0'],
  ['12.3456', '万元', '12345600'],
  ['0.000001', '万元', '1'],
  ['1.5', '亿元', '15000000000'],
  ['0.0000000001', '亿元', '1'],
  ['3.25', '亩', '32500'],
  ['1.2', '万吨标准煤', '120000000'],
  ['100', '万美元', '100000000'],
  ['12', '人', '12'],
  ['9999999999999999.99', '元', '999999999999999999'],
])('IO-3 %s in %s is exactly %s of the smallest part', (written, unit, amount) => {
  expect(amountsIn(unit)(text(written))).toMatchObject({ amount });
  expect(amountsIn('')(text(`${written}${unit}`))).toMatchObject({ amount });
  expect(amountsIn('')(text(`${written} ${unit}`))).toMatchObject({ amount });
});

test.each([
  ['0.005', '元', 'amount-too-fine'],
  ['0.0000001', '万元', 'amount-too-fine'],
  ['1.5', '人', 'amount-too-fine'],
  ['10000000000000000', '元', 'amount-too-large'],
  ['1,23', '元', 'amount-malformed'],
  ['1,234,56.00', '元', 'amount-malformed'],
  ['1e3', '元', 'unit-unknown'],
  ['¥12', '元', 'amount-malformed'],
  ['１２', '元', 'amount-malformed'],
  ['--1', '元', 'amount-malformed'],
  ['(12)', '元', 'amount-malformed'],
  ['12 kg', '', 'unit-unknown'],
  ['12', '', 'unit-missing'],
  ['12', '万', 'unit-missing'],
])('IO-3 %s in %s is refused: %s', (written, unit, problem) => {
  expect(amountsIn(unit)(text(written))).toMatchObject({ problem });
});

test('IO-3 a unit named in several places is the same in all', () => {
  expect(amountIn(text('12万元'), [unitNamed('万元'), undefined, unitNamed('人民币万元')])).toEqual({ amount: '12000000', unit: 'fen' });
  expect(amountIn(text('12万元'), [yuan])).toEqual({ problem: 'unit-conflict' });
  expect(amountIn(text('12'), [unitNamed('亩'), yuan])).toEqual({ problem: 'unit-conflict' });
  expect(amountIn({ kind: 'unreadable', why: 'formula' }, [yuan])).toEqual({ problem: 'unreadable', data: { why: 'formula' } });
});

test('IO-3 any amount with as many decimals as its unit allows is read exactly', () => {
  const unit = fc.constantFrom(['元', 0], ['万元', 4], ['亿元', 8], ['万亩', 4], ['亿美元', 8]);
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n }), unit, fc.boolean(), (whole, [name, power], grouped) => {
      const named = unitNamed(String(name))!;
      const places = units[named.unit].digits + Number(power);
      const digits = (whole < 0n ? -whole : whole).toString().padStart(places + 1, '0');
      const before = digits.slice(0, -places);
      const written = `${whole < 0n ? '-' : ''}${grouped ? before.replace(/\B(?=(\d{3})+$)/g, ',') : before}.${digits.slice(-places)}`;
      expect(amountIn(text(written), [named])).toEqual({ amount: whole.toString(), unit: named.unit });
    }),
  );
});

test.each(['2024-03-05', '2024-3-5', '2024/3/5', '2024.03.05', '2024年3月5日', '20240305'])('IO-3 %s is a date', (written) => {
  expect(dateIn(text(written))).toBe('2024-03-05');
});

test.each(['2023-02-29', '2024-13-01', '24-3-5', '2024年3月', '1899-01-01', '2024-03-05 10:00', '3/5/2024'])('IO-3 %s is no date', (written) => {
  expect(dateIn(text(written))).toEqual({ problem: 'date-malformed' });
});

test.each([
  ['2024', '2024-01-01', '2024-12-31'],
  ['2024年', '2024-01-01', '2024-12-31'],
  ['2024年度', '2024-01-01', '2024-12-31'],
  ['2024Q1', '2024-01-01', '2024-03-31'],
  ['2024年第四季度', '2024-10-01', '2024-12-31'],
  ['2024年2季度', '2024-04-01', '2024-06-30'],
  ['2024年上半年', '2024-01-01', '2024-06-30'],
  ['2024H2', '2024-07-01', '2024-12-31'],
  ['2024年2月', '2024-02-01', '2024-02-29'],
  ['2023-02', '2023-02-01', '2023-02-28'],
  ['2024-01-15至2024-03-31', '2024-01-15', '2024-03-31'],
  ['2024/1/15 ~ 2024/3/31', '2024-01-15', '2024-03-31'],
  ['2024年1月15日—2024年3月31日', '2024-01-15', '2024-03-31'],
])('IO-3 %s is the period from %s to %s', (written, from, to) => {
  expect(periodIn(text(written))).toEqual({ from, to });
});

test.each(['202403', '2024Q5', '2024-13', '2024年第五季度', '一季度', '2024-01-15至', '2024-02-30至2024-03-31'])(
  'IO-3 %s is no period',
  (written) => {
    expect(periodIn(text(written))).toEqual({ problem: 'period-malformed' });
  },
);

test('IO-3 a year may be a number; a period of two cells needs both', () => {
  expect(periodIn(number('2024'))).toEqual({ from: '2024-01-01', to: '2024-12-31' });
  expect(periodBetween(text('2024-01-01'), { kind: 'date', date: '2024-03-31' as never })).toEqual({ from: '2024-01-01', to: '2024-03-31' });
  expect(periodBetween(text('2024-01-01'), EMPTY)).toEqual({ problem: 'period-incomplete' });
  expect(periodBetween(EMPTY, EMPTY)).toEqual({ problem: 'missing' });
});
