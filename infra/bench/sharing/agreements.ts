import type { CalendarDate, Digest, EventId, Instant, OrganisationId } from '@lianyu/domain/kernel';
import type { Figure, MoneyTerm, SharingInput } from '@lianyu/domain/sharing';
import { sharingReference } from '@lianyu/reference-data/taxes';

/** Forty quarters from 2016 on, three figures in each. */
export const QUARTERS = 40;
const FIRST_YEAR = 2016;
const TAXES = ['value-added', 'enterprise-income', 'urban-land-use'] as const;

/** Kinds of terms in turn: bands of years, outlay first, a cap, a yearly minimum, four parties. */
export const shapes = ['bands', 'recovery', 'cap', 'minimum', 'four'] as const;
export type Shape = (typeof shapes)[number];

export const parties = (shape: Shape) => (shape === 'four' ? ['a', 'b', 'c', 'd'] : ['a', 'b']).map((id) => id as OrganisationId);

/** One agreement: what the engine takes, and the same amounts bare, by quarter, as numbers and as they stand in figures. */
export interface Agreement {
  readonly shape: Shape;
  readonly input: SharingInput;
  readonly amounts: readonly (readonly bigint[])[];
  readonly texts: readonly (readonly string[])[];
}

/** The same agreement for the same number, every time. */
export function agreementOf(ordinal: number): Agreement {
  const shape = shapes[ordinal % shapes.length] ?? 'bands';
  const next = random(ordinal);
  const amounts = Array.from({ length: QUARTERS }, () => TAXES.map(() => BigInt(next(500_000_000) + 1)));
  const figures = amounts.flatMap((quarter, at) => quarter.map((amount, tax) => figureOf(ordinal, at, tax, amount)));
  const input: SharingInput = {
    versions: [{ digest: 'a'.repeat(64) as Digest, clause: 'sharing', effectiveFrom: `${FIRST_YEAR}-01-01` as CalendarDate, term: termOf(shape) }],
    milestones: [],
    figures,
    reference: sharingReference,
    knownAt: '2026-01-15T00:00:00.000Z' as Instant,
    through: `${FIRST_YEAR + QUARTERS / 4 - 1}-12-31` as CalendarDate,
  };
  return { shape, input, amounts, texts: amounts.map((quarter) => quarter.map(String)) };
}

export const quarterOf = (at: number) => quarterFrom(FIRST_YEAR, 0, at);

/** The quarter so many after one of a year; quarters count from zero. */
export function quarterFrom(firstYear: number, first: number, at: number): { from: CalendarDate; to: CalendarDate } {
  const year = firstYear + Math.floor((first + at) / 4);
  const month = ((first + at) % 4) * 3 + 1;
  const two = (value: number) => String(value).padStart(2, '0');
  const last = new Date(Date.UTC(year, month + 2, 0)).getUTCDate();
  return { from: `${year}-${two(month)}-01` as CalendarDate, to: `${year}-${two(month + 2)}-${last}` as CalendarDate };
}

function figureOf(ordinal: number, at: number, tax: number, amount: bigint): Figure {
  const period = quarterOf(at);
  return {
    eventId: `${ordinal.toString(16).padStart(8, '0')}-0000-4000-8000-${(at * TAXES.length + tax).toString(16).padStart(12, '0')}` as EventId,
    measure: `tax/${TAXES[tax] ?? 'value-added'}/local-retained`,
    party: 'b' as OrganisationId,
    period,
    amount: amount.toString(),
    effectiveOn: period.to,
    flags: [],
  };
}

const [a, b] = ['a' as OrganisationId, 'b' as OrganisationId];
export const OUTLAY = 12_000_000_000n;
export const CAP = 9_000_000_000n;
export const MINIMUM = 2_500_000_000n;

export function termOf(shape: Shape): MoneyTerm {
  const all = parties(shape);
  const ratios = (of: readonly number[], denominator: number) => ({
    node: 'ratio' as const,
    shares: all.map((party, index) => ({ party, ratio: [String(of[index]), String(denominator)] as [string, string] })),
  });
  const bands: MoneyTerm['bands'] =
    shape === 'four'
      ? [{ fromYear: 1, allocation: ratios([4, 3, 2, 1], 10) }]
      : [
          { fromYear: 1, toYear: 5, allocation: ratios([3, 2], 5) },
          { fromYear: 6, allocation: ratios([1, 1], 2) },
        ];
  return {
    node: 'money',
    base: {
      node: 'sum',
      sources: TAXES.map((tax) => ({ node: 'tax', tax, level: 'local-retained', conversion: { node: 'as-reported' } })),
      collectedBy: [b],
      scope: 'together',
      consolidated: { headOffice: 'leave-out', branch: 'count' },
      refunds: { ordinary: { node: 'all' }, credit: { node: 'all' } },
    },
    clock: {
      start: {
        node: 'start',
        all: [{ node: 'on-date', date: `${FIRST_YEAR}-01-01` as CalendarDate }],
        after: { years: 0, months: 0 },
        granularity: 'day',
      },
      years: { node: 'anniversary' },
      partial: { figures: 'by-days', amounts: 'by-days' },
    },
    eligibility: [],
    deductions: [],
    ...(shape === 'recovery'
      ? {
          recovery: {
            node: 'recovery',
            portion: ['1', '1'],
            claims: [{ id: 'outlay', creditor: a, outlay: { node: 'stated', amount: OUTLAY.toString() } }],
            yearsCount: 'from-start',
          },
        }
      : {}),
    bands,
    caps:
      shape === 'cap'
        ? [
            {
              node: 'cap',
              id: 'cap',
              party: a,
              over: 'whole',
              amount: { node: 'stated', amount: CAP.toString() },
              excessTo: b,
              counts: 'shares',
            },
          ]
        : [],
    guarantees:
      shape === 'minimum'
        ? [
            {
              node: 'guarantee',
              id: 'minimum',
              party: a,
              amount: MINIMUM.toString(),
              from: {
                node: 'start',
                all: [{ node: 'on-date', date: `${FIRST_YEAR}-01-01` as CalendarDate }],
                after: { years: 0, months: 0 },
                granularity: 'day',
              },
              fundedBy: { party: b, source: 'own-funds' },
              assessed: 'year-end',
            },
          ]
        : [],
    discretionary: [],
    rounding: { node: 'largest-remainder', level: 'total', over: 'period', negative: 'mirror', ties: all, amounts: 'half-up' },
    settlement: {
      node: 'settlement',
      period: 'quarter',
      routes: [{ node: 'year-end', from: b, to: a, via: [] }],
      figuresDue: 10,
      confirmationDue: 10,
      paymentDue: 20,
      disputes: { workingDays: 20, resolvedBy: { node: 'joint-committee' } },
      lateItems: { months: 24, thereafter: 'stay' },
    },
  };
}

/** A small generator of its own (mulberry32), so that every run has the same amounts. */
function random(seed: number): (below: number) => number {
  let state = (seed + 1) * 0x9e3779b1;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
