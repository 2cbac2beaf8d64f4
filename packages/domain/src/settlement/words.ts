import { z } from 'zod';
import { calendarDate, digest } from '../kernel/index.ts';

/** Why somebody did something; never empty. */
export const reason = z.string().trim().min(1).max(2000);

/** First and last day, Beijing calendar dates, both within. */
export const period = z.strictObject({ from: calendarDate, to: calendarDate });
export type Period = z.infer<typeof period>;

/** A document behind a figure, a milestone or a transfer: the hash of its content, as the vault keeps it, and what whoever put it in calls it. */
export const sourceDocument = z.strictObject({ digest, name: z.string().trim().min(1).max(200) });
export type SourceDocument = z.infer<typeof sourceDocument>;

export function overlap(one: Period, other: Period): boolean {
  return one.from <= other.to && other.from <= one.to;
}
