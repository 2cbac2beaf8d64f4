import type { CommandData } from '@lianyu/contract';
import { isAccountEvent } from '@lianyu/domain/events';
import { streamOf } from '@lianyu/domain/kernel';
import { type AccountCommand, type AccountEvent, type AccountId, type AccountState, accountDecider } from '@lianyu/domain/settlement';
import type { Settling } from '../settlement/reading.ts';
import type { Definitions, Failure, Giver } from './definition.ts';
import { notKept } from './documents.ts';
import { type Occasion, type Plan, plan } from './plan.ts';

type Names =
  | 'propose-statement'
  | 'confirm-statement'
  | 'dispute-statement'
  | 'withdraw-statement'
  | 'withdraw-dispute'
  | 'propose-resolution'
  | 'propose-year-closing'
  | 'propose-winding-up'
  | 'propose-closing'
  | 'agree-to-matter'
  | 'reject-matter'
  | 'record-payment'
  | 'record-payment-hop'
  | 'confirm-payment-hop'
  | 'reject-payment-hop'
  | 'withdraw-payment';

const officer = () => 'finance-officer' as const;
const reviewer = () => 'finance-reviewer' as const;

/** Commands on `settlement-<agreement>-<clause>` and `appraisal-<agreement>-<clause>`. */
export const settlementCommands: Pick<Definitions, Names> = {
  'propose-statement': {
    capacity: officer,
    before: prepared,
    plan: (data, giver) =>
      onAccount(data, ({ today }, state) => ({
        type: 'propose-statement',
        actor: giver.person,
        period: data.period,
        basis: data.basis,
        computed: settlingOf(giver).next(state),
        today,
        rules: settlingOf(giver).rules(),
        note: data.note,
      })),
  },
  'confirm-statement': {
    capacity: reviewer,
    before: prepared,
    plan: (data, giver) => onAccount(data, (_, state) => ({ type: 'confirm-statement', ...answering(data, giver, state) })),
  },
  'dispute-statement': {
    capacity: reviewer,
    before: async (data, giver) =>
      notKept(
        data.disputes.flatMap(({ documents }) => documents),
        giver,
      ) ?? prepared(data, giver),
    plan: (data, giver) => onAccount(data, (_, state) => ({ type: 'dispute-statement', ...answering(data, giver, state), disputes: data.disputes })),
  },
  'withdraw-statement': {
    capacity: officer,
    plan: (data, { person: actor }) =>
      onAccount(data, () => ({ type: 'withdraw-statement', actor, period: data.period, basis: data.basis, reason: data.reason })),
  },
  'withdraw-dispute': {
    capacity: officer,
    before: prepared,
    plan: (data, giver) =>
      onAccount(data, ({ today }) => ({
        type: 'withdraw-dispute',
        actor: giver.person,
        dispute: data.dispute,
        reason: data.reason,
        today,
        rules: settlingOf(giver).rules(),
      })),
  },
  'propose-resolution': {
    capacity: officer,
    before: async (data, giver) => notKept(data.basis.documents, giver) ?? prepared(data, giver),
    plan: (data, giver) => {
      const { dispute, amount, by, effect, basis } = data;
      return onAccount(data, () => ({
        type: 'propose-resolution',
        actor: giver.person,
        dispute,
        amount,
        by,
        effect,
        basis,
        rules: settlingOf(giver).rules(),
      }));
    },
  },
  'propose-year-closing': {
    capacity: officer,
    plan: (data, { person: actor }) => onAccount(data, () => ({ type: 'propose-year-closing', actor, year: data.year })),
  },
  'propose-winding-up': {
    capacity: officer,
    plan: (data, { person: actor }) => onAccount(data, () => ({ type: 'propose-winding-up', actor, lastDay: data.lastDay, reason: data.reason })),
  },
  'propose-closing': {
    capacity: officer,
    before: prepared,
    plan: (data, giver) =>
      onAccount(data, (_, state) => ({
        type: 'propose-closing',
        actor: giver.person,
        sharingEnded: settlingOf(giver).hasEnded(state),
        note: data.note,
      })),
  },
  'agree-to-matter': {
    capacity: reviewer,
    before: prepared,
    plan: (data, giver) =>
      onAccount(data, (_, state) => ({
        type: 'agree-to-matter',
        actor: giver.person,
        matter: data.matter,
        sharingEnded: settlingOf(giver).hasEnded(state),
        rules: settlingOf(giver).rules(),
      })),
  },
  'reject-matter': {
    capacity: reviewer,
    plan: (data, { person: actor }) => onAccount(data, () => ({ type: 'reject-matter', actor, matter: data.matter, reason: data.reason })),
  },
  'record-payment': {
    capacity: officer,
    before: async (data, giver) => notKept([data.voucher.document], giver) ?? prepared(data, giver),
    plan: (data, giver) =>
      onAccount(data, ({ today }) => ({
        type: 'record-payment',
        actor: giver.person,
        to: data.to,
        amount: data.amount,
        voucher: data.voucher,
        today,
        rules: settlingOf(giver).rules(),
      })),
  },
  'record-payment-hop': {
    capacity: officer,
    before: async (data, giver) => notKept([data.voucher.document], giver),
    plan: (data, { person: actor }) =>
      onAccount(data, ({ today }) => ({ type: 'record-payment-hop', actor, payment: data.payment, hop: data.hop, voucher: data.voucher, today })),
  },
  'confirm-payment-hop': {
    capacity: reviewer,
    plan: (data, { person: actor }) => onAccount(data, () => ({ type: 'confirm-payment-hop', actor, payment: data.payment, hop: data.hop })),
  },
  'reject-payment-hop': {
    capacity: reviewer,
    plan: (data, { person: actor }) =>
      onAccount(data, () => ({ type: 'reject-payment-hop', actor, payment: data.payment, hop: data.hop, reason: data.reason })),
  },
  'withdraw-payment': {
    capacity: officer,
    plan: (data, { person: actor }) => onAccount(data, () => ({ type: 'withdraw-payment', actor, payment: data.payment, reason: data.reason })),
  },
};

/** Terms, figures and days from the other streams, read once the policies have allowed the command. */
async function prepared(id: AccountId, giver: Giver): Promise<Failure | undefined> {
  const settling = await giver.settlement.settling(id, giver.at);
  if (!settling) return { code: 'SETTLEMENT_UNKNOWN', data: {} };
  giver.kept.settling = settling;
  return undefined;
}

function settlingOf({ kept }: Giver): Settling {
  if (!kept.settling) throw new TypeError('what the command needs from other streams has not been read');
  return kept.settling;
}

function answering({ period, basis }: CommandData<'confirm-statement'>, giver: Giver, state: AccountState) {
  const { reporters, rules } = settlingOf(giver);
  const proposal = state.statements.find((each) => each.period.from === period);
  return {
    actor: giver.person,
    period,
    basis,
    rules: rules(proposal?.period.to),
    reporters: proposal ? reporters(proposal, giver.person.organisation) : [],
  };
}

export function onAccount({ agreement, clause, ledger }: AccountId, command: (occasion: Occasion, state: AccountState) => AccountCommand): Plan {
  return plan<AccountCommand, AccountState, AccountEvent>({
    stream: streamOf.settlement(ledger, agreement, clause),
    classification: ledger === 'official' ? 'settlement' : 'appraisal',
    subject: `${agreement}/${clause}/${ledger}`,
    decider: accountDecider,
    isOf: isAccountEvent,
    resource: ({ parties }) => ({ type: 'Settlement', id: `${agreement}/${clause}/${ledger}`, parties }),
    command,
  });
}
