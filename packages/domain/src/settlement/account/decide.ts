import { type Decider, type Decision, type Person, type Refusal, type RefusalCode, refuse } from '../../kernel/index.ts';
import type { AccountCommand } from './commands.ts';
import {
  agreeToMatter,
  proposeClosing,
  proposeResolution,
  proposeWindingUp,
  proposeYearClosing,
  rejectMatter,
  withdrawDispute,
} from './decide-matter.ts';
import { confirmHop, recordHop, recordPayment, rejectHop, withdrawPayment } from './decide-payment.ts';
import { confirmStatement, disputeStatement, proposeStatement, withdrawStatement } from './decide-statement.ts';
import type { AccountEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { type AccountId, type AccountState, noAccount } from './state.ts';

export const accountDecider: Decider<AccountCommand, AccountState, AccountEvent> = { initial: noAccount, decide, evolve };

export type Of<Type extends AccountCommand['type']> = Extract<AccountCommand, { type: Type }>;
export type OpenAccount = AccountState & { readonly id: AccountId };

function decide(command: AccountCommand, state: AccountState): Decision<AccountEvent> {
  if (command.type === 'open-settlement') return open(command, state);
  if (!isOpen(state)) return state.phase === 'closed' ? refuse('SETTLEMENT_CLOSED') : refuse('SETTLEMENT_UNKNOWN');
  if (command.type === 'begin-winding-up') {
    if (state.phase === 'winding-up') return refuse('WINDING_UP_BEGUN', { lastDay: state.lastDay ?? null });
    return [{ type: 'WindingUpBegun', data: { ...state.id, lastDay: command.lastDay } }];
  }
  const stranger = outsider(command.actor, state);
  if (stranger) return stranger;
  switch (command.type) {
    case 'propose-statement':
      return proposeStatement(command, state);
    case 'confirm-statement':
      return confirmStatement(command, state);
    case 'dispute-statement':
      return disputeStatement(command, state);
    case 'withdraw-statement':
      return withdrawStatement(command, state);
    case 'withdraw-dispute':
      return withdrawDispute(command, state);
    case 'propose-resolution':
      return proposeResolution(command, state);
    case 'propose-year-closing':
      return proposeYearClosing(command, state);
    case 'propose-winding-up':
      return proposeWindingUp(command, state);
    case 'propose-closing':
      return proposeClosing(command, state);
    case 'agree-to-matter':
      return agreeToMatter(command, state);
    case 'reject-matter':
      return rejectMatter(command, state);
    case 'record-payment':
      return recordPayment(command, state);
    case 'record-payment-hop':
      return recordHop(command, state);
    case 'confirm-payment-hop':
      return confirmHop(command, state);
    case 'reject-payment-hop':
      return rejectHop(command, state);
    case 'withdraw-payment':
      return withdrawPayment(command, state);
  }
}

function open(command: Of<'open-settlement'>, state: AccountState): Decision<AccountEvent> {
  const { account, parties, readers, number, title, heading, next } = command;
  if (state.phase !== 'none') return refuse('SETTLEMENT_EXISTS', { ...account });
  const known = { number, title, heading, ...(next === undefined ? {} : { next }) };
  return [{ type: 'SettlementOpened', data: { ...account, parties: [...parties], readers: [...readers], ...known } }];
}

function isOpen(state: AccountState): state is OpenAccount {
  return state.id !== undefined && state.phase !== 'closed';
}

function outsider({ member, organisation }: Person, { parties, sides }: AccountState): Refusal<RefusalCode> | undefined {
  if (!parties.includes(organisation)) return refuse('NOT_A_PARTY', { organisation });
  const side = sides.get(member);
  return side === undefined || side === organisation ? undefined : refuse('ACTS_FOR_ANOTHER_PARTY', { party: side });
}
