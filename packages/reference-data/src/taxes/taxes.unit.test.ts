import { createHash } from 'node:crypto';
import { addDays, type CalendarDate } from '@lianyu/domain/kernel';
import { ratioText } from '@lianyu/domain/money';
import { type SchemeTax, schemeTax } from '@lianyu/domain/sharing';
import { expect, test } from 'vitest';
import { localShares, sharingReference, suggestedSuccessors, TAXES_VERSION, taxLives } from './index.ts';

const on = (tax: SchemeTax, date: string) =>
  localShares.filter((share) => share.tax === tax && share.from <= date && (share.until === undefined || date <= share.until));

test.each([
  ['value-added', '2016-04-30', '1/4'],
  ['value-added', '2016-05-01', '1/2'],
  ['value-added', '2026-01-01', '1/2'],
  ['enterprise-income', '2002-12-31', '1/2'],
  ['enterprise-income', '2003-01-01', '2/5'],
  ['individual-income', '2024-06-30', '2/5'],
  ['business', '2016-04-30', '1/1'],
  ['environmental-protection', '2018-01-01', '1/1'],
] as const)('TM-1 of %s paid on %s the local share is %s', (tax, date, ratio) => {
  expect(on(tax, date).map((share) => share.ratio.join('/'))).toEqual([ratio]);
});

test.each([
  ['business', '2016-05-01'],
  ['environmental-protection', '2017-12-31'],
  ['enterprise-income', '2001-12-31'],
] as const)('TM-1 of %s on %s nothing is said', (tax, date) => {
  expect(on(tax, date)).toEqual([]);
});

test('TM-1 periods of one tax follow each other without gap or overlap, to its end or without one', () => {
  for (const tax of schemeTax.options) {
    const shares = localShares.filter((share) => share.tax === tax);
    expect(shares.length).toBeGreaterThan(0);
    shares.forEach(({ ratio, until }, index) => {
      expect(ratioText.safeParse(ratio).success).toBe(true);
      const next = shares[index + 1];
      if (next) expect(next.from).toBe(addDays(until as CalendarDate, 1));
    });
    expect(shares.at(-1)?.until).toBe(taxLives.find((life) => life.tax === tax)?.until);
  }
});

test('RD-1 every rate cites its document; what is kept below the province is not invented', () => {
  for (const { source, verified, level, region } of sharingReference.rates) {
    expect(source).toMatch(/〔\d{4}〕\d+号/);
    expect([level, region, typeof verified]).toEqual(['local-share', '000000', 'boolean']);
  }
  for (const { source } of [...localShares, ...taxLives]) if (source.verification === 'unverified') expect(source.note).toBeDefined();
  for (const tax of Object.keys(suggestedSuccessors)) expect(taxLives.find((life) => life.tax === tax)?.until).toBeDefined();
});

test('RD-3 the version of the tables is new whenever a fact in them is', () => {
  const facts = JSON.stringify([sharingReference.rates.map(({ source: _, ...rate }) => rate), taxLives.map(({ source: _, ...life }) => life)]);
  expect([TAXES_VERSION, createHash('sha256').update(facts).digest('hex').slice(0, 12)]).toMatchInlineSnapshot(`
    [
      "taxes/2026-11",
      "db63f128c21d",
    ]
  `);
});
