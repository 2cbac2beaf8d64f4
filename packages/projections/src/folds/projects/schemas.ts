import { calendarDate, eventId, instant, memberId, negotiationId, organisationId, projectId } from '@lianyu/domain/kernel';
import {
  commitmentContent,
  indicator,
  projectBasics,
  projectKind,
  projectMilestone,
  projectSchedule,
  projectSides,
  projectStage,
  projectStanding,
} from '@lianyu/domain/projects';
import { imported } from '@lianyu/domain/registration';
import { z } from 'zod';
import { reportPhase } from '../figures/schemas.ts';

const amounts = z.partialRecord(indicator, z.string());
/** Who did it and when; members are there only for acts of the reader's own organisation (LV-5). */
const act = z.strictObject({ party: organisationId, at: instant, member: memberId.optional(), onBehalfOf: memberId.optional() });

/**
 * One project in lists and on the board (topic `projects`). Key: the project; sorted by stage, then by its last move. Under
 * `overview` everything optional is missing: the office and audit bodies have no names, companies and figures (AZ-2).
 */
export const projectRow = z.strictObject({
  id: projectId,
  stage: projectStage,
  standing: projectStanding,
  kind: projectKind,
  /** Division of GB/T 4754, or the letter of a section. */
  industry: z.string(),
  ...projectSides.shape,
  parties: z.array(organisationId),
  openedOn: calendarDate,
  /** Day of the latest milestone that counts; that of opening before there is one. */
  lastOn: calendarDate,
  name: z.string().optional(),
  company: z.string().optional(),
  code: z.string().optional(),
  agreement: negotiationId.optional(),
  /** Capital in fen: what was promised and what is in place. */
  promised: z.string().optional(),
  actual: z.string().optional(),
  /** The reader's organisation has to answer or confirm something. */
  waitsForUs: z.boolean().optional(),
  /** The first day of an open commitment or task. */
  nextDue: calendarDate.optional(),
  search: z.string(),
});
export type ProjectRow = z.infer<typeof projectRow>;

/** What a funnel is made of; served in sums alone. Key: the project. */
export const projectSteps = z.strictObject({
  destination: organisationId,
  origin: organisationId.optional(),
  kind: projectKind,
  industry: z.string(),
  standing: projectStanding,
  stage: projectStage,
  /** First day of each step of the funnel that was reached. */
  reached: z.record(z.string(), calendarDate),
  promised: z.string().optional(),
  actual: z.string().optional(),
});
export type ProjectSteps = z.infer<typeof projectSteps>;

const milestone = z.strictObject({
  number: z.number().int().positive(),
  eventId,
  ...act.shape,
  content: projectMilestone,
  phase: reportPhase,
  readers: z.array(organisationId),
  confirmations: z.array(act),
  questions: z.array(
    act.extend({ reason: z.string(), answer: z.strictObject({ text: z.string(), at: instant, member: memberId.optional() }).optional() }),
  ),
  withdrawal: act.extend({ reason: z.string(), confirmations: z.array(act) }).optional(),
  awaits: z.array(organisationId),
  waitsForUs: z.boolean(),
  ours: z.boolean(),
});

/** The page of a project for one of its parties (topic `project/<id>`). Key: the project. */
export const projectPage = z.strictObject({
  id: projectId,
  basics: projectBasics,
  ...projectSides.shape,
  parties: z.array(organisationId),
  opened: act,
  imported: imported.optional(),
  stage: projectStage,
  standing: projectStanding,
  agreement: negotiationId.optional(),
  code: z.string().optional(),
  promised: amounts,
  actual: amounts,
  corrections: z.array(act.extend({ reason: z.string(), before: projectBasics })),
  /** What is planned now, and what was planned first. */
  schedule: projectSchedule,
  firstSchedule: projectSchedule,
  milestones: z.array(milestone),
  commitments: z.array(
    act.extend({
      number: z.number().int(),
      content: commitmentContent,
      verdict: act.extend({ kept: z.boolean(), on: calendarDate, note: z.string() }).optional(),
      withdrawn: act.extend({ reason: z.string() }).optional(),
    }),
  ),
  /** 全程代办; who it is, for the agent's own organisation alone. */
  agent: z.strictObject({ party: organisationId, agent: memberId.optional() }).optional(),
  tasks: z.array(
    z.strictObject({
      number: z.number().int(),
      party: organisationId,
      title: z.string(),
      dueOn: calendarDate,
      completed: z.strictObject({ on: calendarDate, note: z.string() }).optional(),
    }),
  ),
});
export type ProjectPage = z.infer<typeof projectPage>;
export type ProjectMilestoneShown = ProjectPage['milestones'][number];
