import { day, org } from '../kernel/given.fixtures.ts';
import type { CalendarDate, Digest, EventId, Instant } from '../kernel/index.ts';
import { fen, type RatioText } from '../money/index.ts';
import type {
  Allocation,
  Band,
  BaseSource,
  Body,
  Clock,
  Figure,
  Line,
  Measure,
  Milestone,
  MilestoneKind,
  MoneyTerm,
  PartyShares,
  QuotaTerm,
  SharingInput,
  SharingReference,
  SharingTerm,
  Start,
  Statement,
  StatisticsTerm,
  TermsVersion,
} from './index.ts';

/** Small trees and figures for tests. Every choice is made here once; a test says what differs. */
export const origin = org('origin');
export const destination = org('destination');

export const bp = (text: string) => fen(text).toString();

export function shares(of: Readonly<Record<string, readonly [number | bigint, number | bigint]>>): PartyShares {
  return Object.entries(of).map(([party, [n, d]]) => ({ party: org(party), ratio: [String(n), String(d)] as RatioText }));
}

export const half = shares({ origin: [1, 2], destination: [1, 2] });

export const tax = (
  name: 'value-added' | 'enterprise-income' | 'urban-land-use' | 'business',
  level: 'local-share' | 'local-retained' = 'local-retained',
): BaseSource => ({
  node: 'tax',
  tax: name,
  level,
  conversion: { node: 'as-reported' },
  ...(name === 'business' ? { successor: 'value-added' as const } : {}),
});

export const startOn = (date: string): Start => ({
  node: 'start',
  all: [{ node: 'on-date', date: day(date) }],
  after: { years: 0, months: 0 },
  granularity: 'day',
});

export const startAt = (milestone: MilestoneKind, granularity: Start['granularity'] = 'day'): Start => ({
  ...startOn('2000-01-01'),
  all: [{ node: 'on-milestone', milestone }],
  granularity,
});

export const calendarClock = (start: Start): Clock => ({
  start,
  years: { node: 'calendar', firstPart: 'is-year-one' },
  partial: { figures: 'by-days', amounts: 'by-days' },
});

export const anniversaryClock = (start: Start): Clock => ({ ...calendarClock(start), years: { node: 'anniversary' } });

export const band = (fromYear: number, toYear: number | undefined, allocation: Allocation, more: Partial<Band> = {}): Band => ({
  fromYear,
  ...(toYear === undefined ? {} : { toYear }),
  allocation,
  ...more,
});

export const byRatio = (of: PartyShares): Allocation => ({ node: 'ratio', shares: of });

export const provincialFinance: Body = {
  organisation: org('province-finance'),
  name: { zh: '省财政厅', en: 'provincial finance department' },
  kind: 'finance-office',
};

/** Annual sharing of retained VAT between origin and destination, half each, from 2020; the destination collects. */
export function moneyTerm(more: Partial<MoneyTerm> = {}): MoneyTerm {
  return {
    node: 'money',
    base: {
      node: 'sum',
      sources: [tax('value-added')],
      collectedBy: [destination],
      scope: 'together',
      consolidated: { headOffice: 'leave-out', branch: 'count' },
      refunds: { ordinary: { node: 'all' }, credit: { node: 'all' } },
    },
    clock: calendarClock(startOn('2020-01-01')),
    eligibility: [],
    deductions: [],
    bands: [band(1, undefined, byRatio(half))],
    caps: [],
    guarantees: [],
    discretionary: [],
    rounding: { node: 'largest-remainder', level: 'total', over: 'period', negative: 'mirror', ties: [origin, destination], amounts: 'half-up' },
    settlement: {
      node: 'settlement',
      period: 'year',
      routes: [{ node: 'inter-provincial', from: destination, to: origin, via: [provincialFinance] }],
      figuresDue: 10,
      confirmationDue: 10,
      paymentDue: 20,
      disputes: { workingDays: 20, resolvedBy: { node: 'joint-committee' } },
      lateItems: { months: 24, thereafter: 'stay' },
    },
    ...more,
  };
}

/** Statistics by quarter, at the destination, from 2020. */
export function statisticsTerm(more: Partial<StatisticsTerm> = {}): StatisticsTerm {
  const { figuresDue, confirmationDue, disputes, lateItems } = moneyTerm().settlement;
  return {
    node: 'statistics',
    placesOfOperation: [destination],
    clock: calendarClock(startOn('2020-01-01')),
    bands: [{ fromYear: 1, indicators: [{ indicator: 'gross-industrial-output', counting: { node: 'split', shares: half } }] }],
    rounding: { node: 'largest-remainder', over: 'period', ties: [origin, destination] },
    publication: 'internal',
    reporting: { node: 'reporting', period: 'quarter', figuresDue, confirmationDue, disputes, lateItems },
    ...more,
  };
}

/** A land quota from the origin to the destination, by year, from 2020. */
export function quotaTerm(more: Partial<QuotaTerm> = {}): QuotaTerm {
  return {
    node: 'quota',
    quota: 'land',
    clock: calendarClock(startOn('2020-01-01')),
    rule: { node: 'transfer', from: origin, to: destination, amount: '3000000', per: 'whole', years: 2, unused: 'kept' },
    rounding: { node: 'largest-remainder', ties: [origin, destination] },
    reporting: { ...statisticsTerm().reporting, period: 'year' },
    ...more,
  };
}

export const baseOf = (more: Partial<MoneyTerm['base']>): MoneyTerm['base'] => ({ ...moneyTerm().base, ...more });
export const settledEvery = (period: MoneyTerm['settlement']['period']): MoneyTerm['settlement'] => ({ ...moneyTerm().settlement, period });

const counters = new Map<string, number>();
export function eventId(name = 'e'): EventId {
  const next = (counters.get(name) ?? 0) + 1;
  counters.set(name, next);
  return `${Buffer.from(name).toString('hex').padEnd(8, '0').slice(0, 8)}-0000-4000-8000-${next.toString().padStart(12, '0')}` as EventId;
}

/** A figure of a year, quarter, month or `from..to`; the amount in yuan. */
export function figure(when: string, amount: string, more: Partial<Figure> & { readonly measure?: Measure } = {}): Figure {
  const period = rangeOf(when);
  return {
    eventId: eventId('fig'),
    measure: 'tax/value-added/local-retained',
    party: destination,
    period,
    amount: bp(amount),
    effectiveOn: period.to,
    flags: [],
    ...more,
  };
}

export function rangeOf(when: string): { from: CalendarDate; to: CalendarDate } {
  const [from, to] = when.split('..');
  if (from !== undefined && to !== undefined) return { from: day(from), to: day(to) };
  const [year = '', part] = when.split('-');
  if (part === undefined) return { from: day(`${year}-01-01`), to: day(`${year}-12-31`) };
  const [first, count] = part.startsWith('Q') ? [(Number(part.slice(1)) - 1) * 3 + 1, 3] : [Number(part), 1];
  const last = new Date(Date.UTC(Number(year), first - 1 + count, 0)).getUTCDate();
  const two = (value: number) => String(value).padStart(2, '0');
  return { from: day(`${year}-${two(first)}-01`), to: day(`${year}-${two(first + count - 1)}-${two(last)}`) };
}

export const milestone = (kind: MilestoneKind, on: string, company?: string): Milestone => ({
  eventId: eventId('mil'),
  kind,
  on: day(on),
  ...(company === undefined ? {} : { company }),
});

export const noReference: SharingReference = {
  version: 'test',
  rates: [],
  taxes: [{ tax: 'business', until: day('2016-04-30'), source: '财税〔2016〕36号' }],
};

export const version = (term: SharingTerm, effectiveFrom = '2000-01-01', more: Partial<TermsVersion> = {}): TermsVersion => ({
  digest: 'a'.repeat(64) as Digest,
  clause: 'sharing',
  effectiveFrom: day(effectiveFrom),
  term,
  ...more,
});

export function input(term: SharingTerm | readonly TermsVersion[], figures: readonly Figure[], more: Partial<SharingInput> = {}): SharingInput {
  return {
    versions: 'node' in term ? [version(term, '2015-01-01')] : term,
    milestones: [],
    figures,
    reference: noReference,
    knownAt: '2030-01-01T00:00:00.000Z' as Instant,
    through: day('2030-12-31'),
    ...more,
  };
}

/** The statement of the period that begins on this day, or of the year. */
export function statementOf(statements: readonly Statement[], when: string, of: Partial<Pick<Statement, 'ledger' | 'subject'>> = {}): Statement {
  const { from, to } = rangeOf(when);
  const found = statements.find(
    ({ period, ledger, subject }) =>
      period.from === from && period.to === to && ledger === (of.ledger ?? ledger) && subject === (of.subject ?? subject),
  );
  if (found === undefined) throw new Error(`no statement for ${when}`);
  return found;
}

/** What a party gets in all, or of some kinds, in yuan. Cash that is redirected is not taken off unless asked for. */
export function amountOf(statement: Statement, party: string, kinds?: readonly Line['kind'][]): string {
  const counted = statement.lines.filter((line) => line.party === party && (kinds ? kinds.includes(line.kind) : line.kind !== 'redirected'));
  return inYuan(counted.reduce((sum, { amount }) => sum + BigInt(amount), 0n));
}

export const netOf = (statement: Statement, party: string) => inYuan(BigInt(statement.net.find((each) => each.party === party)?.amount ?? '0'));
export const balanceOf = (statement: Statement, kind: Statement['balances'][number]['kind'], party?: string) =>
  inYuan(BigInt(statement.balances.find((each) => each.kind === kind && (party === undefined || each.party === party))?.amount ?? 'none'));

export function inYuan(amount: bigint): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
