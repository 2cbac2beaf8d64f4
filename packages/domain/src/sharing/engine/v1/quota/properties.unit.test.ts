import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Measure, Statement } from '../../../index.ts';
import { anyQuota, figuresOf, four, given } from '../../../plausible.fixtures.ts';
import { startOn } from '../../../terms.fixtures.ts';
import { engine } from '../index.ts';

const { evaluate, book } = engine;
const parties = four.slice(0, 3);
const [from, to] = parties as [(typeof parties)[number], (typeof parties)[number]];
const movements = (['granted', 'transferred', 'reserved', 'used', 'returned'] as const).map((movement): Measure => `quota/energy/${movement}`);
/** What moves is not less than nothing; a correction of what was reported is a figure in its place. */
const figures = (most = 15) => figuresOf(parties, most, movements, 0);
const runs = { numRuns: 150 };

const sum = (amounts: readonly { readonly amount: string }[]) => amounts.reduce((total, { amount }) => total + BigInt(amount), 0n);
const of = (amounts: readonly { readonly party: string; readonly amount: string }[], party: string) =>
  sum(amounts.filter((each) => each.party === party));
const balance = ({ balances }: Statement, kind: 'quota-open' | 'quota-held') => BigInt(balances.find((each) => each.kind === kind)?.amount ?? 'none');
const resultsOf = (statements: readonly Statement[], rule: string) =>
  statements.flatMap(({ derivation }) =>
    derivation.flatMap(({ steps }) => steps.filter((step) => step.rule === rule && step.applied).map(({ result = '' }) => BigInt(result))),
  );
const total = (amounts: readonly bigint[]) => amounts.reduce((one, two) => one + two, 0n);

test('SH-12 what one party makes over another gets: lines, movements and what stands open come to nothing between them', () => {
  fc.assert(
    fc.property(anyQuota('transfer', parties), figures(), (term, moved) => {
      for (const { lines, held, net } of evaluate(given(term, moved)).statements) {
        for (const amounts of [lines, held, net]) {
          expect(sum(amounts)).toBe(0n);
          expect(of(amounts, from)).toBe(-of(amounts, to));
        }
        for (const party of [from, to]) expect(of(net, party)).toBe(of(lines, party) - of(held, party));
      }
    }),
    runs,
  );
});

test('SH-12 what is open is what was promised less what was made over, and what is held is that less what was used or given back', () => {
  fc.assert(
    fc.property(anyQuota('transfer', parties), figures(), (term, moved) => {
      const { statements } = evaluate(given(term, moved));
      statements.forEach((statement, at) => {
        const sofar = statements.slice(0, at + 1);
        const [promised, made, used, returned] = ['promised', 'transferred', 'used', 'returned'].map((word) =>
          total(resultsOf(sofar, `quota-${word}`)),
        ) as [bigint, bigint, bigint, bigint];
        expect(balance(statement, 'quota-open')).toBe(promised - made);
        expect(balance(statement, 'quota-held')).toBe(made - used - returned);
      });
    }),
    runs,
  );
});

test('SH-12 in all exactly what was promised becomes due, by the year or at once, and never more goes back than was made over', () => {
  fc.assert(
    fc.property(anyQuota('transfer', parties), figures(), (term, moved) => {
      // From the first day of a year, so that its years are whole ones.
      const whole = { ...term, clock: { ...term.clock, start: startOn('2020-01-01') } };
      const { statements } = evaluate(given(whole, moved));
      const { amount, per, years, unused } = whole.rule;
      const promised = resultsOf(statements, 'quota-promised');
      expect(total(promised)).toBe(BigInt(amount) * (per === 'year' ? BigInt(years) : 1n));
      for (const each of promised) expect(each >= 0n).toBe(true);
      const [back, made] = [total(resultsOf(statements, 'quota-unused')), total(resultsOf(statements, 'quota-transferred'))];
      expect(back >= 0n && back <= made).toBe(true);
      if (unused === 'kept') expect(back).toBe(0n);
    }),
    runs,
  );
});

test('SH-12 whenever something goes back, it is all that was made over and is neither used nor reserved', () => {
  let met = 0;
  fc.assert(
    fc.property(anyQuota('transfer', parties), figures(), (term, moved) => {
      const sofar: Record<string, bigint> = {};
      const known = (word: string) => sofar[`quota-${word}`] ?? 0n;
      for (const step of evaluate(given(term, moved)).statements.flatMap(({ derivation }) => derivation.flatMap(({ steps }) => steps))) {
        if (!step.applied || !step.rule.startsWith('quota-')) continue;
        sofar[step.rule] = (sofar[step.rule] ?? 0n) + BigInt(step.result ?? '');
        if (step.rule !== 'quota-unused') continue;
        met += 1;
        const left = [known('used'), known('reserved')].map((taken) => known('transferred') - taken);
        expect(left).toContain(known('unused'));
        for (const each of left) expect(known('unused') <= each).toBe(true);
      }
    }),
    runs,
  );
  expect(met).toBeGreaterThan(0);
});

test('SH-12 SH-4 what is granted is divided to the last unit, each part within one of its exact quota, and no weight gets nothing', () => {
  fc.assert(
    fc.property(anyQuota('split', parties), figures(), (term, moved) => {
      for (const { lines, held, net, base, derivation } of evaluate(given(term, moved)).statements) {
        expect([sum(lines), sum(held), sum(net)]).toEqual([BigInt(base), BigInt(base), 0n]);
        for (const { rule, exact, result = '' } of derivation.flatMap(({ steps }) => steps)) {
          if (rule !== 'ratio' || exact === undefined) continue;
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

test('SH-4 SH-14 the order of figures and parties changes nothing', () => {
  fc.assert(
    fc.property(anyQuota('split', parties), anyQuota('transfer', parties), figures(), (split, transfer, moved) => {
      const turned = { ...split, rule: { ...split.rule, shares: [...split.rule.shares].reverse() } };
      const plain = (statements: readonly Statement[]) =>
        statements.map(({ lines, held, net, base, balances }) => ({ lines, held, net, base, balances }));
      expect(plain(evaluate(given(turned, [...moved].reverse())).statements)).toEqual(plain(evaluate(given(split, moved)).statements));
      expect(plain(evaluate(given(transfer, [...moved].reverse())).statements)).toEqual(plain(evaluate(given(transfer, moved)).statements));
    }),
    { numRuns: 80 },
  );
});

test('SH-2 what becomes known later is booked as the difference', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyQuota('split', parties), anyQuota('transfer', parties)),
      figures(8),
      figures(6),
      fc.integer({ min: 1, max: 4 }),
      (term, early, late, after) => {
        const known = [early, [...early, ...late]].map((moved) => evaluate(given(term, moved)));
        const periods = (known[1]?.statements ?? []).map(({ period }) => period.from);
        let booked: readonly Statement[] = [];
        periods.forEach((period, at) => {
          booked = [...booked, ...book({ clause: 'sharing', period, now: known[at < after ? 0 : 1]!, before: booked })];
        });
        fc.pre(periods.length > after && !booked.some(({ marks }) => marks.includes('late-open')));
        const inAll = (statements: readonly Statement[]) =>
          parties.flatMap((party) => [
            of(
              statements.flatMap(({ lines }) => lines),
              party,
            ),
            of(
              statements.flatMap(({ net }) => net),
              party,
            ),
            of(
              statements.flatMap(({ held }) => held),
              party,
            ),
          ]);
        expect(inAll(booked)).toEqual(inAll(known[1]!.statements));
      },
    ),
    { numRuns: 80 },
  );
});
