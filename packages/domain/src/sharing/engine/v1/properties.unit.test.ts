import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '../../../kernel/given.fixtures.ts';
import type { Digest } from '../../../kernel/index.ts';
import type { Line, MoneyTerm, PartyShares, Statement } from '../../index.ts';
import { statement as statementSchema } from '../../index.ts';
import { anyMoney, dateOf, dividing, figuresOf, four, given } from '../../plausible.fixtures.ts';
import { baseOf, input, moneyTerm, startOn, version } from '../../terms.fixtures.ts';
import { engine } from './index.ts';

const { evaluate, book } = engine;
const parties = four.slice(0, 3);
const sum = (amounts: readonly { readonly amount: string }[]) => amounts.reduce((total, { amount }) => total + BigInt(amount), 0n);
const linesOf = (statement: Statement, kind: Line['kind'], party?: string) =>
  statement.lines.filter((line) => line.kind === kind && (party === undefined || line.party === party));
const totals = (statements: readonly Statement[]) => statements.map(({ lines, held, base }) => ({ lines, held, base }));
const runs = { numRuns: 200 };

test('SH-5 whatever the terms, lines come to what is held, payments to nothing, and shares to the base', () => {
  fc.assert(
    fc.property(anyMoney(), figuresOf(parties), (term, figures) => {
      for (const statement of evaluate(given(term, figures)).statements) {
        expect(sum(statement.lines)).toBe(sum(statement.held));
        expect(sum(statement.net)).toBe(0n);
        expect(sum(statement.lines) - sum(linesOf(statement, 'charge'))).toBe(BigInt(statement.base));
        expect(sum(linesOf(statement, 'guarantee'))).toBe(0n);
        expect(sum(linesOf(statement, 'redirected'))).toBe(0n);
      }
    }),
    runs,
  );
});

test('SH-15 what comes out has the form of a statement, and every line of a share has its step', () => {
  fc.assert(
    fc.property(anyMoney(), figuresOf(parties, 8), (term, figures) => {
      for (const each of evaluate(given(term, figures)).statements) {
        expect(statementSchema.parse(each)).toEqual(each);
        const steps = each.derivation.flatMap((part) => part.steps);
        for (const { why, applied } of steps) if (!applied) expect(why).toBeDefined();
        if (each.lines.some(({ kind, amount }) => kind !== 'share' || amount !== '0')) expect(steps.some(({ applied }) => applied)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test('SH-4 MN-2 each share is within one fen of its exact quota, and no weight gets nothing', () => {
  fc.assert(
    fc.property(anyMoney(parties, dividing(parties)), figuresOf(parties), (term, figures) => {
      for (const { derivation } of evaluate(given(term, figures)).statements) {
        for (const { steps } of derivation) {
          for (const { exact, result, rule } of steps) {
            if (exact === undefined || result === undefined || !['ratio', 'equity', 'tiers', 'increment'].includes(rule)) continue;
            const [n, d] = exact.map(BigInt) as [bigint, bigint];
            const off = BigInt(result) * d - n;
            expect((off < 0n ? -off : off) < d).toBe(true);
            if (n === 0n) expect(result).toBe('0');
          }
        }
      }
    }),
    runs,
  );
});

/** The same terms with something done to every share. */
function withShares(term: MoneyTerm, change: (shares: PartyShares) => PartyShares): MoneyTerm {
  const bands = term.bands.map((band) => {
    const { allocation } = band;
    if (allocation.node === 'ratio' || allocation.node === 'increment')
      return { ...band, allocation: { ...allocation, shares: change(allocation.shares) } };
    if (allocation.node === 'tiers')
      return { ...band, allocation: { ...allocation, tiers: allocation.tiers.map((tier) => ({ ...tier, shares: change(tier.shares) })) } };
    if (allocation.node === 'equity') return { ...band, allocation: { ...allocation, holdings: [...allocation.holdings].reverse() } };
    return band;
  });
  return { ...term, bands };
}

test('SH-4 scaling the weights changes nothing, and the order of the parties matters in the tie list alone', () => {
  fc.assert(
    fc.property(anyMoney(), figuresOf(parties, 12), fc.integer({ min: 2, max: 1000 }), (term, figures, by) => {
      const plain = totals(evaluate(given(term, figures)).statements);
      const scaled = withShares(term, (shares) =>
        shares.map(({ party, ratio: [n, d] }) => ({ party, ratio: [String(BigInt(n) * BigInt(by)), String(BigInt(d) * BigInt(by))] })),
      );
      expect(totals(evaluate(given(scaled, figures)).statements)).toEqual(plain);
      expect(
        totals(
          evaluate(
            given(
              withShares(term, (shares) => [...shares].reverse()),
              figures,
            ),
          ).statements,
        ),
      ).toEqual(plain);
    }),
    { numRuns: 100 },
  );
});

test('SH-4 a base below zero mirrors the one above it', () => {
  fc.assert(
    fc.property(dividing(parties), fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: 1, max: 90_000 }), (allocation, one, other) => {
      fc.pre(allocation.node === 'ratio' || allocation.node === 'equity');
      const term = moneyTerm({
        base: baseOf({ collectedBy: [parties[0]!] }),
        bands: [{ fromYear: 1, allocation }],
        rounding: { ...moneyTerm().rounding, ties: [...parties], over: 'year' },
      });
      const of = (sign: number) =>
        evaluate(
          given(
            term,
            [one, other].map((amount, at) => ({ ...figure(at), amount: String(sign * amount), party: parties[0]! })),
          ),
        ).statements.flatMap(({ lines }) => lines.map(({ amount }) => BigInt(amount)));
      expect(of(-1)).toEqual(of(1).map((amount) => -amount));
    }),
    runs,
  );
  function figure(at: number) {
    const period = { from: dateOf(at * 366), to: dateOf(at * 366 + 30) };
    return {
      eventId: `00000000-0000-4000-8000-00000000000${at}` as never,
      measure: 'tax/value-added/local-retained' as const,
      period,
      effectiveOn: period.to,
      flags: [],
    };
  }
});

test('SH-5 a cap is never exceeded, by period, year or in all', () => {
  fc.assert(
    fc.property(anyMoney(parties, dividing(parties)), figuresOf(parties), (term, figures) => {
      const [cap] = term.caps;
      fc.pre(cap?.amount.node === 'stated' && cap.over !== 'period' && term.clock.partial.amounts !== 'by-days');
      const most = BigInt(cap.amount.node === 'stated' ? cap.amount.amount : 0);
      let inAll = 0n;
      for (const statement of evaluate(given(term, figures)).statements) {
        for (const { year: of, steps } of statement.derivation) {
          const step = steps.find(({ rule }) => rule === 'cap');
          if (step?.values === undefined || of === undefined) continue;
          expect(BigInt(step.values['granted'] ?? 0) <= BigInt(step.values['cap'] ?? 0)).toBe(true);
        }
        inAll += sum(linesOf(statement, 'share', cap.party));
        if (cap.over === 'whole') expect(inAll <= most).toBe(true);
      }
    }),
    runs,
  );
});

test('SH-5 no more is recovered than was laid out, nor less than nothing', () => {
  fc.assert(
    fc.property(anyMoney(), figuresOf(parties), (term, figures) => {
      fc.pre(term.recovery !== undefined);
      let recovered = 0n;
      for (const statement of evaluate(given(term, figures)).statements) {
        recovered += sum(linesOf(statement, 'recovery'));
        expect(recovered >= 0n).toBe(true);
        for (const { kind, amount } of statement.balances) if (kind === 'claim-open') expect(BigInt(amount) >= 0n).toBe(true);
      }
      const stated = term.recovery.claims.flatMap(({ outlay }) => (outlay.node === 'stated' ? BigInt(outlay.amount) : []))[0] ?? 0n;
      const reported = figures.filter(
        ({ measure, party, amount }) => measure === 'outlay/direct-investment' && party === parties[0] && BigInt(amount) > 0n,
      );
      expect(recovered <= stated + sum(reported)).toBe(true);
    }),
    runs,
  );
});

test('SH-5 a funded minimum is never undercut in a whole year, and a pool is never overdrawn', () => {
  fc.assert(
    fc.property(anyMoney(parties, dividing(parties)), figuresOf(parties), (term, figures) => {
      const [floor] = term.guarantees;
      fc.pre(floor !== undefined);
      for (const { derivation } of evaluate(given(term, figures)).statements) {
        for (const { steps } of derivation) {
          const step = steps.find(({ rule, why }) => rule === 'guarantee' && why !== 'not-started' && why !== 'not-assessed-yet' && why !== 'ended');
          if (step?.values === undefined) continue;
          const [least, received, own, unmet] = ['floor', 'received', 'fromOwnPart', 'unmet'].map((key) => BigInt(step.values?.[key] ?? 0)) as [
            bigint,
            bigint,
            bigint,
            bigint,
          ];
          const missing = least > received ? least - received : 0n;
          if (floor.fundedBy.source === 'own-funds') expect(unmet).toBe(0n);
          else expect(unmet).toBe(missing - own);
        }
      }
    }),
    runs,
  );
});

test('SH-14 the order in which anything is handed in changes nothing, and nothing that is handed in is touched', () => {
  fc.assert(
    fc.property(anyMoney(), figuresOf(parties, 12), fc.integer({ min: 1, max: 900 }), (term, figures, later) => {
      const versions = [
        version(term, '2020-01-01'),
        version({ ...term, bands: [...term.bands].slice(0, 1) }, dateOf(later), { digest: 'b'.repeat(64) as Digest }),
      ];
      const frozen = deepFreeze({ ...given(term, figures), versions });
      const once = evaluate(frozen);
      expect(evaluate(frozen)).toEqual(once);
      expect(evaluate({ ...frozen, figures: [...figures].reverse(), versions: [...versions].reverse() })).toEqual(once);
    }),
    { numRuns: 100 },
  );
});

test('SH-2 whatever becomes known later, all that was booked comes to what everything is worth now', () => {
  fc.assert(
    fc.property(anyMoney(), figuresOf(parties, 10), figuresOf(parties, 6), fc.integer({ min: 1, max: 4 }), (term, early, late, after) => {
      const known = [given(term, early), given(term, [...early, ...late])];
      const evaluations = known.map(evaluate);
      let booked: readonly Statement[] = [];
      const periods = (evaluations[1]?.statements ?? []).map(({ period }) => period.from);
      periods.forEach((period, at) => {
        const now = evaluations[at < after ? 0 : 1]!;
        booked = [...booked, ...book({ clause: 'sharing', period, now, before: booked })];
      });
      fc.pre(periods.length > after && !booked.some(({ marks }) => marks.includes('late-open')));
      const all = (
        statements: readonly Statement[],
        pick: (statement: Statement) => readonly { readonly party: string; readonly amount: string }[],
      ) => {
        const found: Record<string, bigint> = {};
        for (const { party, amount } of statements.flatMap(pick)) found[party] = (found[party] ?? 0n) + BigInt(amount);
        return Object.fromEntries(Object.entries(found).filter(([, amount]) => amount !== 0n));
      };
      const now = evaluations[1]!.statements;
      expect(all(booked, ({ lines }) => lines)).toEqual(all(now, ({ lines }) => lines));
      expect(all(booked, ({ net }) => net)).toEqual(all(now, ({ net }) => net));
      expect(all(booked, ({ held }) => held)).toEqual(all(now, ({ held }) => held));
      for (const { net, lines, held } of booked) {
        expect(sum(net)).toBe(0n);
        expect(sum(lines)).toBe(sum(held));
      }
    }),
    { numRuns: 100 },
  );
});

test('SH-9 the same terms signed again on the first day of a period change nothing but the digest', () => {
  fc.assert(
    fc.property(anyMoney(parties, dividing(parties)), figuresOf(parties, 12), fc.integer({ min: 1, max: 4 }), (term, figures, years) => {
      const again = [version(term, '2020-01-01'), version(term, `${2020 + years}-01-01`, { digest: 'b'.repeat(64) as Digest })];
      const plain = moneyOver(term, 'period');
      expect(totals(evaluate({ ...given(plain, figures), versions: again.map((each) => ({ ...each, term: plain })) }).statements)).toEqual(
        totals(evaluate(given(plain, figures)).statements),
      );
    }),
    { numRuns: 100 },
  );
  /** What is added up over a year or more begins anew under other terms, so it is left out here. */
  function moneyOver(term: MoneyTerm, over: 'period'): MoneyTerm {
    const bands = term.bands.map((band) => ({ ...band, allocation: 'over' in band.allocation ? { ...band.allocation, over } : band.allocation }));
    return { ...term, bands, rounding: { ...term.rounding, over }, clock: { ...term.clock, start: startOn('2020-01-01') }, guarantees: [], caps: [] };
  }
});

test('SH-10 a figure sums to itself however it is cut', () => {
  fc.assert(
    fc.property(
      figuresOf([parties[0]!], 6),
      fc.integer({ min: 0, max: 700 }),
      fc.constantFrom('by-days' as const, 'by-months' as const),
      fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
      (figures, start, rule, period) => {
        const taxes = figures.filter(({ measure }) => measure === 'tax/value-added/local-retained');
        const term = moneyTerm({
          base: baseOf({ collectedBy: [parties[0]!] }),
          clock: { start: startOn(dateOf(start)), years: { node: 'anniversary' }, partial: { figures: rule, amounts: 'by-days' } },
          rounding: { ...moneyTerm().rounding, ties: [...parties] },
          bands: [
            {
              fromYear: 1,
              toYear: 1,
              allocation: {
                node: 'ratio',
                shares: parties.map((party, at) => ({ party, ratio: at === 0 ? ['1', '3'] : at === 1 ? ['2', '3'] : ['0', '1'] })),
              },
            },
          ],
          settlement: { ...moneyTerm().settlement, period },
        });
        const { statements } = evaluate(input([version(term, '2019-01-01')], taxes, { through: day('2027-12-31') }));
        expect(statements.reduce((total, { base }) => total + BigInt(base), 0n)).toBe(sum(taxes));
      },
    ),
    runs,
  );
});

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) for (const each of Object.values(Object.freeze(value))) deepFreeze(each);
  return value;
}
