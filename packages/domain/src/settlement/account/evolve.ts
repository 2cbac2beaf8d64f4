import { beijingDate, type Recorded, whoActed } from '../../kernel/index.ts';
import type { AccountEvent } from './events.ts';
import type { AccountAct, AccountState, Dispute, Matter, MatterAbout, Obligation, Payment, Proposal } from './state.ts';

type Of<Type extends AccountEvent['type']> = Extract<AccountEvent, { type: Type }>;

export function evolve(state: AccountState, { event, metadata }: Recorded<AccountEvent>): AccountState {
  const at = metadata.recordedAt;
  if (event.type === 'SettlementOpened') {
    const { agreement, clause, ledger, parties, readers } = event.data;
    return { ...state, phase: 'open', id: { agreement, clause, ledger }, opened: event.data, openedAt: at, parties, readers, next: event.data.next };
  }
  const acted = whoActed(metadata.actor);
  const { member } = acted;
  const organisation = metadata.actor.kind === 'person' ? metadata.actor.organisation : undefined;
  const sides =
    member === undefined || organisation === undefined || state.sides.has(member) ? state.sides : new Map(state.sides).set(member, organisation);
  const by = { ...acted, at };
  return changed({ ...state, sides }, event, by);
}

type By = Pick<AccountAct, 'member' | 'onBehalfOf' | 'at'>;

function changed(state: AccountState, event: Exclude<AccountEvent, Of<'SettlementOpened'>>, by: By): AccountState {
  switch (event.type) {
    case 'StatementProposed':
      return proposed(state, event.data, by);
    case 'StatementConfirmed':
      return answered(state, event.data.period.from, { ...by, party: event.data.party, how: 'confirmed' });
    case 'StatementDisputed':
      return disputed(state, event.data, by);
    case 'StatementWithdrawn': {
      const { party, reason, period } = event.data;
      const withdrawn = onStatement(state, period.from, (before) => ({ ...before, phase: 'withdrawn', withdrawn: { ...by, party, reason } }));
      return voided(withdrawn, state.statements.find((each) => each.period.from === period.from)?.disputes ?? []);
    }
    case 'StatementAdopted':
      return adopted(state, event.data, by);
    case 'DisputeWithdrawn': {
      const { dispute, party, reason } = event.data;
      return onDispute(owing(state, event.data, by), dispute, (before) => ({ ...before, state: 'withdrawn', withdrawn: { ...by, party, reason } }));
    }
    case 'ResolutionProposed':
      return raised(state, { kind: 'resolution', data: event.data }, by);
    case 'YearClosingProposed':
      return raised(state, { kind: 'year-closing', data: event.data }, by);
    case 'WindingUpProposed':
      return raised(state, { kind: 'winding-up', data: event.data }, by);
    case 'ClosingProposed':
      return raised(state, { kind: 'closing', data: event.data }, by);
    case 'MatterAgreed':
      return agreed(state, event.data.matter, { ...by, party: event.data.party });
    case 'MatterRejected': {
      const { matter, party, reason } = event.data;
      return onMatter(state, matter, (before) => ({ ...before, state: 'rejected', rejected: { ...by, party, reason } }));
    }
    case 'DisputeResolved':
      return resolved(state, event.data, by);
    case 'YearClosed':
      return { ...state, closedYears: [...state.closedYears, { year: event.data.year, at: by.at, totals: event.data.totals }] };
    case 'WindingUpBegun':
      return { ...state, phase: 'winding-up', lastDay: event.data.lastDay };
    case 'SettlementClosed':
      return { ...state, phase: 'closed' };
    default:
      return paid(state, event, by);
  }
}

function paid(state: AccountState, event: Extract<AccountEvent, { type: `Payment${string}` }>, by: By): AccountState {
  const { payment } = event.data;
  switch (event.type) {
    case 'PaymentRecorded': {
      const { party, from, to, amount, via, voucher } = event.data;
      const act = { ...by, party };
      const hop = { voucher, recorded: act, confirmed: undefined, rejected: undefined };
      const fresh: Payment = {
        ...act,
        number: payment,
        from,
        to,
        amount,
        via,
        state: 'on-its-way',
        hops: [hop],
        receivedOn: undefined,
        withdrawn: undefined,
      };
      return { ...state, payments: [...state.payments, fresh] };
    }
    case 'PaymentHopRecorded': {
      const { hop, voucher, party } = event.data;
      const fresh = { voucher, recorded: { ...by, party }, confirmed: undefined, rejected: undefined };
      return onPayment(state, payment, (before) => ({ ...before, hops: [...before.hops.slice(0, hop), fresh] }));
    }
    case 'PaymentHopConfirmed':
    case 'PaymentHopRejected': {
      const act = { ...by, party: event.data.party };
      const change = event.type === 'PaymentHopConfirmed' ? { confirmed: act } : { rejected: { ...act, reason: event.data.reason } };
      return onPayment(state, payment, (before) => ({
        ...before,
        hops: before.hops.map((each, index) => (index === event.data.hop ? { ...each, ...change } : each)),
      }));
    }
    case 'PaymentReceived':
      return onPayment(state, payment, (before) => ({ ...before, state: 'received', receivedOn: event.data.receivedOn }));
    case 'PaymentWithdrawn': {
      const { party, reason } = event.data;
      return onPayment(state, payment, (before) => ({ ...before, state: 'withdrawn', withdrawn: { ...by, party, reason } }));
    }
  }
}

/** A new proposal takes the place of the one for the same period, with the answers to it and the disputes about it. */
function proposed(state: AccountState, data: Of<'StatementProposed'>['data'], by: By): AccountState {
  const { party, period, number, digest, parts, known, derivation, confirmationDue, note } = data;
  const old = state.statements.find((each) => each.period.from === period.from);
  const fresh: Proposal = {
    ...by,
    party,
    phase: 'proposed',
    period,
    number,
    digest,
    parts,
    known,
    derivation,
    confirmationDue,
    note,
    answers: [],
    disputes: [],
    withdrawn: undefined,
    adopted: undefined,
  };
  const statements = [...state.statements.filter((each) => each !== old), fresh].sort((a, b) => (a.period.from < b.period.from ? -1 : 1));
  return voided({ ...state, statements }, old?.disputes ?? []);
}

function disputed(state: AccountState, { period, party, disputes, resolutionDue }: Of<'StatementDisputed'>['data'], by: By): AccountState {
  const parts = state.statements.find((each) => each.period.from === period.from)?.parts ?? [];
  const fresh = disputes.map(({ dispute: number, subject, line, claimed, against, reason, documents }): Dispute => {
    const about = parts.find((part) => part.subject === subject)?.lines[line];
    const stated = about?.amount ?? '0';
    return {
      ...by,
      party,
      number,
      period,
      subject,
      line,
      lineParty: about?.party ?? party,
      stated,
      claimed,
      held: '0',
      against,
      reason,
      documents,
      resolutionDue,
      state: 'open',
      resolution: undefined,
      withdrawn: undefined,
    };
  });
  const after = answered({ ...state, disputes: [...state.disputes, ...fresh] }, period.from, { ...by, party, how: 'disputed' });
  return onStatement(after, period.from, (before) => ({ ...before, disputes: [...before.disputes, ...fresh.map(({ number }) => number)] }));
}

function answered(state: AccountState, from: string, answer: Proposal['answers'][number]): AccountState {
  return onStatement(state, from, (before) => ({ ...before, answers: [...before.answers, answer] }));
}

function adopted(state: AccountState, { period, obligations, held, paymentDue, next }: Of<'StatementAdopted'>['data'], { at }: By): AccountState {
  const fresh = obligations.map(({ obligation: number, from, to, amount }): Obligation => {
    return { number, from, to, amount, period, dispute: undefined, due: paymentDue, on: beijingDate(at) };
  });
  const numbers = fresh.map(({ number }) => number);
  const owed = { ...state, next, obligations: [...state.obligations, ...fresh] };
  const after = held.reduce<AccountState>((before, { dispute, amount }) => onDispute(before, dispute, (each) => ({ ...each, held: amount })), owed);
  return onStatement(after, period.from, (before) => ({ ...before, phase: 'adopted', adopted: { at, obligations: numbers, held, paymentDue } }));
}

function resolved(state: AccountState, data: Of<'DisputeResolved'>['data'], by: By): AccountState {
  const resolution = { amount: data.amount, by: data.by, effect: data.effect, at: by.at };
  return onDispute(owing(state, data, by), data.dispute, (before) => ({ ...before, state: 'resolved', resolution }));
}

/** What the end of a dispute makes due. */
function owing(
  state: AccountState,
  { dispute, obligations, paymentDue: due }: Pick<Of<'DisputeResolved'>['data'], 'dispute' | 'obligations' | 'paymentDue'>,
  { at }: By,
): AccountState {
  const period = state.disputes[dispute - 1]?.period;
  if (!period) return state;
  const fresh = obligations.map(({ obligation: number, from, to, amount }): Obligation => {
    return { number, from, to, amount, period, dispute, due, on: beijingDate(at) };
  });
  return { ...state, obligations: [...state.obligations, ...fresh] };
}

/** A resolution that is proposed anew takes the place of the one that was pending for the same dispute; likewise with the others. */
function raised(state: AccountState, about: MatterAbout, by: By): AccountState {
  const fresh: Matter = { ...by, party: about.data.party, number: about.data.matter, about, agreed: [], rejected: undefined, state: 'pending' };
  const matters = state.matters.map((each) =>
    each.state === 'pending' && isSame(each.about, about) ? { ...each, state: 'replaced' as const } : each,
  );
  return { ...state, matters: [...matters, fresh] };
}

function isSame(one: MatterAbout, other: MatterAbout): boolean {
  if (one.kind === 'resolution' && other.kind === 'resolution') return one.data.dispute === other.data.dispute;
  if (one.kind === 'year-closing' && other.kind === 'year-closing') return one.data.year === other.data.year;
  return one.kind === other.kind;
}

function agreed(state: AccountState, matter: number, act: AccountAct): AccountState {
  return onMatter(state, matter, (before) => {
    const all = [...before.agreed, act];
    const whole = state.parties.every((party) => party === before.party || all.some((each) => each.party === party));
    return { ...before, agreed: all, state: whole ? 'agreed' : 'pending' };
  });
}

function voided(state: AccountState, disputes: readonly number[]): AccountState {
  return disputes.reduce((before, number) => onDispute(before, number, (dispute) => ({ ...dispute, state: 'void' })), state);
}

function onStatement(state: AccountState, from: string, how: (before: Proposal) => Proposal): AccountState {
  return { ...state, statements: state.statements.map((each) => (each.period.from === from ? how(each) : each)) };
}

function onDispute(state: AccountState, number: number, how: (before: Dispute) => Dispute): AccountState {
  return { ...state, disputes: state.disputes.map((each) => (each.number === number ? how(each) : each)) };
}

function onMatter(state: AccountState, number: number, how: (before: Matter) => Matter): AccountState {
  return { ...state, matters: state.matters.map((each) => (each.number === number ? how(each) : each)) };
}

function onPayment(state: AccountState, number: number, how: (before: Payment) => Payment): AccountState {
  return { ...state, payments: state.payments.map((each) => (each.number === number ? how(each) : each)) };
}
