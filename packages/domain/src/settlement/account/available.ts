import { type CalendarDate, isRefusal, type MemberId, type OrganisationId, type Person, type Refusal } from '../../kernel/index.ts';
import type { AccountCommand, Computed, SettlementRules } from './commands.ts';
import { accountDecider } from './decide.ts';
import { openOf, pairsOf } from './pairs.ts';
import { type AccountState, nextHop, onTheTable } from './state.ts';

type Persons = Exclude<AccountCommand['type'], 'open-settlement' | 'begin-winding-up'>;

/** What a command on an account is about, where there may be several. */
export interface About {
  readonly period?: CalendarDate;
  readonly dispute?: number;
  readonly matter?: number;
  readonly payment?: number;
  readonly hop?: number;
  readonly to?: OrganisationId;
}

/** What the commands would be given from other streams. */
export interface Asking {
  readonly today: CalendarDate;
  readonly next: Computed | undefined;
  readonly rules: SettlementRules;
  readonly reporters: readonly MemberId[];
  readonly sharingEnded: boolean;
}

export interface AccountAvailability {
  readonly command: Persons;
  readonly about?: About;
  readonly missing: readonly Refusal[];
}

/** What stands against each command of this person now, asked of the decider itself (AZ-4). */
export function availableInAccount(state: AccountState, actor: Person, asking: Asking): readonly AccountAvailability[] {
  const ask = (command: Extract<AccountCommand, { type: Persons }>, about?: About): AccountAvailability => {
    const answer = accountDecider.decide(command, state);
    return { command: command.type, ...(about ? { about } : {}), missing: isRefusal(answer) ? [answer] : [] };
  };
  return [
    ...onStatements(state, actor, asking, ask),
    ...onDisputes(state, actor, asking, ask),
    ...onMatters(state, actor, asking, ask),
    ...onPayments(state, actor, asking, ask),
  ];
}

type Ask = (command: Extract<AccountCommand, { type: Persons }>, about?: About) => AccountAvailability;

function onStatements(state: AccountState, actor: Person, { today, next, rules, reporters }: Asking, ask: Ask): AccountAvailability[] {
  const propose = next
    ? [
        ask(
          { type: 'propose-statement', actor, period: next.period.from, basis: next.basis, computed: next, today, rules, note: '' },
          { period: next.period.from },
        ),
      ]
    : [];
  const table = onTheTable(state);
  if (!table) return propose;
  const given = { actor, period: table.period.from, basis: table.digest };
  const about = { period: table.period.from };
  // Any line that is there, at any other amount: which ones are disputed is the person's to say.
  const part = table.parts.find(({ lines }) => lines.length > 0);
  const line = part?.lines[0];
  const against = state.parties.find((party) => party !== line?.party);
  const claim =
    part && line ? [{ subject: part.subject, line: 0, claimed: (BigInt(line.amount) + 1n).toString(), against, reason: '-', documents: [] }] : [];
  return [
    ...propose,
    ask({ type: 'confirm-statement', ...given, rules, reporters }, about),
    ...(claim.length > 0 ? [ask({ type: 'dispute-statement', ...given, rules, reporters, disputes: claim }, about)] : []),
    ask({ type: 'withdraw-statement', ...given, reason: '-' }, about),
  ];
}

function onDisputes(state: AccountState, actor: Person, { today, rules }: Asking, ask: Ask): AccountAvailability[] {
  return state.disputes
    .filter(({ state: way }) => way === 'open')
    .flatMap(({ number: dispute, stated }) => [
      ask({ type: 'withdraw-dispute', actor, dispute, reason: '-', today, rules }, { dispute }),
      ask(
        {
          type: 'propose-resolution',
          actor,
          dispute,
          amount: stated,
          by: 'parties',
          effect: 'stands',
          basis: { text: '-', documents: [], resolvedOn: today },
          rules,
        },
        { dispute },
      ),
    ]);
}

function onMatters(state: AccountState, actor: Person, { today, rules, sharingEnded }: Asking, ask: Ask): AccountAvailability[] {
  const year = Number(today.slice(0, 4)) - 1;
  return [
    ask({ type: 'propose-year-closing', actor, year }),
    ask({ type: 'propose-winding-up', actor, lastDay: today, reason: '-' }),
    ask({ type: 'propose-closing', actor, sharingEnded, note: '' }),
    ...state.matters
      .filter(({ state: way }) => way === 'pending')
      .flatMap(({ number: matter }) => [
        ask({ type: 'agree-to-matter', actor, matter, sharingEnded, rules }, { matter }),
        ask({ type: 'reject-matter', actor, matter, reason: '-' }, { matter }),
      ]),
  ];
}

function onPayments(state: AccountState, actor: Person, { today, rules }: Asking, ask: Ask): AccountAvailability[] {
  const voucher = { number: '-', on: today, document: { digest: NOTHING, name: '-' } };
  const owed = pairsOf(state).filter((pair) => pair.from === actor.organisation && openOf(pair) > pair.inTransit);
  return [
    ...owed.map(({ to }) => ask({ type: 'record-payment', actor, to, amount: '1', voucher, today, rules }, { to })),
    ...state.payments.flatMap((each) => {
      const next = each.state === 'on-its-way' ? nextHop(each) : undefined;
      if (!next) return [];
      const about = { payment: each.number, hop: next.hop };
      return [
        next.step === 'record'
          ? ask({ type: 'record-payment-hop', actor, payment: each.number, hop: next.hop, voucher, today }, about)
          : ask({ type: 'confirm-payment-hop', actor, payment: each.number, hop: next.hop }, about),
        ...(next.step === 'confirm'
          ? [ask({ type: 'reject-payment-hop' as const, actor, payment: each.number, hop: next.hop, reason: '-' }, about)]
          : []),
        ask({ type: 'withdraw-payment', actor, payment: each.number, reason: '-' }, { payment: each.number }),
      ];
    }),
  ];
}

/** Stands for a document that is still to be chosen. */
const NOTHING = '0'.repeat(64) as Computed['digest'];
