import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Digest } from '../../../../kernel/index.ts';
import type { Measure, Statement } from '../../../index.ts';
import { anyStatistics, dateOf, figuresOf, four, given, INDICATORS } from '../../../plausible.fixtures.ts';
import { version } from '../../../terms.fixtures.ts';
import { engine } from '../index.ts';

const { evaluate, book } = engine;
const parties = four.slice(0, 3);
const measures = INDICATORS.map((indicator): Measure => `indicator/${indicator}`);
const figures = (most = 15) => figuresOf(parties, most, measures);
const runs = { numRuns: 150 };

const sum = (amounts: readonly { readonly amount: string }[]) => amounts.reduce((total, { amount }) => total + BigInt(amount), 0n);
const ledger = (statements: readonly Statement[], of: Statement['ledger']) => statements.filter((each) => each.ledger === of);
const totals = (statements: readonly Statement[]) => statements.map(({ lines, base, subject, period }) => ({ lines, base, subject, period }));

test('SH-11 the official ledger comes to its base and is the same whatever was agreed for appraisal', () => {
  fc.assert(
    fc.property(anyStatistics(parties), anyStatistics(parties), figures(), (term, other, of) => {
      const official = ledger(evaluate(given(term, of)).statements, 'official');
      for (const { lines, base } of official) expect(sum(lines)).toBe(BigInt(base));
      const bands = term.bands.map((band, at) => ({ ...band, indicators: other.bands[at]?.indicators ?? [] }));
      const otherwise = { ...term, bands, rounding: other.rounding };
      expect(totals(ledger(evaluate(given(otherwise, of)).statements, 'official'))).toEqual(totals(official));
    }),
    runs,
  );
});

test('SH-11 SH-4 appraisal counts a stretch as its counting says: divided to the last unit, in full for each named, or for one', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(anyStatistics(parties), figures(), (term, of) => {
      const { statements } = evaluate(given({ ...term, rounding: { ...term.rounding, over: 'period' } }, of));
      for (const { derivation } of ledger(statements, 'appraisal')) {
        for (const { steps, base } of derivation) {
          for (const node of ['split', 'full-on-each', 'one-sided'] as const) {
            const counted = steps.filter(({ rule }) => rule === node).map(({ result = '' }) => BigInt(result));
            if (counted.length === 0) continue;
            met.add(node);
            if (node === 'split') expect(counted.reduce((one, two) => one + two)).toBe(BigInt(base));
            else expect(counted).toEqual(Array(node === 'one-sided' ? 1 : parties.length).fill(BigInt(base)));
          }
        }
      }
    }),
    runs,
  );
  expect([...met].sort()).toEqual(['full-on-each', 'one-sided', 'split']);
});

test('SH-4 MN-2 whatever is rounded over, each part of a split is within one of its exact quota, and no weight gets nothing', () => {
  fc.assert(
    fc.property(anyStatistics(parties), figures(), (term, of) => {
      for (const { derivation } of ledger(evaluate(given(term, of)).statements, 'appraisal')) {
        for (const { rule, exact, result = '' } of derivation.flatMap(({ steps }) => steps)) {
          if (rule !== 'split' || exact === undefined) continue;
          const [n, d] = exact.map(BigInt) as [bigint, bigint];
          const off = BigInt(result) * d - n;
          expect((off < 0n ? -off : off) < d).toBe(true);
          if (n === 0n) expect(result).toBe('0');
        }
      }
    }),
    runs,
  );
});

test('SH-11 outside its clock appraisal is the official ledger', () => {
  fc.assert(
    fc.property(anyStatistics(parties), figures(), (term, of) => {
      const { statements } = evaluate(
        given({ ...term, clock: { ...term.clock, start: { ...term.clock.start, all: [{ node: 'on-milestone', milestone: 'completed' }] } } }, of),
      );
      const amounts = (each: Statement) => parties.map((party) => sum(each.lines.filter((line) => line.party === party)));
      const official = ledger(statements, 'official');
      ledger(statements, 'appraisal').forEach((appraisal, at) => {
        expect(appraisal.marks).toContain('not-started');
        expect(amounts(appraisal)).toEqual(amounts(official[at]!));
      });
    }),
    { numRuns: 60 },
  );
});

test('SH-4 SH-14 scaled weights, parties and figures in another order, or places in another, count the same', () => {
  fc.assert(
    fc.property(anyStatistics(parties), figures(), fc.integer({ min: 2, max: 1000 }), (term, of, by) => {
      const scaled = {
        ...term,
        bands: term.bands.map((band) => ({
          ...band,
          indicators: band.indicators.map(({ indicator, counting }) => ({
            indicator,
            counting:
              counting.node !== 'split'
                ? counting
                : {
                    ...counting,
                    shares: [...counting.shares].reverse().map(({ party, ratio: [n, d] }) => ({
                      party,
                      ratio: [String(BigInt(n) * BigInt(by)), String(BigInt(d) * BigInt(by))] as (typeof counting.shares)[number]['ratio'],
                    })),
                  },
          })),
        })),
      };
      expect(totals(evaluate(given(scaled, [...of].reverse())).statements)).toEqual(totals(evaluate(given(term, of)).statements));
    }),
    { numRuns: 80 },
  );
});

test('SH-2 SH-9 what becomes known later, under amended terms too, is booked as the difference, ledger by ledger', () => {
  fc.assert(
    fc.property(
      anyStatistics(parties),
      anyStatistics(parties),
      figures(8),
      figures(6),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 100, max: 900 }),
      (term, amended, early, late, after, on) => {
        const versions = [
          version(term, '2020-01-01'),
          version({ ...amended, reporting: term.reporting }, dateOf(on), { digest: 'b'.repeat(64) as Digest }),
        ];
        const known = [early, [...early, ...late]].map((of) => evaluate({ ...given(term, of), versions }));
        const periods = [...new Set((known[1]?.statements ?? []).map(({ period }) => period.from))];
        let booked: readonly Statement[] = [];
        periods.forEach((period, at) => {
          booked = [...booked, ...book({ clause: 'sharing', period, now: known[at < after ? 0 : 1]!, before: booked })];
        });
        fc.pre(periods.length > after && !booked.some(({ marks }) => marks.includes('late-open')));
        const inAll = (statements: readonly Statement[]) =>
          (['official', 'appraisal'] as const).flatMap((of) =>
            measures.flatMap((subject) =>
              parties.map((party) =>
                sum(
                  statements
                    .filter((each) => each.ledger === of && each.subject === subject)
                    .flatMap(({ lines }) => lines.filter((line) => line.party === party)),
                ),
              ),
            ),
          );
        expect(inAll(booked)).toEqual(inAll(known[1]!.statements));
      },
    ),
    { numRuns: 80 },
  );
});
