import { type Decision, type Refusal, type RefusalCode, refuse } from '../../kernel/index.ts';
import { owedFor } from './amounts.ts';
import type { SettlementRules } from './commands.ts';
import type { Of, OpenAccount } from './decide.ts';
import { numbered } from './decide-statement.ts';
import type { AccountEvent } from './events.ts';
import { openOf, pairsOf, totalsOf } from './pairs.ts';
import { adoptedIn, type Dispute, type Matter, onTheTable, yetToAgree } from './state.ts';

/** Who raised a dispute may let it go: the line stands. */
export function withdrawDispute({ actor, dispute, reason, rules }: Of<'withdraw-dispute'>, state: OpenAccount): Decision<AccountEvent> {
  const found = open(dispute, state);
  if ('refused' in found) return found;
  if (found.party !== actor.organisation) return refuse('DISPUTE_NOT_OWN', { dispute });
  const due = isAdopted(found, state) ? madeDue(found, found.stated, rules, state) : { obligations: [] };
  return [{ type: 'DisputeWithdrawn', data: { ...state.id, party: actor.organisation, dispute, reason, ...due } }];
}

/** By the parties at any time, else by whom the agreement names. */
export function proposeResolution(command: Of<'propose-resolution'>, state: OpenAccount): Decision<AccountEvent> {
  const { actor, dispute, amount, by, effect, basis, rules } = command;
  const found = open(dispute, state);
  if ('refused' in found) return found;
  if (!isAdopted(found, state)) return refuse('STATEMENT_NOT_ADOPTED', { period: found.period.from });
  if (by !== 'parties' && by !== rules.resolvedBy) return refuse('RESOLVER_NOT_AGREED', { by, resolvedBy: rules.resolvedBy });
  return [{ type: 'ResolutionProposed', data: { ...state.id, party: actor.organisation, matter: next(state), dispute, amount, by, effect, basis } }];
}

export function proposeYearClosing({ actor, year }: Of<'propose-year-closing'>, state: OpenAccount): Decision<AccountEvent> {
  const refusal = notToBeClosed(year, state);
  if (refusal) return refusal;
  const totals = [...totalsOf(state, year)];
  return [{ type: 'YearClosingProposed', data: { ...state.id, party: actor.organisation, matter: next(state), year, totals } }];
}

function notToBeClosed(year: number, state: OpenAccount): Refusal<RefusalCode> | undefined {
  if (state.closedYears.some((closed) => closed.year === year)) return refuse('YEAR_CLOSED', { year });
  const adopted = adoptedIn(state);
  const lastDay = `${year}-12-31`;
  const within = adopted.some(({ period }) => period.from <= lastDay && period.to >= `${year}-01-01`);
  const whole = (adopted.at(-1)?.period.to ?? '') >= (state.lastDay !== undefined && state.lastDay < lastDay ? state.lastDay : lastDay);
  return within && whole ? undefined : refuse('YEAR_NOT_SETTLED', { year, through: adopted.at(-1)?.period.to ?? null });
}

export function proposeWindingUp({ actor, lastDay, reason }: Of<'propose-winding-up'>, state: OpenAccount): Decision<AccountEvent> {
  if (state.phase === 'winding-up') return refuse('WINDING_UP_BEGUN', { lastDay: state.lastDay ?? null });
  return [{ type: 'WindingUpProposed', data: { ...state.id, party: actor.organisation, matter: next(state), lastDay, reason } }];
}

export function proposeClosing({ actor, sharingEnded, note }: Of<'propose-closing'>, state: OpenAccount): Decision<AccountEvent> {
  const refusal = notDone(sharingEnded, state);
  if (refusal) return refusal;
  return [{ type: 'ClosingProposed', data: { ...state.id, party: actor.organisation, matter: next(state), note } }];
}

/** Nothing is computed any more, nothing on the table, nothing disputed, nothing owed. */
function notDone(sharingEnded: boolean, state: OpenAccount): Refusal<RefusalCode> | undefined {
  if (!sharingEnded) return refuse('SHARING_NOT_ENDED', { lastDay: state.lastDay ?? null });
  const disputes = state.disputes.filter(({ state: way }) => way === 'open').length;
  const owed = pairsOf(state).filter((pair) => openOf(pair) !== 0n || pair.inTransit !== 0n).length;
  const statement = onTheTable(state)?.period.from ?? null;
  return disputes + owed > 0 || statement !== null ? refuse('SETTLEMENT_NOT_DONE', { disputes, owed, statement }) : undefined;
}

/** By each of the other parties; the last one brings it about. It must still hold then what had to hold when it was proposed. */
export function agreeToMatter({ actor, matter, sharingEnded, rules }: Of<'agree-to-matter'>, state: OpenAccount): Decision<AccountEvent> {
  const found = pending(matter, actor.organisation, state);
  if ('refused' in found) return found;
  if (found.member === actor.member) return refuse('DUTIES_NOT_SEPARATE', { first: 'finance-officer', second: 'finance-reviewer' });
  const last = yetToAgree(found, state.parties).every((party) => party === actor.organisation);
  const outcome = last ? outcomeOf(found, sharingEnded, rules, state) : [];
  if ('refused' in outcome) return outcome;
  return [{ type: 'MatterAgreed', data: { ...state.id, party: actor.organisation, matter } }, ...outcome];
}

export function rejectMatter({ actor, matter, reason }: Of<'reject-matter'>, state: OpenAccount): Decision<AccountEvent> {
  const found = pending(matter, actor.organisation, state);
  if ('refused' in found) return found;
  return [{ type: 'MatterRejected', data: { ...state.id, party: actor.organisation, matter, reason } }];
}

function outcomeOf({ about, number }: Matter, sharingEnded: boolean, rules: SettlementRules, state: OpenAccount): Decision<AccountEvent> {
  switch (about.kind) {
    case 'resolution': {
      const found = open(about.data.dispute, state);
      if ('refused' in found) return found;
      const { dispute, amount, by, effect } = about.data;
      return [{ type: 'DisputeResolved', data: { ...state.id, dispute, amount, by, effect, ...madeDue(found, amount, rules, state) } }];
    }
    case 'year-closing': {
      const { year } = about.data;
      const totals = [...totalsOf(state, year)];
      // What was agreed to is what was proposed: where something was paid or resolved since, it is proposed again.
      if (JSON.stringify(totals) !== JSON.stringify(about.data.totals)) return refuse('TOTALS_CHANGED', { year });
      return notToBeClosed(year, state) ?? [{ type: 'YearClosed', data: { ...state.id, matter: number, year, totals } }];
    }
    case 'winding-up':
      return [{ type: 'WindingUpBegun', data: { ...state.id, matter: number, lastDay: about.data.lastDay } }];
    case 'closing':
      return notDone(sharingEnded, state) ?? [{ type: 'SettlementClosed', data: { ...state.id, matter: number } }];
  }
}

/** What is owed when a line turns out to be worth `amount`: what was held of it, and what it differs from the statement. */
function madeDue({ subject, stated, held, lineParty, against }: Dispute, amount: string, rules: SettlementRules, state: OpenAccount) {
  const owed = subject === 'money' ? owedFor(BigInt(amount) - BigInt(stated) + BigInt(held), lineParty, against) : undefined;
  const obligations = numbered(owed ? [owed] : [], state.obligations.length);
  return { obligations, ...(obligations.length > 0 && rules.paymentDue ? { paymentDue: rules.paymentDue } : {}) };
}

function open(dispute: number, state: OpenAccount): Dispute | Refusal<RefusalCode> {
  const found = state.disputes[dispute - 1];
  if (!found) return refuse('DISPUTE_UNKNOWN', { dispute });
  return found.state === 'open' ? found : refuse('DISPUTE_NOT_OPEN', { dispute, state: found.state });
}

function pending(matter: number, organisation: Matter['party'], state: OpenAccount): Matter | Refusal<RefusalCode> {
  const found = state.matters[matter - 1];
  if (!found) return refuse('MATTER_UNKNOWN', { matter });
  if (found.state !== 'pending') return refuse('MATTER_NOT_PENDING', { matter, state: found.state });
  if (found.party === organisation) return refuse('MATTER_OWN', { matter });
  return yetToAgree(found, state.parties).includes(organisation) ? found : refuse('MATTER_AGREED', { matter });
}

const isAdopted = (dispute: Dispute, state: OpenAccount) => adoptedIn(state).some(({ period }) => period.from === dispute.period.from);
const next = ({ matters }: OpenAccount) => matters.length + 1;
