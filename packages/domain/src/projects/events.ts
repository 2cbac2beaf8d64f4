import { z } from 'zod';
import { calendarDate, commandId, type DomainEvent, memberId, organisationId, projectId } from '../kernel/index.ts';
import { creditCode } from '../organisations/credit-code.ts';
import { imported } from '../registration/events.ts';
import { sourceDocument } from '../settlement/words.ts';
import { projectMilestone, projectMilestoneKind } from './milestone.ts';

export const projectReason = z.string().trim().min(1).max(2000);

export const projectKind = z.enum([
  'transfer', // 产业转移
  'new-investment', // 新引进投资
  'expansion', // 增资扩产
  'conversion', // 成果转化："京津冀研发、内蒙古转化"
]);
export type ProjectKind = z.infer<typeof projectKind>;

/** What a project is, apart from whose it is and how far it has come. */
export const projectBasics = z.strictObject({
  name: z.string().trim().min(1).max(120),
  kind: projectKind,
  /** GB/T 4754: a division, group or class by its digits, or a section by its letter. */
  industry: z.string().regex(/^([A-T]|\d{2,4})$/),
  /** GB/T 2260, or a zone's statistical code: where it is built. */
  region: z.string().regex(/^\d{6}$/),
  /** Who invests; a business secret until it is signed. */
  company: z.strictObject({ name: z.string().trim().min(1).max(120), code: creditCode.optional() }).optional(),
  /** Where it was heard of, and who brought it (首谈). */
  source: z.string().trim().max(200),
  /** Of 成果转化: the institute whose results are put to use. */
  institute: z.string().trim().max(120).optional(),
});
export type ProjectBasics = z.infer<typeof projectBasics>;

/** Whose project it is: where it comes from, where it is known, and where it is built. */
export const projectSides = z.strictObject({ origin: organisationId.optional(), destination: organisationId });
export type ProjectSides = z.infer<typeof projectSides>;

export const commitmentKind = z.enum([
  'notice', // 告知承诺
  'tolerance', // 容缺受理
  'build-first', // 先建后验
  'standard-land', // 标准地
]);
export type CommitmentKind = z.infer<typeof commitmentKind>;

/** Something that is allowed now and shown later: what, to which department, until when. */
export const commitmentContent = z.strictObject({
  kind: commitmentKind,
  words: z.string().trim().min(1).max(500),
  department: z.string().trim().min(1).max(120),
  dueOn: calendarDate,
  documents: z.array(sourceDocument).max(10),
});
export type CommitmentContent = z.infer<typeof commitmentContent>;

/** When which milestone is to come: what the timeline is held against. */
export const projectSchedule = z.array(z.strictObject({ kind: projectMilestoneKind, on: calendarDate })).max(21);
export type ProjectSchedule = z.infer<typeof projectSchedule>;

const base = { project: projectId };
const number = z.number().int().positive();
const about = { ...base, number, party: organisationId };
/** `readers`: who may read the project when it is said, the one who says it among them. */
const readers = z.array(organisationId).min(1).max(10);

/** The events of `project-<id>`: what the parties of one project report to each other. */
export const projectEvents = {
  ProjectOpened: z.strictObject({ ...base, party: organisationId, sides: projectSides, basics: projectBasics, imported: imported.optional() }),
  /** 更正 of what it is; whose it is changes by 流转 alone. */
  ProjectCorrected: z.strictObject({ ...base, party: organisationId, basics: projectBasics, reason: projectReason }),
  /** The days that are planned; each schedule takes the place of the one before. */
  ProjectScheduled: z.strictObject({ ...base, party: organisationId, schedule: projectSchedule }),
  ProjectMilestoneReported: z.strictObject({ ...about, readers, milestone: projectMilestone }),
  ProjectMilestoneConfirmed: z.strictObject(about),
  ProjectMilestoneQuestioned: z.strictObject({ ...about, reason: projectReason }),
  ProjectQuestionAnswered: z.strictObject({ ...about, answer: projectReason }),
  /** At once while not all have confirmed it, else when they confirm that too. By a process where its code is another project's. */
  ProjectMilestoneRetracted: z.strictObject({ ...about, reason: projectReason }),
  ProjectRetractionConfirmed: z.strictObject(about),
  ProjectRetractionRejected: z.strictObject({ ...about, reason: projectReason }),
  ProjectCommitmentGiven: z.strictObject({ ...about, commitment: commitmentContent }),
  /** Looked at, by somebody else than recorded it: kept, or not. */
  ProjectCommitmentVerified: z.strictObject({
    ...about,
    kept: z.boolean(),
    on: calendarDate,
    documents: z.array(sourceDocument).max(10),
    note: z.string().trim().max(500),
  }),
  ProjectCommitmentWithdrawn: z.strictObject({ ...about, reason: projectReason }),
  /** 全程代办: who goes to the offices for the company. */
  ProjectAgentAppointed: z.strictObject({ ...base, party: organisationId, agent: memberId }),
  AgencyTaskAssigned: z.strictObject({ ...about, title: z.string().trim().min(1).max(200), dueOn: calendarDate }),
  AgencyTaskCompleted: z.strictObject({ ...about, on: calendarDate, note: z.string().trim().max(500) }),
};

/** The events of `intake-<command>` that bring projects in: all rows of one file or none. */
export const projectIntakeEvents = {
  ProjectImported: z.strictObject({
    intake: commandId,
    project: projectId,
    party: organisationId,
    sides: projectSides,
    basics: projectBasics,
    imported,
  }),
};

type Schemas = typeof projectEvents;
export type ProjectEvent = { [Type in keyof Schemas]: DomainEvent<Type, z.infer<Schemas[Type]>> }[keyof Schemas];
export type ProjectIntakeEvent = DomainEvent<'ProjectImported', z.infer<(typeof projectIntakeEvents)['ProjectImported']>>;
