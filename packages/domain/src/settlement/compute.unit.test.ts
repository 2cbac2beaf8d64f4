import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '../kernel/given.fixtures.ts';
import type { ProposedStatement } from './index.ts';
import { BAYANNUR, people, quarter, XIAN } from './settlement.fixtures.ts';
import { termBetween, World } from './world.fixtures.ts';

const { xianReviewer, bayannurOfficer, bayannurReviewer } = people;
const VAT = 'tax/value-added/local-retained';
const REFUND = 'refund/value-added/local-retained';
const paid = (n: number, amount: string) => ({ measure: VAT, period: quarter(n), effectiveOn: quarter(n).to, amount }) as const;
const back = (n: number, on: string, amount: string) => ({ measure: REFUND, period: quarter(n), effectiveOn: day(on), amount }) as const;

/** What a party gets of one part: of the period itself, and of earlier ones. */
function linesOf({ event }: ProposedStatement, party = XIAN) {
  const own = event.data.parts[0]?.lines.filter((line) => line.party === party) ?? [];
  return {
    share: own.filter(({ of }) => of === undefined).map(({ amount }) => amount),
    differences: own.filter(({ of }) => of !== undefined).map(({ amount, of }) => [of?.from, amount]),
  };
}

test('ST-10 F12 a refund that arrives after settlement books its difference in the next period, and history stays (A2 缴纳和退库)', () => {
  const world = new World();
  world.report(paid(0, '1000000000'));
  const first = world.on('2026-03-10').adopt();
  expect(linesOf(first)).toEqual({ share: ['500000000'], differences: [] });
  world.report(paid(1, '0'));
  world.on('2026-03-20').report(back(0, '2025-05-08', '123456789'));
  const second = world.on('2026-03-21').adopt();
  expect(linesOf(second)).toEqual({ share: ['0'], differences: [['2025-01-01', '-61728394']] });
  expect(second.event.data.parts[0]?.net).toEqual(
    expect.arrayContaining([
      { party: XIAN, amount: '-61728394' },
      { party: BAYANNUR, amount: '61728394' },
    ]),
  );
  expect(world.state.statements[0]?.parts).toEqual(first.event.data.parts);
});

test('ST-10 what waits for confirmation is not computed with, but shown beforehand', () => {
  const world = new World().on('2026-03-10');
  world.report(paid(0, '100'));
  const waiting = world.report(paid(0, '300'), { confirm: false, supersedes: 1 });
  const share = (provisional: boolean) => world.next(provisional)?.parts[0]?.lines.find(({ party }) => party === XIAN)?.amount;
  expect([share(false), share(true)]).toEqual(['50', '150']);
  world.tell({ type: 'confirm-reports', actor: xianReviewer, figures: [waiting], milestones: [] }, xianReviewer);
  expect([share(false), share(true)]).toEqual(['150', '150']);
});

test('ST-8 a milestone that is retracted takes back what hung on it, as a difference', () => {
  const term = termBetween();
  const start = { ...term.clock.start, all: [{ node: 'on-milestone' as const, milestone: 'full-capacity' as const }] };
  const world = new World({ ...term, clock: { ...term.clock, start } }, { effect: { kind: 'on-conclusion' } });
  world.on('2026-04-10');
  const document = { digest: 'a'.repeat(64) as never, name: '验收报告.pdf' };
  const milestone = { kind: 'full-capacity' as const, on: day('2026-03-05'), documents: [document], note: '' };
  const q1 = { from: day('2026-01-01'), to: day('2026-03-31') };
  const q2 = { from: day('2026-04-01'), to: day('2026-06-30') };
  world.tell({ type: 'report-milestone', actor: bayannurOfficer, today: day('2026-04-10'), milestone }, bayannurOfficer);
  world.tell({ type: 'confirm-reports', actor: xianReviewer, figures: [], milestones: [1] }, xianReviewer);
  world.report({ measure: VAT, period: { from: day('2026-03-05'), to: q1.to }, effectiveOn: q1.to, amount: '1000' });
  expect(linesOf(world.adopt())).toEqual({ share: ['500'], differences: [] });
  world
    .on('2026-07-02')
    .tell({ type: 'withdraw-report', actor: bayannurOfficer, kind: 'milestone', number: 1, reason: '复核未达产' }, bayannurOfficer);
  expect(world.next()?.parts[0]?.lines.some(({ of }) => of !== undefined)).toBe(false);
  world.tell({ type: 'confirm-withdrawal', actor: xianReviewer, kind: 'milestone', number: 1 }, xianReviewer);
  world.tell(
    { type: 'report-milestone', actor: bayannurOfficer, today: day('2026-07-02'), milestone: { ...milestone, on: day('2026-04-01') } },
    bayannurOfficer,
  );
  world.tell({ type: 'confirm-reports', actor: xianReviewer, figures: [], milestones: [2] }, xianReviewer);
  world.report({ measure: VAT, period: q2, effectiveOn: q2.to, amount: '800' });
  expect(linesOf(world.adopt())).toEqual({ share: ['400'], differences: [['2026-01-01', '-500']] });
});

test('ST-14 a resolution that anticipates a correction is not booked a second time; one that stands is left alone', () => {
  for (const [effect, difference] of [
    ['anticipates', []],
    ['stands', [['2025-01-01', '-61728394']]],
  ] as const) {
    const world = new World();
    world.report(paid(0, '1000000000'));
    world.on('2026-03-10').propose();
    world.confirm(xianReviewer);
    const table = world.state.statements[0];
    if (!table) throw new Error('nothing proposed');
    const line = table.parts[0]?.lines.findIndex(({ party }) => party === XIAN) ?? -1;
    const disputes = [{ subject: 'money' as const, line, claimed: '438271606', reason: '退库未计', documents: [] }];
    const on = { actor: bayannurReviewer, period: table.period.from, basis: table.digest, rules: world.rules, reporters: [] };
    world.settle({ type: 'dispute-statement', ...on, disputes }, bayannurReviewer);
    const basis = { text: '双方核对', documents: [], resolvedOn: day('2026-03-11') };
    const resolution = { dispute: 1, amount: '438271606', by: 'parties' as const, effect, basis, rules: world.rules };
    world.settle({ type: 'propose-resolution', actor: bayannurOfficer, ...resolution }, bayannurOfficer);
    world.settle({ type: 'agree-to-matter', actor: xianReviewer, matter: 1, sharingEnded: false, rules: world.rules }, xianReviewer);
    world.report(back(0, '2025-05-08', '123456789'));
    world.report(paid(1, '0'));
    expect(linesOf(world.on('2026-03-21').adopt()).differences).toEqual(difference);
  }
});

test('ST-18 after the last day of a winding-up nothing more is shared, and what is unsettled before it is settled all the same', () => {
  const world = new World();
  for (const n of [0, 1, 2]) world.report(paid(n, '1000'));
  world.on('2026-03-10').adopt();
  world.settle({ type: 'propose-winding-up', actor: bayannurOfficer, lastDay: day('2025-06-30'), reason: '协商解除' }, bayannurOfficer);
  world.settle({ type: 'agree-to-matter', actor: xianReviewer, matter: 1, sharingEnded: false, rules: world.rules }, xianReviewer);
  expect(linesOf(world.adopt())).toEqual({ share: ['500'], differences: [] });
  expect(world.next()).toBeUndefined();
});

test('ST-19 a statement is computed again from its own inputs to the digest, whatever was reported, settled or amended since', () => {
  const world = new World();
  const adopted: ProposedStatement[] = [];
  for (const n of [0, 1, 2, 3]) {
    world.report(paid(n, String(1_000_003 * (n + 1))));
    if (n > 0) world.report(back(n - 1, '2026-02-01', String(77_777 * n)));
    adopted.push(world.on(`2026-03-1${n}`).adopt());
  }
  world.report({ ...paid(0, '5'), note: '更正' }, { supersedes: 1 });
  world.tell({ type: 'withdraw-report', actor: bayannurOfficer, kind: 'figure', number: 2, reason: '重复' }, bayannurOfficer);
  world.tell({ type: 'confirm-withdrawal', actor: xianReviewer, kind: 'figure', number: 2 }, xianReviewer);
  for (const proposed of adopted) expect(world.recompute(proposed)).toMatchObject({ same: true, computed: { digest: proposed.event.data.digest } });
  expect(
    world.recompute({
      ...(adopted[0] as ProposedStatement),
      event: { ...adopted[0]!.event, data: { ...adopted[0]!.event.data, known: { ...adopted[0]!.event.data.known, reference: 'gone' } } },
    }),
  ).toBeUndefined();
});

test('ST-19 whoever alters a figure, a milestone, a statement before, or the statement itself is found out', () => {
  const honest = () => {
    const world = new World();
    world.report(paid(0, '1000000'));
    world.on('2026-03-10').adopt();
    world.report(back(0, '2026-01-05', '30000'));
    world.report(paid(1, '2000000'));
    return { world, proposed: world.on('2026-03-11').adopt() };
  };
  const altered = (change: (world: World, proposed: ProposedStatement) => ProposedStatement | undefined) => {
    const { world, proposed } = honest();
    return world.recompute(change(world, proposed) ?? proposed)?.same;
  };
  const firstLines = ({ account: [, proposed] }: World) =>
    (proposed!.event.data as { parts: { lines: { amount: string }[] }[] }).parts[0]?.lines ?? [];
  const firstFigure = ({ figures: [, reported] }: World) => (reported!.event.data as { figure: { amount: string } }).figure;
  expect(altered(() => undefined)).toBe(true);
  expect(
    altered((world) => {
      firstFigure(world).amount = '1000002';
      return undefined;
    }),
  ).toBe(false);
  expect(
    altered((world) => {
      world.figures.splice(2, 1);
      return undefined;
    }),
  ).toBe(false);
  expect(
    altered((world) => {
      for (const line of firstLines(world)) line.amount = '1';
      return undefined;
    }),
  ).toBe(false);
  expect(
    altered((_, proposed) => ({ ...proposed, event: { ...proposed.event, data: { ...proposed.event.data, digest: 'f'.repeat(64) as never } } })),
  ).toBe(false);
});

/** Amounts and whether a refund for any earlier quarter arrives before the next statement. */
const quarters = fc.array(
  fc.tuple(fc.bigInt({ min: 0n, max: 10_000_000_000n }), fc.option(fc.tuple(fc.nat(3), fc.bigInt({ min: 1n, max: 5_000_000n })))),
  {
    minLength: 2,
    maxLength: 4,
  },
);

test('ST-10 restated total is original plus deltas: what all statements booked is what all periods are worth as known at the last', () => {
  fc.assert(
    fc.property(quarters, (steps) => {
      const world = new World().on('2026-03-10');
      const booked = new Map<string, bigint>();
      steps.forEach(([amount, refund], n) => {
        world.report(paid(n, amount.toString()));
        if (refund && refund[0] <= n) world.report(back(refund[0], `2026-02-0${n + 1}`, refund[1].toString()));
        const proposed = world.adopt();
        for (const { party, amount: more } of proposed.event.data.parts[0]?.lines ?? []) booked.set(party, (booked.get(party) ?? 0n) + BigInt(more));
        expect(world.recompute(proposed)?.same).toBe(true);
      });
      const worth = new Map<string, bigint>();
      steps.forEach(([amount], n) => {
        const refunds = steps.flatMap(([, refund], at) => (refund && refund[0] === n && refund[0] <= at ? [refund[1]] : []));
        const base = amount - refunds.reduce((sum, each) => sum + each, 0n);
        const magnitude = base < 0n ? -base : base;
        const xian = ((magnitude + 1n) / 2n) * (base < 0n ? -1n : 1n);
        worth.set(XIAN, (worth.get(XIAN) ?? 0n) + xian);
        worth.set(BAYANNUR, (worth.get(BAYANNUR) ?? 0n) + base - xian);
      });
      expect([...booked].sort()).toEqual([...worth].sort());
    }),
    { numRuns: 40 },
  );
});
