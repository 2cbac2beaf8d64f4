import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, org, person, recordedBy } from '../kernel/given.fixtures.ts';
import { type CommandId, isRefusal } from '../kernel/index.ts';
import {
  type LedgerId,
  noQuota,
  type Pool,
  pool,
  type QuotaCommand,
  type QuotaEvent,
  type QuotaState,
  quotaDecider,
  together,
  toPartner,
} from './index.ts';
import { held } from './state.ts';

const zones = ['zone-a', 'zone-b', 'zone-c'].map(org);
const today = day('2026-03-01');
const basis = { issuedBy: '自治区发展改革委', documentNumber: '1号' };
const actor = person('zone-a', 'officer');
const ledgerOf = (zone: number): LedgerId => ({ zone: zones[zone]!, year: 2026, resource: 'carbon' });

interface Step {
  readonly kind: 'allot' | 'reclaim' | 'reserve' | 'use' | 'release' | 'return' | 'send' | 'give-back' | 'answer' | 'deliver' | 'deliver-again';
  readonly zone: number;
  readonly other: number;
  readonly amount: number;
  readonly pick: number;
  readonly pool: Pool;
}

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom<Step['kind']>(
      'allot',
      'reclaim',
      'reserve',
      'use',
      'release',
      'return',
      'send',
      'send',
      'send',
      'give-back',
      'answer',
      'answer',
      'deliver',
      'deliver',
      'deliver-again',
    ),
    zone: fc.nat(2),
    other: fc.nat(2),
    amount: fc.integer({ min: 1, max: 400 }),
    pick: fc.nat(20),
    pool: fc.constantFrom(...pool.options),
  }),
  { minLength: 20, maxLength: 80 },
);

/** Three zones, and a process that carries transfers late, out of order and more than once: a crash is a delivery that comes again. */
class World {
  readonly ledgers: QuotaState[] = zones.map(() => noQuota);
  readonly waiting: QuotaCommand[] = [];
  readonly delivered: QuotaCommand[] = [];
  taken = 0;

  give(zone: number, command: QuotaCommand): void {
    const decision = quotaDecider.decide(command, this.ledgers[zone]!);
    if (isRefusal(decision)) return;
    this.taken += 1;
    for (const event of decision as readonly QuotaEvent[]) {
      this.ledgers[zone] = quotaDecider.evolve(this.ledgers[zone]!, recordedBy(event, actor));
      const carried = toPartner(event);
      if (carried) this.waiting.push(carried);
    }
  }

  deliver(command: QuotaCommand): void {
    this.give(zones.indexOf(command.ledger.zone), command);
  }
}

const idOf = (number: number) => `${number.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000` as CommandId;

function take(world: World, step: Step, number: number): void {
  const ledger = ledgerOf(step.zone);
  const state = world.ledgers[step.zone]!;
  const amount = String(step.amount);
  const reservation = [...state.reservations.keys()][step.pick % Math.max(1, state.reservations.size)] ?? idOf(0);
  const transfers = [...state.transfers.values()];
  switch (step.kind) {
    case 'allot':
      return world.give(step.zone, { type: 'allot-quota', ledger, today, allotments: [{ pool: step.pool, amount, on: today, basis, note: '' }] });
    case 'reclaim':
      return world.give(step.zone, { type: 'reclaim-quota', ledger, pool: step.pool, amount, on: today, basis, reason: '-', today });
    case 'reserve':
      return world.give(step.zone, { type: 'reserve-quota', ledger, amount, reservation: idOf(number), pool: step.pool, purpose: '-', today });
    case 'use':
      return world.give(step.zone, { type: 'use-quota', ledger, amount, reservation, on: today, evidence: basis, today });
    case 'release':
      return world.give(step.zone, { type: 'release-quota', ledger, amount, reservation, reason: '-' });
    case 'return':
      return world.give(step.zone, { type: 'return-used-quota', ledger, amount, reservation, on: today, reason: '-', today });
    case 'send':
      return world.give(step.zone, {
        type: 'send-quota',
        ledger,
        amount,
        transfer: idOf(number),
        pool: step.pool,
        to: zones[step.other]!,
        words: '',
        today,
      });
    case 'give-back': {
      const origin = transfers.filter(({ phase }) => phase === 'accepted')[0];
      if (!origin) return;
      const { transfer: returns, partner: to, pool: which } = origin;
      return world.give(step.zone, { type: 'send-quota', ledger, amount, transfer: idOf(number), pool: which, to, returns, words: '', today });
    }
    case 'answer': {
      const arrived = transfers.filter(({ direction }) => direction === 'in');
      const transfer = arrived[step.pick % Math.max(1, arrived.length)]?.transfer ?? idOf(0);
      return world.give(
        step.zone,
        step.pick % 3 === 0 ? { type: 'decline-quota', ledger, transfer, reason: '-' } : { type: 'accept-quota', ledger, transfer, today },
      );
    }
    case 'deliver': {
      const [command] = world.waiting.splice(step.pick % Math.max(1, world.waiting.length), 1);
      if (!command) return;
      world.delivered.push(command);
      return world.deliver(command);
    }
    case 'deliver-again': {
      const command = world.delivered[step.pick % Math.max(1, world.delivered.length)];
      return command && world.deliver(command);
    }
  }
}

function holds({ ledgers }: World): void {
  const { allotted, held: kept, inTransit } = together(ledgers);
  expect(kept + inTransit).toBe(allotted);
  for (const { pools, reservations } of ledgers) {
    for (const which of pool.options) {
      for (const account of held) expect(pools[which][account]).toBeGreaterThanOrEqual(0n);
      expect(Object.values(pools[which]).reduce((sum, each) => sum + each, 0n)).toBe(0n);
      const open = [...reservations.values()].filter((one) => one.pool === which);
      expect(open.reduce((sum, { reserved }) => sum + reserved, 0n)).toBe(pools[which].reserved);
      expect(open.reduce((sum, { used }) => sum + used, 0n)).toBe(pools[which].used);
    }
  }
}

test('RS-5 quotas are conserved, what is in transit counted, and nothing held is ever negative, whatever is done in whatever order', () => {
  let transfers = 0;
  fc.assert(
    fc.property(steps, (some) => {
      const world = new World();
      for (const which of pool.options)
        world.give(0, { type: 'allot-quota', ledger: ledgerOf(0), today, allotments: [{ pool: which, amount: '900', on: today, basis, note: '' }] });
      some.forEach((step, index) => {
        take(world, step, index + 1);
        holds(world);
      });
      // In the end everything arrives, also what arrives twice: nothing is left in transit that somebody has.
      for (let round = 0; round < 4; round += 1) for (const command of [...world.waiting.splice(0), ...world.delivered]) world.deliver(command);
      holds(world);
      transfers += world.ledgers.reduce((sum, state) => sum + [...state.transfers.values()].filter(({ phase }) => phase === 'completed').length, 0);
    }),
    { numRuns: 100 },
  );
  expect(transfers).toBeGreaterThan(20);
});
