import { z } from 'zod';
import { calendarDate, type DomainEvent, negotiationId, organisationId, projectId } from '../../kernel/index.ts';
import { countText } from '../../money/index.ts';
import { measure, milestoneKind } from '../../sharing/index.ts';
import { period, reason, sourceDocument } from '../words.ts';

/** An enterprise that a figure is of. Business secret: only the parties concerned read it (AZ-2). The code is the 统一社会信用代码; its check character is a warning, not a rule, since real ones fail it. */
export const company = z.strictObject({
  code: z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/),
  name: z.string().trim().min(1).max(120),
});
export type Company = z.infer<typeof company>;

/** What a figure says. The amount is a whole number of the smallest part of the measure's unit (fen, for money), never negative. */
export const figureContent = z.strictObject({
  measure,
  period,
  amount: countText,
  /** The day on which it holds: paid into the treasury, paid back, put in place. */
  effectiveOn: calendarDate,
  company: company.optional(),
  /** Of tax under 总分机构汇总纳税: of a head office or of a branch. */
  consolidated: z.enum(['head-office', 'branch']).optional(),
  estimated: z.boolean(),
  document: sourceDocument,
  note: z.string().trim().max(500),
});
export type FigureContent = z.infer<typeof figureContent>;

/** What a milestone says: that it has come, on which day, by which documents; of one enterprise or of all. */
export const milestoneContent = z.strictObject({
  kind: milestoneKind,
  on: calendarDate,
  company: company.optional(),
  documents: z.array(sourceDocument).min(1).max(10),
  note: z.string().trim().max(500),
  /** The project, and its milestone by number, from which a process carried it over; nobody states it. */
  project: z.strictObject({ id: projectId, milestone: z.number().int().positive() }).optional(),
});
export type MilestoneContent = z.infer<typeof milestoneContent>;

/** Figures and milestones of an agreement are counted from one, each kind for itself. */
const number = z.number().int().positive();
const base = { agreement: negotiationId };
/** `readers` are the parties that may read the single figure, its reporter among them; all others have sums. */
const told = { ...base, number, party: organisationId, readers: z.array(organisationId).min(2).max(10) };
const about = { ...base, number, party: organisationId };

/** The events of `figures-<agreement>`: what the parties concerned report to each other, and what the others say to it. */
export const figuresEvents = {
  ReportingOpened: z.strictObject({
    ...base,
    parties: z.array(organisationId).min(2).max(10),
    readers: z.array(organisationId).min(2).max(10),
  }),
  FigureReported: z.strictObject({ ...told, figure: figureContent }),
  /** Is to stand in the place of the one it names: of an unconfirmed one at once, of a confirmed one when it is confirmed itself. */
  FigureRestated: z.strictObject({ ...told, figure: figureContent, supersedes: number, reason }),
  FigureConfirmed: z.strictObject(about),
  /** With the confirmation of what restates it: from here on that one counts. */
  FigureSuperseded: z.strictObject({ ...about, by: number }),
  FigureQuestioned: z.strictObject({ ...about, reason }),
  FigureQuestionAnswered: z.strictObject({ ...about, answer: reason }),
  /** `restates`: the confirmed one that it was to take the place of, and which now stands unchallenged. */
  FigureWithdrawn: z.strictObject({ ...about, reason, restates: number.optional() }),
  FigureWithdrawalConfirmed: z.strictObject(about),
  FigureWithdrawalDeclined: z.strictObject({ ...about, reason }),
  MilestoneReported: z.strictObject({ ...told, milestone: milestoneContent }),
  MilestoneConfirmed: z.strictObject(about),
  MilestoneQuestioned: z.strictObject({ ...about, reason }),
  MilestoneQuestionAnswered: z.strictObject({ ...about, answer: reason }),
  MilestoneRetracted: z.strictObject({ ...about, reason }),
  MilestoneRetractionConfirmed: z.strictObject(about),
  MilestoneRetractionDeclined: z.strictObject({ ...about, reason }),
};

type Schemas = typeof figuresEvents;
export type FiguresEvent = { [Type in keyof Schemas]: DomainEvent<Type, z.infer<Schemas[Type]>> }[keyof Schemas];
