import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, recordedBy } from '../../kernel/given.fixtures.ts';
import { type Digest, fold, isRefusal, type OrganisationId, type Person, type Recorded } from '../../kernel/index.ts';
import { account, BAYANNUR, computed, DALIAN, people, process, quarter, rules, TODAY, XIAN } from '../settlement.fixtures.ts';
import {
  type AccountCommand,
  type AccountEvent,
  type AccountState,
  accountDecider,
  adoptedIn,
  confirmersOf,
  heldBy,
  nextHop,
  onTheTable,
  openOf,
  pairsOf,
  yetToAgree,
  yetToAnswer,
} from './index.ts';

const kinds = [
  'propose-statement',
  'confirm-statement',
  'confirm-statement',
  'dispute-statement',
  'withdraw-statement',
  'withdraw-dispute',
  'propose-resolution',
  'propose-year-closing',
  'propose-winding-up',
  'propose-closing',
  'agree-to-matter',
  'reject-matter',
  'record-payment',
  'record-payment-hop',
  'confirm-payment-hop',
  'confirm-payment-hop',
  'reject-payment-hop',
  'withdraw-payment',
] as const;
/** `onward` is whatever brings matters forward; without it random people seldom come to an end. */
type Kind = (typeof kinds)[number] | 'onward';
const { stranger, ...insiders } = people;
const everybody: readonly Person[] = [...Object.values(insiders), stranger];
const someKind = fc.oneof({ weight: 1, arbitrary: fc.constantFrom<Kind>(...kinds) }, { weight: 1, arbitrary: fc.constant<Kind>('onward') });
const step = fc.record({ kind: someKind, who: fc.nat(everybody.length - 1), pick: fc.nat(3), amount: fc.integer({ min: -90, max: 90 }) });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const voucher = { number: '1', on: day('2026-04-01'), document: { digest: 'b'.repeat(64) as Digest, name: '-' } };
/** Routes are there between all. */
const anyRoute = {
  ...rules,
  routes: [XIAN, BAYANNUR, DALIAN].flatMap((from) =>
    [XIAN, BAYANNUR, DALIAN].flatMap((to) => (from === to ? [] : [{ node: 'year-end' as const, from, to, via: [] }])),
  ),
};

const hands = (party: OrganisationId | undefined, hand: 0 | 1) =>
  Object.values(insiders).filter(({ organisation }) => organisation === party)[hand] ?? stranger;

function onward(step: Step, state: AccountState): AccountCommand {
  const as = (kind: Kind, actor: Person, pick = step.pick) => commandFrom({ ...step, kind, who: everybody.indexOf(actor), pick }, state);
  const table = onTheTable(state);
  const matter = state.matters.find(({ state: way }) => way === 'pending');
  const payment = state.payments.find(({ state: way }) => way === 'on-its-way');
  const hop = payment && nextHop(payment);
  const open = pairsOf(state).find((pair) => openOf(pair) > pair.inTransit);
  if (step.pick === 0 && matter)
    return { ...as('agree-to-matter', hands(yetToAgree(matter, state.parties)[0], 1)), matter: matter.number } as AccountCommand;
  if (payment && hop && step.pick === 1) {
    const actor = hop.step === 'record' ? hands(payment.from, 0) : hands(confirmersOf(payment, hop.hop, state)[0], 1);
    return {
      ...as(hop.step === 'record' ? 'record-payment-hop' : 'confirm-payment-hop', actor),
      payment: payment.number,
      hop: hop.hop,
    } as AccountCommand;
  }
  if (open && step.pick === 2) return as('record-payment', hands(open.from, 0));
  const dispute = state.disputes.find(({ state: way, held }) => way === 'open' && held !== '0');
  if (step.pick === 3 && dispute && !matter)
    return { ...as('propose-resolution', hands(dispute.party, 0)), dispute: dispute.number } as AccountCommand;
  if (table?.phase === 'proposed' && step.amount % 3 === 0) return as('dispute-statement', hands(yetToAnswer(table, state.parties)[0], 1));
  if (table?.phase === 'proposed') return as('confirm-statement', hands(yetToAnswer(table, state.parties)[0], 1));
  return as('propose-statement', hands(state.parties[step.who % state.parties.length], 0));
}

function commandFrom(step: Step, state: AccountState): AccountCommand {
  const { kind, who, pick, amount } = step;
  if (kind === 'onward') return onward(step, state);
  const actor = everybody[who] ?? stranger;
  const adopted = adoptedIn(state).length;
  const table = state.statements.find(({ phase }) => phase !== 'adopted') ?? state.statements.at(-1);
  const next = computed(adopted, BigInt(amount) * 1_000n, String(pick));
  const statement = { actor, period: table?.period.from ?? quarter(0).from, basis: table?.digest ?? next.digest, rules: anyRoute, reporters: [] };
  const number = (list: readonly unknown[]) => Math.max(1, list.length - pick);
  switch (kind) {
    case 'propose-statement':
      return {
        type: kind,
        actor,
        period: quarter(adopted).from,
        basis: next.basis,
        computed: next,
        today: day('2030-01-01'),
        rules: anyRoute,
        note: '',
      };
    case 'confirm-statement':
      return { type: kind, ...statement };
    case 'dispute-statement': {
      const against = [XIAN, BAYANNUR, DALIAN][pick % 3] as OrganisationId;
      return {
        type: kind,
        ...statement,
        disputes: [{ subject: 'money', line: pick % 2, claimed: String(amount * 500), against, reason: '-', documents: [] }],
      };
    }
    case 'withdraw-statement':
      return { type: kind, ...statement, reason: '-' };
    case 'withdraw-dispute':
      return { type: kind, actor, dispute: number(state.disputes), reason: '-', today: TODAY, rules: anyRoute };
    case 'propose-resolution':
      return {
        type: kind,
        actor,
        dispute: number(state.disputes),
        amount: String(amount * 400),
        by: 'parties',
        effect: 'stands',
        basis: { text: '-', documents: [], resolvedOn: TODAY },
        rules: anyRoute,
      };
    case 'propose-year-closing':
      return { type: kind, actor, year: 2025 + (pick % 2) };
    case 'propose-winding-up':
      return { type: kind, actor, lastDay: day('2027-12-31'), reason: '-' };
    case 'propose-closing':
      return { type: kind, actor, sharingEnded: pick > 0, note: '' };
    case 'agree-to-matter':
      return { type: kind, actor, matter: number(state.matters), sharingEnded: pick > 0, rules: anyRoute };
    case 'reject-matter':
      return { type: kind, actor, matter: number(state.matters), reason: '-' };
    case 'record-payment': {
      const pair = pairsOf(state).find(({ from }) => from === actor.organisation);
      return { type: kind, actor, to: pair?.to ?? XIAN, amount: String(1 + Math.abs(amount) * 300), voucher, today: TODAY, rules: anyRoute };
    }
    case 'record-payment-hop':
      return { type: kind, actor, payment: number(state.payments), hop: pick % 2, voucher, today: TODAY };
    case 'confirm-payment-hop':
      return { type: kind, actor, payment: number(state.payments), hop: pick % 2 };
    case 'reject-payment-hop':
      return { type: kind, actor, payment: number(state.payments), hop: 0, reason: '-' };
    case 'withdraw-payment':
      return { type: kind, actor, payment: number(state.payments), reason: '-' };
  }
}

/** What each party is to have in all: by the statements as adopted, and by what was resolved otherwise. */
function worth(state: AccountState): Map<OrganisationId, bigint> {
  const sums = new Map<OrganisationId, bigint>();
  const add = (party: OrganisationId, amount: bigint) => sums.set(party, (sums.get(party) ?? 0n) + amount);
  for (const { parts } of adoptedIn(state)) for (const { net } of parts) for (const { party, amount } of net) add(party, BigInt(amount));
  for (const { resolution, stated, lineParty, against } of state.disputes) {
    if (!resolution) continue;
    add(lineParty, BigInt(resolution.amount) - BigInt(stated));
    add(against, BigInt(stated) - BigInt(resolution.amount));
  }
  return sums;
}

/** The same from the other end: what is due, and what is still held. */
function owed(state: AccountState): Map<OrganisationId, bigint> {
  const sums = new Map<OrganisationId, bigint>();
  const move = (from: OrganisationId, to: OrganisationId, amount: bigint) => {
    sums.set(to, (sums.get(to) ?? 0n) + amount);
    sums.set(from, (sums.get(from) ?? 0n) - amount);
  };
  for (const { from, to, amount } of state.obligations) move(from, to, BigInt(amount));
  for (const dispute of state.disputes) {
    const held = heldBy(dispute);
    if (held) move(held.from, held.to, held.amount);
  }
  return sums;
}

const nonZero = (sums: Map<OrganisationId, bigint>) => [...sums].filter(([, amount]) => amount !== 0n).sort();

function checkInvariants(state: AccountState): void {
  expect(nonZero(owed(state))).toEqual(nonZero(worth(state)));
  for (const pair of pairsOf(state)) {
    expect(openOf(pair) >= pair.inTransit).toBe(true);
    expect(pair.held >= 0n).toBe(true);
  }
  for (const list of [state.disputes, state.obligations, state.payments, state.matters])
    expect(list.map(({ number }) => number)).toEqual(list.map((_, index) => index + 1));
  const adopted = adoptedIn(state).map(({ period }) => period.from);
  expect(adopted).toEqual(adopted.map((_, index) => quarter(index).from));
  for (const { phase, answers } of state.statements)
    if (phase === 'adopted') expect([...answers.map(({ party }) => party)].sort()).toEqual([...state.parties].sort());
}

test('ST-13 ST-16 CM-1 CM-2 nothing is lost or made: what is due and held is what the statements and resolutions say, under any commands', () => {
  let adopted = 0;
  let received = 0;
  let resolved = 0;
  fc.assert(
    fc.property(fc.boolean(), fc.array(step, { minLength: 30, maxLength: 160 }), (three, steps) => {
      const log: Recorded<AccountEvent>[] = [];
      let state = accountDecider.initial;
      const record = (events: readonly AccountEvent[], actor: Person | typeof process) => {
        for (const event of events) {
          const recorded = recordedBy(event, actor, log.length);
          log.push(recorded);
          state = accountDecider.evolve(state, recorded);
        }
      };
      const parties = three ? [XIAN, BAYANNUR, DALIAN] : [XIAN, BAYANNUR];
      const opened = accountDecider.decide(
        {
          type: 'open-settlement',
          account,
          parties,
          readers: parties,
          number: 'LY-2026-1',
          title: { zh: '-', en: '' },
          heading: { zh: '-', en: '' },
          next: undefined,
        },
        state,
      );
      if (!isRefusal(opened)) record(opened, process);
      for (const each of steps) {
        const before = state;
        const command = commandFrom(each, state);
        const decision = accountDecider.decide(command, state);
        if (isRefusal(decision)) {
          expect(state).toBe(before);
          continue;
        }
        expect(before.phase).not.toBe('closed');
        record(decision, 'actor' in command ? command.actor : process);
        checkInvariants(state);
        // What is adopted is never changed.
        for (const statement of adoptedIn(before))
          expect(state.statements.find(({ number, period }) => number === statement.number && period.from === statement.period.from)).toBe(statement);
      }
      adopted += adoptedIn(state).length;
      received += state.payments.filter(({ state: way }) => way === 'received').length;
      resolved += state.disputes.filter(({ state: way }) => way === 'resolved').length;
      expect(fold(accountDecider, log)).toEqual(state);
    }),
    { numRuns: 150 },
  );
  expect(adopted).toBeGreaterThan(300);
  expect(received).toBeGreaterThan(50);
  expect(resolved).toBeGreaterThan(10);
});
