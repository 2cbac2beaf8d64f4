import { calendarDate, eventId, instant, memberId, negotiationId, organisationId } from '@lianyu/domain/kernel';
import { unit } from '@lianyu/domain/money';
import { figureContent, milestoneContent, sourceDocument } from '@lianyu/domain/settlement';
import { z } from 'zod';

export const reportPhase = z.enum(['reported', 'questioned', 'confirmed', 'withdrawing', 'withdrawn', 'superseded']);

/** Who did it and when, a delegate with the principal (`onBehalfOf`). Members are there only for acts of the reader's own organisation (LV-5). */
const act = z.strictObject({ party: organisationId, at: instant, member: memberId.optional(), onBehalfOf: memberId.optional() });

/** What a figure and a milestone have in common. Readers: the parties that the report names, each with a document of its own. */
const report = {
  agreement: negotiationId,
  /** Counted from one within the agreement, figures and milestones each for themselves: F-12, M-3. */
  number: z.number().int().positive(),
  /** The event that reported it; derivations name it as their input. */
  eventId,
  /** Who reported it. */
  party: organisationId,
  at: instant,
  member: memberId.optional(),
  onBehalfOf: memberId.optional(),
  phase: reportPhase,
  confirmations: z.array(act),
  questions: z.array(
    act.extend({
      reason: z.string(),
      answer: z.strictObject({ text: z.string(), at: instant, member: memberId.optional(), onBehalfOf: memberId.optional() }).optional(),
    }),
  ),
  /** What is to stand in its place (phase confirmed), or already does (phase superseded): a number of the same kind. */
  change: z.number().int().optional(),
  withdrawal: act.extend({ reason: z.string(), confirmations: z.array(act) }).optional(),
  /** Who has to do something next: the reporter to answer a question, else those who have yet to confirm it or its withdrawal. */
  awaits: z.array(organisationId),
  /** The reader's organisation is among them. */
  waitsForUs: z.boolean(),
  /** The reader's organisation reported it. */
  ours: z.boolean(),
  /** Lower-case text that search looks in. */
  search: z.string(),
};

/** One line of the figures inbox, and its page. Key `<agreement>/<number, six digits>`, topic `figures/<agreement>`; newest first. */
export const figureDocument = z.strictObject({
  ...report,
  /** Amount in the smallest part of `unit`, `"316227766"` of fen is 3,162,277.66 yuan. */
  ...figureContent.shape,
  unit,
  /** The one that it corrects, and why. */
  supersedes: z.strictObject({ number: z.number().int(), reason: z.string() }).optional(),
  /** Year of the last day of its period, to filter by. */
  year: z.string(),
});
export type FigureDocument = z.infer<typeof figureDocument>;

/** A milestone. Key `<agreement>/<number, six digits>`, topic `figures/<agreement>`. */
export const milestoneDocument = z.strictObject({ ...report, ...milestoneContent.shape });
export type MilestoneDocument = z.infer<typeof milestoneDocument>;

/**
 * That figures may be reported for an agreement, by whom, and how often what they come to has changed: whoever shows a
 * computed preview computes it again when `changes` has risen. Key: the agreement; for the readers of single figures.
 */
export const reportingDocument = z.strictObject({
  agreement: negotiationId,
  parties: z.array(organisationId),
  readers: z.array(organisationId),
  changes: z.number().int(),
  changedAt: instant,
});
export type ReportingDocument = z.infer<typeof reportingDocument>;

/** That its readers may open a file (topic `file/<digest>`, watched by nobody): who put it in and what it is called. */
export const fileReference = z.strictObject({ ...sourceDocument.shape, owner: organisationId, on: calendarDate });
export type FileReference = z.infer<typeof fileReference>;
