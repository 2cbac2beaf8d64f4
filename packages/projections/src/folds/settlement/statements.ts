import { type Proposal, paidOf, yetToAnswer } from '@lianyu/domain/settlement';
import { madeOnce } from '../made-once.ts';
import type { Document } from '../projection.ts';
import { accountKey, accountOf, actFor, forEach, namedOf, type OpenedState, type Reader, readersOf, topicOf } from './readers.ts';
import type { FigureSums, StatementDocument, StatementRow, StatementStage } from './schemas.ts';

/** Statement, sums and line in the list, of every period. */
export function statementDocuments(state: OpenedState): readonly Document[] {
  const paid = paidOf(state);
  return state.statements.flatMap((proposal) => [
    ...readersOf(state).map((reader) => statementFor(state, proposal, reader)),
    ...rows(state, proposal, paid),
    ...sums(state, proposal),
  ]);
}

/** Follows from the proposal alone, once what it makes due is recorded with it. */
function statementFor(state: OpenedState, proposal: Proposal, reader: Reader): Document {
  return madeOnce(proposal, `statement ${reader.audience}`, () => {
    return { ...aboutStatement(state, proposal, 'statement'), audience: reader.audience, body: statement(state, proposal, reader) };
  });
}

function aboutStatement(state: OpenedState, { period }: Proposal, kind: string) {
  return { kind, key: `${accountKey(state)}/${period.from}`, topic: topicOf(state), sort: period.from };
}

function statement(state: OpenedState, proposal: Proposal, reader: Reader): StatementDocument {
  const { period, phase, number, digest, note, parts, derivation, confirmationDue, answers, disputes, withdrawn, adopted } = proposal;
  return {
    ...namedOf(state),
    parties: [...state.parties],
    period,
    phase,
    proposal: number,
    digest,
    ...actFor(reader, proposal),
    note,
    parts: [...parts],
    known: knownFor(reader, proposal),
    derivation,
    confirmationDue,
    answers: answers.map((answer) => ({ ...actFor(reader, answer), how: answer.how })),
    awaits: [...yetToAnswer(proposal, state.parties)],
    disputes: [...disputes],
    obligations: obligationsOf(state, proposal).map(({ number: obligation, from, to, amount }) => ({ obligation, from, to, amount })),
    held: [...(adopted?.held ?? [])],
    ...(adopted === undefined ? {} : { adoptedAt: adopted.at }),
    ...(adopted?.paymentDue === undefined ? {} : { paymentDue: adopted.paymentDue }),
    ...(withdrawn === undefined ? {} : { withdrawn: { ...actFor(reader, withdrawn), reason: withdrawn.reason } }),
  };
}

/** Ids and revision tell how many single figures there are: sums are all that others have. */
function knownFor({ singles }: Reader, { known }: Proposal): StatementDocument['known'] {
  const { figures, milestones, figuresUpTo, ...rest } = known;
  return singles ? { ...rest, figures, milestones, figuresUpTo } : rest;
}

const obligationsOf = (state: OpenedState, { adopted }: Proposal) => state.obligations.filter(({ number }) => adopted?.obligations.includes(number));

/** The office has a line as well: without amounts until the statement is adopted. */
function rows(state: OpenedState, proposal: Proposal, paid: ReadonlyMap<number, bigint>): readonly Document[] {
  const office: readonly Reader[] = state.id.ledger === 'official' ? [{ audience: 'office', organisation: undefined, singles: false }] : [];
  const about = { ...aboutStatement(state, proposal, 'statement-row'), topic: 'settlements', sort: `${proposal.period.to}/${state.opened.number}` };
  return forEach([...readersOf(state), ...office], about, ({ audience, organisation }): StatementRow => {
    const { period, at, confirmationDue, adopted } = proposal;
    const awaits = [...yetToAnswer(proposal, state.parties)];
    const open = audience !== 'office' || proposal.phase === 'adopted';
    return {
      ...namedOf(state),
      parties: [...state.parties],
      period,
      year: period.to.slice(0, 4),
      stage: stageOf(state, proposal, paid),
      at,
      awaits,
      waitsForUs: organisation !== undefined && awaits.includes(organisation),
      confirmationDue: confirmationDue.on,
      ...(adopted?.paymentDue === undefined ? {} : { paymentDue: adopted.paymentDue.on }),
      openDisputes: openDisputes(state, proposal),
      ...(open ? { amounts: amountsOf(proposal), ...dueOf(state, proposal, paid) } : {}),
      search: searchIn(state, period.from, period.to),
    };
  });
}

function openDisputes({ disputes }: OpenedState, proposal: Proposal): number {
  return disputes.filter(({ number, state }) => state === 'open' && proposal.disputes.includes(number)).length;
}

/** All that came of the statement: what it made due itself, and what its resolved disputes did. */
function dues(state: OpenedState, { period }: Proposal) {
  return state.obligations.filter((obligation) => obligation.period.from === period.from);
}

function stageOf(state: OpenedState, proposal: Proposal, paid: ReadonlyMap<number, bigint>): StatementStage {
  if (openDisputes(state, proposal) > 0) return 'disputed';
  if (proposal.phase !== 'adopted') return proposal.phase;
  const all = dues(state, proposal);
  const received = all.map(({ number, amount }) => [paid.get(number) ?? 0n, BigInt(amount)] as const);
  if (received.every(([part, whole]) => part === whole)) return 'settled';
  return received.some(([part]) => part > 0n) ? 'partly-paid' : 'adopted';
}

function dueOf(state: OpenedState, proposal: Proposal, paid: ReadonlyMap<number, bigint>): Pick<StatementRow, 'due' | 'open'> {
  const all = dues(state, proposal);
  if (all.length === 0) return {};
  const due = all.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const received = all.reduce((sum, { number }) => sum + (paid.get(number) ?? 0n), 0n);
  return { due: due.toString(), open: (due - received).toString() };
}

function amountsOf({ parts }: Proposal): NonNullable<StatementRow['amounts']> {
  return parts.map(({ subject, unit, base, lines }) => {
    const shares = new Map<(typeof lines)[number]['party'], bigint>();
    for (const { party, amount } of lines) shares.set(party, (shares.get(party) ?? 0n) + BigInt(amount));
    return { subject, unit, base, shares: [...shares].map(([party, amount]) => ({ party, amount: amount.toString() })) };
  });
}

function searchIn({ opened }: OpenedState, ...more: readonly string[]): string {
  const { title, heading, number } = opened;
  return [title.zh, title.en, heading.zh, heading.en, number, ...more].join(' ').toLowerCase();
}

/** Sums of what went in, for auditors, for parties that may not read single figures, and, once it is adopted, for the office. */
function sums(state: OpenedState, proposal: Proposal): readonly Document[] {
  if (state.id.ledger !== 'official') return [];
  const office: readonly Reader[] = proposal.phase === 'adopted' ? [{ audience: 'office', organisation: undefined, singles: false }] : [];
  return [...readersOf(state).filter(({ singles }) => !singles), ...office].map(({ audience }) =>
    madeOnce(proposal, `sums ${audience}`, () => {
      const body: FigureSums = { ...accountOf(state), statement: proposal.period, at: proposal.known.at, sums: proposal.known.sums };
      return { ...aboutStatement(state, proposal, 'figure-sums'), audience, body };
    }),
  );
}
