import { beijingDate, type Recorded } from '../kernel/index.ts';
import type { AccountEvent, Deadline as CountedDay, NextPeriod, ObligationData } from '../settlement/account/events.ts';
import type { Deadline } from './deadline.ts';
import { type AccountDays, type Because, type DeadlinesState, end, set } from './state.ts';

type Of<Type extends AccountEvent['type']> = Extract<AccountEvent, { type: Type }>['data'];

/** The days of one clause in one ledger: figures, answers to statements, disputes, payments. */
export function ofAccount(state: DeadlinesState, recorded: Recorded<AccountEvent>): DeadlinesState {
  const { event } = recorded;
  const key = keyOf(event.data);
  if (event.type === 'SettlementOpened') {
    const { parties, number, title, heading, next } = event.data;
    const opened = { ...state, parties: state.parties.length === 0 ? parties : state.parties, title: state.title ?? title, number };
    const account: AccountDays = { parties, heading, owed: [], payments: new Map(), lines: new Map(), disputed: [] };
    return figures(withAccount(opened, key, account), recorded, event.data, next);
  }
  const account = state.accounts.get(key);
  return account ? changed(state, recorded, account) : state;
}

function changed(state: DeadlinesState, recorded: Recorded<AccountEvent>, account: AccountDays): DeadlinesState {
  const { event } = recorded;
  const key = keyOf(event.data);
  switch (event.type) {
    case 'StatementProposed':
      return proposed(state, recorded, event.data, account);
    case 'StatementConfirmed':
      return end(state, recorded, 'done', isId(`${key}/confirm/${event.data.period.from}/${event.data.party}`));
    case 'StatementDisputed':
      return disputed(state, recorded, event.data, account);
    case 'StatementWithdrawn':
      return end(withAccount(state, key, { ...account, disputed: [] }), recorded, 'void', isAnswer(key, event.data.period.from));
    case 'StatementAdopted': {
      const { obligations, paymentDue, next } = event.data;
      const argued = set(withAccount(state, key, { ...account, disputed: [] }), recorded, ...account.disputed);
      return figures(owing(argued, recorded, event.data, obligations, paymentDue), recorded, event.data, next);
    }
    case 'DisputeWithdrawn':
    case 'DisputeResolved': {
      const { dispute, obligations, paymentDue } = event.data;
      return owing(end(state, recorded, 'done', isId(`${key}/resolve/${dispute}`)), recorded, event.data, obligations, paymentDue);
    }
    case 'PaymentRecorded': {
      const { payment, from, to, amount } = event.data;
      const payments = new Map(account.payments).set(payment, { from, to, amount: BigInt(amount), received: false });
      return withAccount(state, key, { ...account, payments });
    }
    case 'PaymentReceived':
      return received(state, recorded, event.data, account);
    case 'SettlementClosed':
      return end(state, recorded, 'void', ({ id }) => id.startsWith(`${key}/`));
    default:
      return state;
  }
}

/** Once a statement is on the table its figures are in; answers to an earlier proposal are asked for again. */
function proposed(state: DeadlinesState, because: Because, data: Of<'StatementProposed'>, { parties }: AccountDays): DeadlinesState {
  const key = keyOf(data);
  const { period, confirmationDue, parts } = data;
  const account = state.accounts.get(key);
  const lines = new Map(parts.map((part) => [part.subject as string, part.lines.map(({ party }) => party)]));
  const fresh = account ? withAccount(state, key, { ...account, lines, disputed: [] }) : state;
  const reported = end(fresh, because, 'done', ({ id }) => id.startsWith(`${key}/figures/${period.from}/`));
  return set(
    reported,
    because,
    ...parties.map((party) => ({
      id: `${key}/confirm/${period.from}/${party}`,
      kind: 'confirm-statement' as const,
      who: [party],
      ...counted(confirmationDue, 'terms-confirmation'),
      account: accountOf(state, data),
      period,
    })),
  );
}

/** Who disputes has answered; the term of the dispute matters once the statement is adopted. */
function disputed(state: DeadlinesState, because: Because, data: Of<'StatementDisputed'>, account: AccountDays): DeadlinesState {
  const key = keyOf(data);
  const { party, period, disputes, resolutionDue } = data;
  const more = disputes.map(
    ({ dispute, against, subject, line }): Deadline => ({
      id: `${key}/resolve/${dispute}`,
      kind: 'resolve-dispute',
      who: [...new Set([account.lines.get(subject)?.[line] ?? party, against])],
      ...counted(resolutionDue, 'terms-dispute'),
      setBy: because.id,
      account: accountOf(state, data),
      period,
      number: dispute,
    }),
  );
  const answered = end(state, because, 'done', isId(`${key}/confirm/${period.from}/${party}`));
  return withAccount(answered, key, { ...account, disputed: [...account.disputed, ...more] });
}

function figures(state: DeadlinesState, because: Because, of: AccountRef, next: NextPeriod | undefined): DeadlinesState {
  if (!next) return state;
  const { period, figuresDue, by } = next;
  return set(
    state,
    because,
    ...by.map((party) => ({
      id: `${keyOf(of)}/figures/${period.from}/${party}`,
      kind: 'report-figures' as const,
      who: [party],
      ...counted(figuresDue, 'terms-figures'),
      account: accountOf(state, of),
      period,
    })),
  );
}

function owing(state: DeadlinesState, because: Because, of: AccountRef, obligations: readonly ObligationData[], due: CountedDay | undefined) {
  const key = keyOf(of);
  const account = state.accounts.get(key);
  if (!account) return state;
  const day = beijingDate(because.metadata.recordedAt);
  const fresh = obligations.map(({ obligation, from, to, amount }) => ({ obligation, from, to, amount: BigInt(amount), on: due?.on ?? day }));
  const owed = [...account.owed, ...fresh].sort((one, other) =>
    one.on === other.on ? one.obligation - other.obligation : one.on < other.on ? -1 : 1,
  );
  const known = withAccount(state, key, { ...account, owed });
  if (!due) return known;
  return set(
    known,
    because,
    ...obligations.map(({ obligation, from }) => ({
      id: `${key}/pay/${obligation}`,
      kind: 'pay' as const,
      who: [from],
      ...counted(due, 'terms-payment'),
      account: accountOf(state, of),
      number: obligation,
      ...('period' in of ? { period: of.period } : {}),
    })),
  );
}

/** Of each pair the oldest due is paid first; what is paid in part is still due. */
function received(state: DeadlinesState, because: Because, data: Of<'PaymentReceived'>, account: AccountDays): DeadlinesState {
  const key = keyOf(data);
  const payment = account.payments.get(data.payment);
  if (!payment) return state;
  const payments = new Map(account.payments).set(data.payment, { ...payment, received: true });
  const known = withAccount(state, key, { ...account, payments });
  let left = [...payments.values()]
    .filter((each) => each.received && each.from === payment.from && each.to === payment.to)
    .reduce((sum, { amount }) => sum + amount, 0n);
  const paid = new Set<string>();
  for (const { obligation, from, to, amount } of account.owed) {
    if (from !== payment.from || to !== payment.to) continue;
    left -= amount;
    if (left < 0n) break;
    paid.add(`${key}/pay/${obligation}`);
  }
  return end(known, because, 'done', ({ id }) => paid.has(id));
}

type AccountRef = Pick<Of<'SettlementOpened'>, 'clause' | 'ledger'> & { readonly period?: Deadline['period'] };

const keyOf = ({ clause, ledger }: AccountRef) => `${clause}/${ledger}`;
const isId = (id: string) => (deadline: Deadline) => deadline.id === id;
const isAnswer = (key: string, from: string) => (deadline: Deadline) => deadline.id.startsWith(`${key}/confirm/${from}/`);

function accountOf(state: DeadlinesState, of: AccountRef): NonNullable<Deadline['account']> {
  const { clause, ledger } = of;
  return { clause, ledger, heading: state.accounts.get(keyOf(of))?.heading ?? { zh: clause, en: '' } };
}

function counted({ on, workingDays: days, provisional }: CountedDay, code: Deadline['rule']['code']) {
  return { on, provisional, rule: { code, days } };
}

function withAccount(state: DeadlinesState, key: string, account: AccountDays): DeadlinesState {
  return { ...state, accounts: new Map(state.accounts).set(key, account) };
}
