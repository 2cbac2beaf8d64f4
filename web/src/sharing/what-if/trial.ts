import type { CalendarDate, Digest, EventId, Instant, OrganisationId } from '@lianyu/domain/kernel';
import { allocate, type Fen } from '@lianyu/domain/money';
import {
  type Evaluation,
  evaluate,
  type Figure,
  type Milestone,
  type MilestoneKind,
  type SharingInput,
  type SharingTerm,
  unitOf,
} from '@lianyu/domain/sharing';
import { sharingReference } from '@lianyu/reference-data/taxes';
import { amountFrom } from '../../ui/amount.ts';
import { keyOf, type Needs, type Row } from './needs.ts';

/** What is assumed in a trial: dates of what happens, and amounts a year, as typed. Nothing of it leaves the page. */
export interface Trial {
  readonly firstYear: number;
  readonly years: number;
  readonly milestones: Readonly<Partial<Record<MilestoneKind, string>>>;
  /** By row and place of the year; what is empty is not reported. */
  readonly amounts: Readonly<Record<string, readonly string[]>>;
}

/** The clause of a trial, and the digest that its terms go by. */
const CLAUSE = 'trial';
export const TRIAL_DIGEST = '0'.repeat(64) as Digest;
const COMPANY = 'trial';

/** Amounts to begin with, invented and said to be so: the chart shows something before anything is typed. */
export function sampleTrial(needs: Needs, firstYear: number, years = 12): Trial {
  const grown = (first: bigint) => Array.from({ length: years }, (_, year) => ((first * (100n + 8n * BigInt(year))) / 100n).toString());
  const amounts = Object.fromEntries(needs.base.map((row, index) => [keyOf(row), grown(index === 0 ? 12_000_000n : 4_000_000n / BigInt(index))]));
  const first = `${firstYear}-01-01`;
  return { firstYear, years, milestones: Object.fromEntries(needs.milestones.map((kind) => [kind, first])), amounts };
}

/** A trial of a term that came to need other things keeps what was typed and gets what is new. */
export function fittedTrial(trial: Trial, needs: Needs): Trial {
  const sample = sampleTrial(needs, trial.firstYear, trial.years);
  return { ...trial, milestones: { ...sample.milestones, ...trial.milestones }, amounts: { ...sample.amounts, ...trial.amounts } };
}

export function figuresOf({ firstYear, amounts }: Trial, rows: readonly Row[], term: SharingTerm): readonly Figure[] {
  const perYear = { month: 12, quarter: 4, 'half-year': 2, year: 1 }[periodOf(term)];
  return rows.flatMap((row) =>
    (amounts[keyOf(row)] ?? []).flatMap((typed, place) => {
      const amount = amountFrom(typed, unitOf(row.measure));
      return amount === undefined ? [] : yearOf(row, firstYear + place, BigInt(amount), perYear, scopeOf(term));
    }),
  );
}

/** A year's amount in equal parts for its settlement periods, to the fen; what is there from a day on is there from the first. */
function yearOf({ measure, party }: Row, year: number, amount: bigint, perYear: number, company: string | undefined): Figure[] {
  const stock = measure === 'investment/paid-in' || measure === 'count/delivered';
  const parts = stock
    ? [amount]
    : allocate(
        amount as Fen,
        Array.from({ length: perYear }, (_, rank) => ({ weight: 1n, rank })),
      );
  return parts.map((part, index) => {
    const [from, to] = stock
      ? [day(year, 0, 1), day(year, 0, 1)]
      : [day(year, (12 / perYear) * index, 1), day(year, (12 / perYear) * (index + 1), 0)];
    return {
      eventId: `${measure} ${party} ${year}.${index}` as EventId,
      measure,
      party: party as OrganisationId,
      period: { from, to },
      amount: part.toString(),
      effectiveOn: to,
      flags: [],
      ...(company === undefined ? {} : { company }),
    };
  });
}

export function milestonesOf({ milestones }: Trial, needs: Needs): readonly Milestone[] {
  return needs.milestones.flatMap((kind) => {
    const on = milestones[kind];
    return on === undefined || on === '' ? [] : [{ eventId: `milestone ${kind}` as EventId, kind, on: on as CalendarDate }];
  });
}

/** What the engine is given: the trial's figures as all that is known, and the terms in force before anything of it. */
export function inputOf(term: SharingTerm, trial: Trial, needs: Needs): SharingInput {
  const figures = figuresOf(trial, [...needs.base, ...needs.others], term);
  const milestones = milestonesOf(trial, needs);
  const last = trial.firstYear + trial.years - 1;
  return {
    versions: [{ digest: TRIAL_DIGEST, clause: CLAUSE, effectiveFrom: firstDay(term, trial, milestones), term }],
    milestones,
    figures,
    reference: sharingReference,
    knownAt: `${last + 1}-01-01T00:00:00.000Z` as Instant,
    through: day(last, 11, 31),
  };
}

export const run = (term: SharingTerm, trial: Trial, needs: Needs): Evaluation => evaluate(inputOf(term, trial, needs));

/** The terms hold from the first of what they name, or of what is assumed. */
function firstDay(term: SharingTerm, { firstYear }: Trial, milestones: readonly Milestone[]): CalendarDate {
  const dates = term.node === 'share' ? [] : term.clock.start.all.flatMap((each) => (each.node === 'on-date' ? [each.date as string] : []));
  const [first = `${firstYear}-01-01`] = [...dates, ...milestones.map(({ on }) => on as string), `${firstYear}-01-01`].sort();
  return `${first.slice(0, 4)}-01-01` as CalendarDate;
}

const periodOf = (term: SharingTerm) => (term.node === 'share' ? 'year' : term.node === 'money' ? term.settlement.period : term.reporting.period);
const scopeOf = (term: SharingTerm) => (term.node === 'money' && term.base.scope === 'each-company' ? COMPANY : undefined);
const day = (year: number, month: number, date: number) => new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10) as CalendarDate;
