import { z } from 'zod';
import { type CalendarDate, calendarDate, type Digest, eventId, type Instant, organisationId } from '../kernel/index.ts';
import { type RatioText, wholeText } from '../money/index.ts';
import { measure, milestoneKind, type SchemeLevel, type SchemeTax, type SharingTerm } from './term/index.ts';

/** First and last day, both within. */
export const dateRange = z.strictObject({ from: calendarDate, to: calendarDate });
export type DateRange = z.infer<typeof dateRange>;

/** Terms of one clause as they hold from a day on: what was signed first, then each amendment (TM-1). */
export interface TermsVersion {
  /** Digest of the signed text that the terms stand in. */
  readonly digest: Digest;
  readonly clause: string;
  readonly effectiveFrom: CalendarDate;
  /** Last day on which they hold: the agreement ends or is terminated. Without it they hold until the next version or without end. */
  readonly until?: CalendarDate | undefined;
  readonly term: SharingTerm;
}

/** Something that happened, as known at an instant: one that was retracted by then is left out by whoever asks. */
export const milestone = z.strictObject({
  eventId,
  kind: milestoneKind,
  on: calendarDate,
  /** The enterprise that it is about, by an opaque id; none means the undertaking as a whole. */
  company: z.string().min(1).max(64).optional(),
});
export type Milestone = z.infer<typeof milestone>;

/**
 * One reported figure, as known at an instant. A restated figure is a new one that names the old in `supersedes`: of a chain
 * only the last counts. What is wrong altogether is superseded by a figure of zero.
 */
export const figure = z.strictObject({
  eventId,
  measure,
  /** The party in whose hands or on whose ground it is: who collected the tax, laid out the money, where the activity is. */
  party: organisationId,
  company: z.string().min(1).max(64).optional(),
  /** What the amount is of. A stock, such as investment in place, has the day from which on it is there as both. */
  period: dateRange,
  /** In the smallest part of the measure's unit (`unitOf`), without decimals: fen, 1/10 000 mu. Refunds and outlays are positive. */
  amount: wholeText,
  /** When it holds (TM-1): the day on which tax was paid or paid back, money laid out. A first payment starts clocks on this day. */
  effectiveOn: calendarDate,
  flags: z.array(z.enum(['head-office', 'branch', 'estimated'])).max(3),
  supersedes: eventId.optional(),
});
export type Figure = z.infer<typeof figure>;

/** A part of a tax by law, from a day on, with its source. Ratios are of the gross amount. */
export interface TaxRate {
  readonly tax: SchemeTax;
  readonly level: Exclude<SchemeLevel, 'gross'>;
  /** GB/T 2260 code of the region whose rule it is; `000000` holds wherever no finer one does. */
  readonly region: string;
  readonly from: CalendarDate;
  readonly until?: CalendarDate | undefined;
  readonly ratio: RatioText;
  /** Document that says so, and whether it was read. */
  readonly source: string;
  readonly verified: boolean;
}

/** A tax that did not always exist: 营业税 until 2016-04-30. */
export interface TaxLife {
  readonly tax: SchemeTax;
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
  readonly source: string;
}

/** Dated facts that terms refer to; `version` is recorded with each statement. */
export interface SharingReference {
  readonly version: string;
  readonly rates: readonly TaxRate[];
  readonly taxes: readonly TaxLife[];
}

/** All that a statement depends on. Nothing else does: the same input gives the same statements, always. */
export interface SharingInput {
  /** All of one clause, in any order. */
  readonly versions: readonly TermsVersion[];
  readonly milestones: readonly Milestone[];
  readonly figures: readonly Figure[];
  readonly reference: SharingReference;
  /** The instant as of which milestones and figures were known; only repeated in what comes out (MN-3). */
  readonly knownAt: Instant;
  /** Statements are made for every settlement period that begins on or before this day. */
  readonly through: CalendarDate;
}

/** Figures of one measure are looked for by many; this is the one place that says which count. */
export function inForce(figures: readonly Figure[]): readonly Figure[] {
  const superseded = new Set(figures.flatMap(({ supersedes }) => supersedes ?? []));
  return superseded.size === 0 ? figures : figures.filter(({ eventId: id }) => !superseded.has(id));
}
