import type { NegotiationId } from '@lianyu/domain/kernel';
import type { Activity, AgreementRow, CoordinationDocument, DeadlineDocument, Stage } from '@lianyu/projections/folds';
import { formatDay } from '../i18n/format.ts';
import { STALLED_DAYS } from './stalled.ts';

/** One thing that happened, with the identity of its document. */
export interface Happening {
  readonly key: string;
  readonly body: Activity;
}

/** All that the wall is drawn from: the rows that the viewer may read, live or as they stood at a moment of the film. */
export interface PictureData {
  readonly agreements: readonly AgreementRow[];
  /** Newest first. */
  readonly happenings: readonly Happening[];
  readonly deadlines: readonly DeadlineDocument[];
  readonly exchanges: readonly CoordinationDocument[];
  /** The instant that is looked at. */
  readonly now: number;
}

export interface Standing {
  readonly row: AgreementRow;
  /** Whole days since the last move, in Beijing. */
  readonly days: number;
}

const OPEN: readonly Stage[] = ['negotiating', 'clearing', 'signing'];
const DAY_MS = 86_400_000;
export const todayAt = (now: number) => formatDay(new Date(now).toISOString());
export const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** What is not concluded yet, longest without a move first. */
export function openOf(agreements: readonly AgreementRow[], today: string): readonly Standing[] {
  return agreements
    .filter(({ stage }) => OPEN.includes(stage))
    .map((row) => ({ row, days: Math.max(0, daysBetween(row.lastMoveOn, today)) }))
    .sort((one, other) => other.days - one.days || (one.row.id < other.row.id ? -1 : 1));
}

export const isStalled = ({ days }: Standing) => days >= STALLED_DAYS;

/** How far the wall looks back and ahead, in days. */
export const WALL_DAYS = { back: 365, ahead: 60 } as const;

/** A day of an agreement; those of mandates and delegations stay with their organisation and are not on the wall. */
export type AgreementDeadline = DeadlineDocument & { readonly agreement: NegotiationId };

/** The deadlines that the wall counts: those of the last year, and what comes. */
export function withinWall(deadlines: readonly DeadlineDocument[], today: string): readonly AgreementDeadline[] {
  return deadlines.filter(
    (each): each is AgreementDeadline =>
      each.agreement !== undefined && daysBetween(each.on, today) <= WALL_DAYS.back && daysBetween(today, each.on) <= WALL_DAYS.ahead,
  );
}

/** How the promises of what is signed stand: every duty once. */
export interface Promises {
  readonly late: readonly AgreementDeadline[];
  readonly disputed: readonly AgreementDeadline[];
  readonly due: readonly AgreementDeadline[];
  /** Done in time, and done after its day. */
  readonly kept: number;
  readonly keptLate: number;
}

export function promisesOf(deadlines: readonly AgreementDeadline[], today: string): Promises {
  const duties = deadlines.filter(({ duty }) => duty);
  const open = duties.filter((each) => each.open).sort(soonest);
  const disputed = open.filter(({ kind }) => kind === 'resolve-dispute');
  const others = open.filter(({ kind }) => kind !== 'resolve-dispute');
  const done = duties.filter(({ outcome }) => outcome?.how === 'done');
  const keptLate = done.filter(({ outcome, on }) => outcome !== undefined && outcome.on > on).length;
  return {
    late: others.filter(({ on }) => on < today),
    disputed,
    due: others.filter(({ on }) => on >= today),
    kept: done.length - keptLate,
    keptLate,
  };
}

/** What comes within some days, soonest first; moments that come by themselves as well. */
export function aheadOf(deadlines: readonly AgreementDeadline[], today: string, days: number): readonly AgreementDeadline[] {
  return deadlines.filter(({ open, on }) => open && on >= today && daysBetween(today, on) <= days).sort(soonest);
}

/** By day, and those of one day always in the same order. */
function soonest(one: AgreementDeadline, other: AgreementDeadline): number {
  const [before, after] = [one, other].map(({ on, agreement, id }) => `${on} ${agreement} ${id}`);
  return (before ?? '') < (after ?? '') ? -1 : 1;
}

/** How many of each value there are, most first; what has no value is not counted. */
export function tally<Value extends string>(values: readonly (Value | undefined)[]): readonly (readonly [Value, number])[] {
  const counts = new Map<Value, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1));
}
