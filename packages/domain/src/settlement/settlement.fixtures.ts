import { day, org, person, recordedBy } from '../kernel/given.fixtures.ts';
import {
  type Actor,
  type Decider,
  type Digest,
  type DomainEvent,
  type EventId,
  fold,
  isRefusal,
  type NegotiationId,
  type Recorded,
} from '../kernel/index.ts';
import type { AccountId, Computed, FigureContent, Known, SettlementRules, StatementPart } from './index.ts';

export const agreement = '11111111-1111-4111-8111-111111111111' as NegotiationId;
export const XIAN = org('xian');
export const BAYANNUR = org('bayannur');
export const DALIAN = org('dalian');
export const people = {
  xianOfficer: person('xian', 'officer'),
  xianReviewer: person('xian', 'reviewer'),
  bayannurOfficer: person('bayannur', 'b-officer'),
  bayannurReviewer: person('bayannur', 'b-reviewer'),
  dalianOfficer: person('dalian', 'd-officer'),
  dalianReviewer: person('dalian', 'd-reviewer'),
  stranger: person('beijing', 'stranger'),
};
export const process: Actor = { kind: 'process', process: 'test' };
export const TODAY = day('2026-04-20');
const hash = (letter: string) => letter.repeat(64) as Digest;

/** A history by commands, each of which must go through. */
export function historyOf<Command, State, Event extends DomainEvent>(
  decider: Decider<Command, State, Event>,
  steps: readonly (readonly [Command, Actor])[],
): Recorded<Event>[] {
  const events: Recorded<Event>[] = [];
  for (const [command, actor] of steps) {
    const decision = decider.decide(command, fold(decider, events));
    if (isRefusal(decision)) throw new Error(`${JSON.stringify(command)}: ${decision.code} ${JSON.stringify(decision.data)}`);
    for (const event of decision) events.push(recordedBy(event, actor, events.length));
  }
  return events;
}

export function figure(changes: Partial<FigureContent> = {}): FigureContent {
  return {
    measure: 'tax/value-added/local-retained',
    period: { from: day('2026-01-01'), to: day('2026-03-31') },
    amount: '100000000',
    effectiveOn: day('2026-03-31'),
    estimated: false,
    document: { digest: hash('a'), name: '完税证明.pdf' },
    note: '',
    ...changes,
  };
}

export const account: AccountId = { agreement, clause: 'sharing', ledger: 'official' };
const due = (on: string) => ({ on: day(on), workingDays: 10, calendar: 'test', provisional: false });
export const rules: SettlementRules = {
  routes: [
    {
      node: 'inter-provincial',
      from: BAYANNUR,
      to: XIAN,
      via: [{ organisation: org('finance'), name: { zh: '省财政厅', en: 'Provincial finance' }, kind: 'finance-office' }],
    },
  ],
  paymentDue: due('2026-05-10'),
  resolutionDue: due('2026-05-20'),
  confirmationDue: due('2026-05-01'),
  resolvedBy: 'joint-committee',
  next: undefined,
};

const QUARTERS = ['01-01/03-31', '04-01/06-30', '07-01/09-30', '10-01/12-31'];
/** The n-th quarter from 2025 on, from zero. */
export function quarter(n: number) {
  const [from = '', to = ''] = (QUARTERS[n % 4] ?? '').split('/');
  const year = 2025 + Math.floor(n / 4);
  return { from: day(`${year}-${from}`), to: day(`${year}-${to}`) };
}

/** As an engine might have computed it: of the base, which Bayannur holds, Xi'an gets three fifths. */
export function computed(n: number, base = 100_000_000n, salt = '0'): Computed {
  const xian = (base * 3n) / 5n;
  const part: StatementPart = {
    subject: 'money',
    unit: 'fen',
    base: base.toString(),
    sources: [],
    held: [{ party: BAYANNUR, amount: base.toString() }],
    lines: [
      { party: XIAN, amount: xian.toString(), kind: 'share' },
      { party: BAYANNUR, amount: (base - xian).toString(), kind: 'share' },
    ],
    net: [
      { party: XIAN, amount: xian.toString() },
      { party: BAYANNUR, amount: (-xian).toString() },
    ],
    balances: [],
    marks: [],
  };
  const known: Known = {
    at: '2026-04-20T00:00:00.000Z' as Known['at'],
    figuresUpTo: '7',
    agreementUpTo: '1',
    figures: [eventIdOf(n)],
    milestones: [],
    sums: [],
    terms: [hash('e')],
    engine: 'sharing/1',
    reference: 'test',
  };
  const digest = `${n}${salt}${base < 0n ? 'f' : 'a'}${(base < 0n ? -base : base).toString(16)}`.padEnd(64, '0').slice(0, 64) as Digest;
  return { period: quarter(n), parts: [part], known, derivation: digest, basis: digest, digest };
}

export const eventIdOf = (n: number) => `00000000-0000-4000-9000-${n.toString().padStart(12, '0')}` as EventId;
