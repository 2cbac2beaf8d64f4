import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '../kernel/given.fixtures.ts';
import { daysBetweenSteps, derived, figuresOf, perMu, projectMilestoneKind, projectStage, reachedOn, repeatable } from './index.ts';
import { milestone, origin, Project } from './project.fixtures.ts';
import { counted } from './state.ts';

const kinds = projectMilestoneKind.options.filter((kind) => !['transferred', 'under-agreement', 'code-assigned'].includes(kind));
const on = fc.integer({ min: 1, max: 28 }).map((n) => `2026-05-${n.toString().padStart(2, '0')}`);
const figures = fc.uniqueArray(fc.record({ indicator: fc.constantFrom('land' as const, 'jobs' as const), amount: fc.nat(9).map(String) }), {
  selector: ({ indicator }) => indicator,
  minLength: 1,
});
/** Of each kind one, of those that recur several; what ends a project comes last. */
const told = fc
  .array(fc.tuple(fc.constantFrom(...kinds), on, figures), { maxLength: 20 })
  .map((all) => all.filter(([kind], index) => repeatable.has(kind) || all.findIndex(([other]) => other === kind) === index))
  .map((all) =>
    all.map(([kind, date, said]) => milestone(kind, kind === 'terminated' || kind === 'relocated' ? '2026-05-31' : date, { figures: said })),
  );

test('IP-1 IP-4 stage, standing, figures and steps do not depend on the order in which the same milestones were recorded', () => {
  fc.assert(
    fc.property(
      told.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        const results = [all, shuffled].map((order) => {
          const project = new Project();
          for (const each of order) project.agreed(each);
          const milestones = counted(project.state);
          return { ...derived(milestones), ...figuresOf(milestones), reached: reachedOn(milestones) };
        });
        expect(results[1]).toEqual(results[0]);
        const stages = all.map(({ kind }) => projectStage.options.indexOf(kind as never));
        expect(projectStage.options.indexOf(results[0]?.stage ?? 'opened')).toBeGreaterThanOrEqual(Math.max(0, ...stages));
      },
    ),
    { numRuns: 200 },
  );
});

test('IP-1 IP-3 to retract a milestone is as if it had never been reported', () => {
  fc.assert(
    fc.property(
      told.filter((all) => all.length > 0),
      fc.nat(),
      (all, pick) => {
        const gone = pick % all.length;
        // What is told after the end of a project is refused, so an end that goes again is told last.
        const order = [...all.filter((_, index) => index !== gone), all[gone] as (typeof all)[number]];
        const [with_, without] = [new Project(), new Project()];
        for (const each of order) with_.agreed(each);
        for (const each of order.slice(0, -1)) without.agreed(each);
        with_.retract(order.length);
        expect(derived(counted(with_.state))).toEqual(derived(order));
        with_.tell({ type: 'confirm-retraction', actor: origin.head, number: order.length }, origin.head);
        expect(derived(counted(with_.state))).toEqual(derived(counted(without.state)));
        expect(figuresOf(counted(with_.state))).toEqual(figuresOf(counted(without.state)));
      },
    ),
    { numRuns: 100 },
  );
});

test('IP-1 先建后验: started before it is permitted it has started, and a stalled project goes on from the day of resuming', () => {
  expect(derived([{ kind: 'started', on: day('2026-03-01') }])).toEqual({ stage: 'started', standing: 'active' });
  const both = [
    { kind: 'permitted-on-commitment' as const, on: day('2026-04-01') },
    { kind: 'started' as const, on: day('2026-03-01') },
  ];
  expect(derived(both).stage).toBe('started');
  const stalled = { kind: 'stalled' as const, on: day('2026-05-01') };
  expect(derived([...both, stalled]).standing).toBe('stalled');
  expect(derived([...both, { kind: 'resumed', on: day('2026-05-01') }, stalled]).standing).toBe('active');
  expect(derived([...both, stalled, { kind: 'terminated', on: day('2026-05-02') }]).standing).toBe('terminated');
});

test('IP-4 what was promised and what came: the latest day of each, and per mu what follows from them', () => {
  const of = (...all: readonly [Parameters<typeof milestone>[0], string, Record<string, string>][]) =>
    figuresOf(
      all.map(([kind, date, said]) =>
        milestone(kind, date, { figures: Object.entries(said).map(([indicator, amount]) => ({ indicator: indicator as 'land', amount })) }),
      ),
    );
  const { promised, actual } = of(
    ['signed', '2026-01-10', { 'fixed-assets': '30000000000', land: '1000000', jobs: '120' }],
    ['land-secured', '2026-02-10', { land: '900000' }],
    ['progress', '2026-03-10', { 'fixed-assets': '100' }],
    ['in-production', '2026-05-10', { 'fixed-assets': '27000000000', land: '900000', tax: '45000000' }],
  );
  expect(promised).toEqual({ 'fixed-assets': '30000000000', land: '900000', jobs: '120' });
  expect(actual).toEqual({ 'fixed-assets': '27000000000', land: '900000', tax: '45000000' });
  expect([perMu(promised, 'fixed-assets'), perMu(actual, 'fixed-assets'), perMu(actual, 'tax')]).toEqual([333_333_333n, 300_000_000n, 500_000n]);
  expect(perMu({ tax: '1' }, 'tax')).toBeUndefined();
  expect(perMu({ tax: '1', land: '0' }, 'tax')).toBeUndefined();
});

test('IP-11 days lie between the steps that were reached, also where one was left out or came first', () => {
  const steps = (...all: readonly [Parameters<typeof milestone>[0], string][]) =>
    daysBetweenSteps(reachedOn(all.map(([kind, date]) => milestone(kind, date))));
  expect(steps(['signed', '2026-01-01'], ['started', '2026-03-01'])).toEqual([{ step: 'started', days: 59 }]);
  expect(steps(['signed', '2026-01-01'], ['code-assigned', '2026-02-01'], ['started', '2026-01-20'])).toEqual([
    { step: 'code-assigned', days: 31 },
    { step: 'started', days: -12 },
  ]);
});
