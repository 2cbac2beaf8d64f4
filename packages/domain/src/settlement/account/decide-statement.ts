import { type Decision, type Refusal, type RefusalCode, refuse } from '../../kernel/index.ts';
import { followed, type Owed, owedFrom, shifted } from './amounts.ts';
import type { Of, OpenAccount } from './decide.ts';
import type { AccountEvent, DisputeData, ObligationData } from './events.ts';
import { onTheTable, type Proposal, yetToAnswer } from './state.ts';

/** What one statement may be computed from (ER-3): its event names every figure. */
const inputLimits = { figures: 15_000, sums: 2_000 } as const;

/** For the earliest period that is not adopted, once it is over; in the place of an earlier proposal for it, if anything differs. */
export function proposeStatement(
  { actor, period, basis, computed, today, rules, note }: Of<'propose-statement'>,
  state: OpenAccount,
): Decision<AccountEvent> {
  if (!computed) return refuse('NOTHING_TO_SETTLE');
  if (computed.period.from !== period) return refuse('STATEMENT_OUT_OF_ORDER', { period, next: computed.period.from });
  if (computed.period.to >= today) return refuse('PERIOD_NOT_OVER', { to: computed.period.to, today });
  if (computed.basis !== basis) return refuse('BASIS_OUTDATED', { basis, current: computed.basis });
  const table = onTheTable(state);
  const old = table?.period.from === period ? table : undefined;
  if (old?.phase === 'proposed' && isSame(old, computed)) return refuse('STATEMENT_UNCHANGED', { period });
  const { digest, parts, known, derivation } = computed;
  if (known.figures.length > inputLimits.figures || known.sums.length > inputLimits.sums)
    return refuse('REPORTS_TOO_MANY', { limit: inputLimits.figures });
  return [
    {
      type: 'StatementProposed',
      data: {
        ...state.id,
        party: actor.organisation,
        period: computed.period,
        digest,
        number: (old?.number ?? 0) + 1,
        parts: [...parts],
        known,
        derivation,
        confirmationDue: rules.confirmationDue,
        note,
      },
    },
  ];
}

function isSame(old: Proposal, { parts, derivation }: NonNullable<Of<'propose-statement'>['computed']>): boolean {
  return old.derivation === derivation && JSON.stringify(old.parts) === JSON.stringify(parts);
}

export function confirmStatement(command: Of<'confirm-statement'>, state: OpenAccount): Decision<AccountEvent> {
  const proposal = answerable(command, state);
  if ('refused' in proposal) return proposal;
  const data = { ...state.id, party: command.actor.organisation, period: proposal.period, digest: proposal.digest };
  return [{ type: 'StatementConfirmed', data }, ...adoption(command, proposal, [], state)];
}

/** The rest is confirmed with it: what is undisputed goes on. */
export function disputeStatement(command: Of<'dispute-statement'>, state: OpenAccount): Decision<AccountEvent> {
  const { actor, rules } = command;
  const proposal = answerable(command, state);
  if ('refused' in proposal) return proposal;
  const disputes: DisputeData[] = [];
  for (const [index, each] of command.disputes.entries()) {
    const against = each.against ?? theOther(each, proposal, state);
    const refusal = notDisputable({ ...each, against }, proposal, state, disputes);
    if (refusal || against === undefined) return refusal ?? refuse('DISPUTE_AGAINST_NOBODY', { line: each.line });
    disputes.push({ ...each, documents: [...each.documents], dispute: state.disputes.length + index + 1, against });
  }
  const data = { ...state.id, party: actor.organisation, period: proposal.period, digest: proposal.digest };
  return [
    { type: 'StatementDisputed', data: { ...data, disputes, resolutionDue: rules.resolutionDue } },
    ...adoption(command, proposal, disputes, state),
  ];
}

export function withdrawStatement({ actor, period, basis, reason }: Of<'withdraw-statement'>, state: OpenAccount): Decision<AccountEvent> {
  const proposal = current(period, basis, state);
  if ('refused' in proposal) return proposal;
  if (proposal.party !== actor.organisation) return refuse('STATEMENT_NOT_OWN', { period });
  return [{ type: 'StatementWithdrawn', data: { ...state.id, party: actor.organisation, period: proposal.period, digest: proposal.digest, reason } }];
}

function current(period: string, basis: string, state: OpenAccount): Proposal | Refusal<RefusalCode> {
  const proposal = state.statements.find((each) => each.period.from === period);
  if (!proposal || proposal.phase === 'withdrawn') return refuse('STATEMENT_UNKNOWN', { period });
  if (proposal.phase === 'adopted') return refuse('STATEMENT_ADOPTED', { period });
  return proposal.digest === basis ? proposal : refuse('BASIS_OUTDATED', { basis, current: proposal.digest });
}

/** Each party answers once, by somebody who neither proposed it nor reported what it was computed from (AZ-3). */
function answerable(
  { actor, period, basis, reporters }: Of<'confirm-statement' | 'dispute-statement'>,
  state: OpenAccount,
): Proposal | Refusal<RefusalCode> {
  const proposal = current(period, basis, state);
  if ('refused' in proposal) return proposal;
  if (!yetToAnswer(proposal, state.parties).includes(actor.organisation)) return refuse('STATEMENT_ANSWERED', { party: actor.organisation });
  const own = proposal.member === actor.member || reporters.includes(actor.member);
  return own ? refuse('DUTIES_NOT_SEPARATE', { first: 'finance-officer', second: 'finance-reviewer' }) : proposal;
}

type Claim = Of<'dispute-statement'>['disputes'][number];

function theOther({ subject, line }: Claim, proposal: Proposal, { parties }: OpenAccount) {
  const party = lineOf(subject, line, proposal)?.party;
  const others = parties.filter((each) => each !== party);
  return others.length === 1 ? others[0] : undefined;
}

const lineOf = (subject: Claim['subject'], line: number, { parts }: Proposal) => parts.find((part) => part.subject === subject)?.lines[line];

function notDisputable(
  { subject, line, claimed, against }: Claim,
  proposal: Proposal,
  state: OpenAccount,
  before: readonly DisputeData[],
): Refusal<RefusalCode> | undefined {
  const about = lineOf(subject, line, proposal);
  if (!about) return refuse('LINE_UNKNOWN', { subject, line });
  if (about.amount === claimed) return refuse('LINE_NOT_DISPUTED', { line, amount: claimed });
  const known = proposal.parts.flatMap((part) => [...part.lines, ...part.net].map(({ party }) => party));
  if (against !== undefined && (against === about.party || ![...state.parties, ...known].includes(against)))
    return refuse('DISPUTE_AGAINST_NOBODY', { line });
  const others = [...before, ...state.disputes.filter(({ number, state: way }) => way === 'open' && proposal.disputes.includes(number))];
  const same = others.some((other) => other.subject === subject && other.line === line);
  return same ? refuse('LINE_DISPUTED_ALREADY', { line }) : undefined;
}

/** With the last answer the statement stands: what is not disputed becomes due, what is disputed is held. */
function adoption(
  { actor, rules }: Of<'confirm-statement' | 'dispute-statement'>,
  proposal: Proposal,
  fresh: readonly DisputeData[],
  state: OpenAccount,
): readonly AccountEvent[] {
  if (yetToAnswer(proposal, state.parties).some((party) => party !== actor.organisation)) return [];
  const earlier = state.disputes.filter(({ number, state: way }) => way === 'open' && proposal.disputes.includes(number));
  const disputes = [...earlier.map((each) => ({ ...each, dispute: each.number })), ...fresh];
  const money = proposal.parts.find(({ subject }) => subject === 'money');
  let net = money?.net ?? [];
  const held: { dispute: number; amount: string }[] = [];
  for (const { dispute, subject, line, claimed, against } of disputes) {
    const about = lineOf(subject, line, proposal);
    if (!about) continue;
    const netOf = (party: string) => BigInt(net.find((each) => each.party === party)?.amount ?? 0n);
    const delta = BigInt(claimed) - BigInt(about.amount);
    const moved = subject === 'money' ? followed(delta, netOf(about.party), netOf(against)) : 0n;
    held.push({ dispute, amount: (-moved).toString() });
    net = [...shifted(net, moved, about.party, against)];
  }
  const obligations = numbered(owedFrom(net, rules.routes), state.obligations.length);
  const due = obligations.length > 0 && rules.paymentDue ? { paymentDue: rules.paymentDue } : {};
  const next = rules.next ? { next: rules.next } : {};
  return [{ type: 'StatementAdopted', data: { ...state.id, period: proposal.period, digest: proposal.digest, obligations, held, ...due, ...next } }];
}

/** Obligations are counted through the whole account. */
export function numbered(owed: readonly Owed[], before: number): ObligationData[] {
  return owed.map(({ from, to, amount }, index) => ({ obligation: before + index + 1, from, to, amount: amount.toString() }));
}
