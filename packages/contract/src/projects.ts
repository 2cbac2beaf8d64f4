import { calendarDate, memberId, organisationId, projectId } from '@lianyu/domain/kernel';
import {
  commitmentContent,
  projectBasics,
  projectKind,
  projectMilestone,
  projectReason,
  projectSchedule,
  projectSides,
  projectStage,
  projectStanding,
} from '@lianyu/domain/projects';
import { sourceDocument } from '@lianyu/domain/settlement';
import { z } from 'zod';
import { cursor, row } from './live/messages.ts';
import { asOfParameter, stoodAt } from './moments.ts';

const onProject = { project: projectId };
const number = z.number().int().min(1).max(1_000);
const onNumber = { ...onProject, number };
/** `codeOverridden`: the 统一社会信用代码 is as it reads, though its check character does not fit. */
const overridden = { codeOverridden: z.boolean().optional() };

/** Commands on projects. A document is named by the hash that `POST /api/files` answered. */
export const projectCommands = {
  'open-project': z.strictObject({ sides: projectSides, basics: projectBasics, ...overridden }),
  'correct-project': z.strictObject({ ...onProject, basics: projectBasics, reason: projectReason, ...overridden }),
  'schedule-project': z.strictObject({ ...onProject, schedule: projectSchedule }),
  'report-project-milestone': z.strictObject({ ...onProject, milestone: projectMilestone }),
  'confirm-project-milestone': z.strictObject(onNumber),
  'question-project-milestone': z.strictObject({ ...onNumber, reason: projectReason }),
  'answer-project-question': z.strictObject({ ...onNumber, answer: projectReason }),
  /** 更正; of what all have confirmed it takes the others' confirmation. */
  'retract-project-milestone': z.strictObject({ ...onNumber, reason: projectReason }),
  'confirm-project-retraction': z.strictObject(onNumber),
  'reject-project-retraction': z.strictObject({ ...onNumber, reason: projectReason }),
  'give-project-commitment': z.strictObject({ ...onProject, commitment: commitmentContent }),
  'verify-project-commitment': z.strictObject({
    ...onNumber,
    kept: z.boolean(),
    on: calendarDate,
    documents: z.array(sourceDocument).max(10),
    note: z.string().trim().max(500),
  }),
  'withdraw-project-commitment': z.strictObject({ ...onNumber, reason: projectReason }),
  'appoint-project-agent': z.strictObject({ ...onProject, agent: memberId }),
  'assign-agency-task': z.strictObject({ ...onProject, title: z.string().trim().min(1).max(200), dueOn: calendarDate }),
  'complete-agency-task': z.strictObject({ ...onNumber, on: calendarDate, note: z.string().trim().max(500) }),
} as const;

const filter = {
  ...asOfParameter,
  stage: projectStage.optional(),
  standing: projectStanding.optional(),
  kind: projectKind.optional(),
  /** The zone where it is built. */
  destination: organisationId.optional(),
  origin: organisationId.optional(),
  industry: z.string().max(4).optional(),
  waits: z.enum(['true']).optional(),
  q: z.string().trim().max(80).optional(),
};

/** GET /api/projects, sorted by stage, furthest first, then by the last move; and GET /api/projects/export.xlsx, .csv */
export const projectsQuery = z.strictObject({
  ...filter,
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const projectsExportQuery = z.strictObject({ ...filter, language: z.enum(['zh', 'en']).default('zh') });

export const boardQuery = z.strictObject(asOfParameter);
/** GET /api/projects/board: of each stage how many, and the newest of them. */
export const projectBoard = z.strictObject({
  stages: z.array(z.strictObject({ stage: projectStage, count: z.number().int(), rows: z.array(row) })),
  cursor: cursor.optional(),
  asOf: stoodAt.optional(),
});
export type ProjectBoard = z.infer<typeof projectBoard>;

/** GET /api/projects/funnel */
export const funnelQuery = z.strictObject({
  ...asOfParameter,
  destination: organisationId.optional(),
  kind: projectKind.optional(),
  industry: z.string().max(4).optional(),
  /** Of projects that were signed in this year. */
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
});

const sums = z.strictObject({ projects: z.number().int(), promised: z.string(), actual: z.string() });
export const projectFunnel = z.strictObject({
  /** Each step with how many reached it, and the days from the step before that they had reached. */
  steps: z.array(
    z.strictObject({
      step: z.string(),
      count: z.number().int(),
      days: z.strictObject({ projects: z.number().int(), median: z.number().int(), longest: z.number().int() }).optional(),
    }),
  ),
  projects: z.number().int(),
  standing: z.record(projectStanding, z.number().int()),
  /** Capital in fen over the projects that tell any; missing where so few do that one could be told from it. */
  capital: sums.optional(),
  /** More projects than are looked at. */
  more: z.boolean(),
});
export type ProjectFunnel = z.infer<typeof projectFunnel>;

/** GET /api/projects/:id/actions: what the viewer may do, and what may be said to each milestone that stands. */
const said = z.strictObject({ code: z.string(), data: z.record(z.string(), z.unknown()) });
export const projectActions = z.strictObject({
  /** Reports milestones, records commitments, rights what it is. */
  reports: z.boolean(),
  confirms: z.boolean(),
  milestones: z.array(
    z.strictObject({
      number: z.number().int(),
      commands: z.array(z.strictObject({ command: z.string(), allowed: z.boolean(), missing: z.array(said) })),
    }),
  ),
});
export type ProjectActions = z.infer<typeof projectActions>;
export const projectParams = z.strictObject({ id: projectId });
