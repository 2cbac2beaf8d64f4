import type { EventId, Instant, MemberId, OrganisationId } from '../../kernel/index.ts';

/**
 * ```
 * reported ⇄ questioned → confirmed ⇄ withdrawing → withdrawn
 *      │          │           └──→ superseded      when what restates it is confirmed
 *      └──────────┴──→ withdrawn, superseded       at once: not all have relied on it
 * ```
 * Invariant: what all have confirmed changes only when all have confirmed the change.
 */
export type ReportPhase = 'reported' | 'questioned' | 'confirmed' | 'withdrawing' | 'withdrawn' | 'superseded';

/** Somebody's act for a party. */
export interface Act {
  readonly party: OrganisationId;
  readonly member: MemberId | undefined;
  /** The principal, where a delegate acted (委托). */
  readonly onBehalfOf?: MemberId | undefined;
  readonly at: Instant;
}

export interface Question extends Act {
  readonly reason: string;
  readonly answer: (Pick<Act, 'member' | 'onBehalfOf' | 'at'> & { readonly text: string }) | undefined;
}

/** A figure or milestone with all that was said to it. */
export interface Report<Content> extends Act {
  readonly number: number;
  /** The event that reported it: what computations name as their input. */
  readonly eventId: EventId;
  /** Who may read it, its reporter among them; the others are those who confirm it. */
  readonly readers: readonly OrganisationId[];
  readonly content: Content;
  readonly phase: ReportPhase;
  readonly confirmations: readonly Act[];
  readonly questions: readonly Question[];
  /** The one that it corrects, and why. */
  readonly supersedes: { readonly number: number; readonly reason: string } | undefined;
  /** What is to stand in its place, or already does. */
  readonly change: number | undefined;
  readonly withdrawal: (Act & { readonly reason: string; readonly confirmations: readonly Act[] }) | undefined;
}

/** All have confirmed it, and nothing that all have confirmed has taken it away: it is computed with. */
export const counts = ({ phase }: Pick<Report<unknown>, 'phase'>) => phase === 'confirmed' || phase === 'withdrawing';

/** It is still on the table or agreed. */
export const stands = ({ phase }: Pick<Report<unknown>, 'phase'>) => phase !== 'withdrawn' && phase !== 'superseded';

/** Who has yet to confirm it, or its withdrawal. */
export function awaited({ phase, readers, party, confirmations, withdrawal }: Report<unknown>): readonly OrganisationId[] {
  const heard = phase === 'withdrawing' ? (withdrawal?.confirmations ?? []) : confirmations;
  const open = phase === 'reported' || phase === 'questioned' || phase === 'withdrawing';
  return open ? readers.filter((reader) => reader !== party && !heard.some((act) => act.party === reader)) : [];
}

/** The questions that wait for an answer. */
export const openQuestions = ({ questions }: Pick<Report<unknown>, 'questions'>) => questions.filter(({ answer }) => answer === undefined);
