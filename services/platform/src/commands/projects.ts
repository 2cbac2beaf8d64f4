import type { projectCommands as contracted } from '@lianyu/contract';
import { isProjectEvent } from '@lianyu/domain/events';
import { type CommandId, type OrganisationId, type ProjectId, projectId, streamOf } from '@lianyu/domain/kernel';
import { checkHolds, type Role } from '@lianyu/domain/organisations';
import {
  type ProjectBasics,
  type ProjectCommand,
  type ProjectEvent,
  type ProjectMilestone,
  type ProjectState,
  projectDecider,
} from '@lianyu/domain/projects';
import { derivedId } from '@lianyu/proofs';
import { industryOf } from '@lianyu/reference-data/industries';
import { isRegion } from '@lianyu/reference-data/regions';
import type { Definitions, Failure, Giver } from './definition.ts';
import { notKept } from './documents.ts';
import { type Occasion, type Plan, plan } from './plan.ts';

type Names = keyof typeof contracted;

const drafter = () => 'drafter' as const;
const reviewer = () => 'finance-reviewer' as const;
const either = (roles: readonly Role[]): Role => (roles.includes('finance-reviewer') ? 'finance-reviewer' : 'drafter');

/** Commands on `project-<id>`: whoever reports does not confirm, since what is confirmed sets clocks going. */
export const projectCommands: Pick<Definitions, Names> = {
  'open-project': {
    capacity: drafter,
    before: async ({ sides, basics, codeOverridden }, giver) =>
      (await unknownSide([sides.destination, ...(sides.origin === undefined ? [] : [sides.origin])], giver)) ?? unknownCode(basics, codeOverridden),
    plan({ sides, basics }, { commandId, person: actor }) {
      const project = projectIdFrom(commandId);
      return onProject(project, () => ({ type: 'open-project', actor, project, sides, basics }), [actor.organisation]);
    },
  },
  'correct-project': {
    capacity: drafter,
    before: async ({ basics, codeOverridden }) => unknownCode(basics, codeOverridden),
    plan: ({ project, basics, reason }, giver) => by(giver, project, { type: 'correct-project', basics, reason }),
  },
  'schedule-project': { capacity: drafter, plan: ({ project, schedule }, giver) => by(giver, project, { type: 'schedule-project', schedule }) },
  'report-project-milestone': {
    capacity: drafter,
    before: async ({ project, milestone }, giver) => notKept(milestone.documents, giver) ?? (await unfit(project, milestone, giver)),
    plan: ({ project, milestone }, { person: actor }) => onProject(project, ({ today }) => ({ type: 'report-milestone', actor, milestone, today })),
  },
  'confirm-project-milestone': {
    capacity: reviewer,
    plan: ({ project, number }, giver) => by(giver, project, { type: 'confirm-milestone', number }),
  },
  'question-project-milestone': {
    capacity: either,
    plan: ({ project, number, reason }, giver) => by(giver, project, { type: 'question-milestone', number, reason }),
  },
  'answer-project-question': {
    capacity: drafter,
    plan: ({ project, number, answer }, giver) => by(giver, project, { type: 'answer-question', number, answer }),
  },
  'retract-project-milestone': {
    capacity: drafter,
    plan: ({ project, number, reason }, giver) => by(giver, project, { type: 'retract-milestone', number, reason }),
  },
  'confirm-project-retraction': {
    capacity: reviewer,
    plan: ({ project, number }, giver) => by(giver, project, { type: 'confirm-retraction', number }),
  },
  'reject-project-retraction': {
    capacity: either,
    plan: ({ project, number, reason }, giver) => by(giver, project, { type: 'reject-retraction', number, reason }),
  },
  'give-project-commitment': {
    capacity: drafter,
    before: async ({ commitment }, giver) => notKept(commitment.documents, giver),
    plan: ({ project, commitment }, { person: actor }) => onProject(project, ({ today }) => ({ type: 'give-commitment', actor, commitment, today })),
  },
  'verify-project-commitment': {
    capacity: reviewer,
    before: async ({ documents }, giver) => notKept(documents, giver),
    plan: ({ project, ...rest }, { person: actor }) => onProject(project, ({ today }) => ({ type: 'verify-commitment', actor, today, ...rest })),
  },
  'withdraw-project-commitment': {
    capacity: drafter,
    plan: ({ project, number, reason }, giver) => by(giver, project, { type: 'withdraw-commitment', number, reason }),
  },
  'appoint-project-agent': {
    capacity: drafter,
    before: async ({ agent }, { organisation, person }) =>
      (await organisation(person.organisation)).members.has(agent) ? undefined : { code: 'MEMBER_UNKNOWN', data: { member: agent } },
    plan: ({ project, agent }, giver) => by(giver, project, { type: 'appoint-agent', agent }),
  },
  'assign-agency-task': {
    capacity: drafter,
    plan: ({ project, title, dueOn }, { person: actor }) => onProject(project, ({ today }) => ({ type: 'assign-task', actor, title, dueOn, today })),
  },
  'complete-agency-task': {
    capacity: drafter,
    plan: ({ project, number, on, note }, { person: actor }) =>
      onProject(project, ({ today }) => ({ type: 'complete-task', actor, number, on, note, today })),
  },
};

export const projectIdFrom = (command: CommandId): ProjectId => projectId.parse(derivedId(command, 'project'));

/** Between organisations that there are. */
async function unknownSide(sides: readonly OrganisationId[], { organisation }: Giver): Promise<Failure | undefined> {
  for (const id of sides) if ((await organisation(id)).id === undefined) return { code: 'ORGANISATION_UNKNOWN', data: { organisation: id } };
  return undefined;
}

/** Codes that stand in the tables; of the 统一社会信用代码 the check character warns and can be overridden. */
export function unknownCode({ industry, region, company }: ProjectBasics, overridden = false): Failure | undefined {
  if (!industryOf(industry)) return { code: 'INDUSTRY_UNKNOWN', data: { code: industry } };
  if (!isRegion(region)) return { code: 'REGION_UNKNOWN', data: { code: region } };
  const code = company?.code;
  return code === undefined || overridden || checkHolds(code) ? undefined : { code: 'CREDIT_CODE_CHECK_FAILED', data: { code } };
}

/** What a milestone says of the world outside the project: the next zone, a code that is free, an agreement whose figures all its parties confirm. */
async function unfit(id: ProjectId, { to, code, agreement }: ProjectMilestone, giver: Giver): Promise<Failure | undefined> {
  if (to !== undefined) return unknownSide([to], giver);
  if (code !== undefined) {
    const holder = await giver.holderOf('project-code', code);
    return holder === undefined || holder === id ? undefined : { code: 'PROJECT_CODE_TAKEN', data: { code } };
  }
  if (agreement === undefined) return undefined;
  const [{ state }, { parties }] = await Promise.all([giver.settlement.figures(agreement), giver.project(id)]);
  return parties.every((party) => state.readers.includes(party)) ? undefined : { code: 'PROJECT_AGREEMENT_PARTIES', data: { agreement } };
}

type WithoutActor<Command> = Command extends { readonly actor: unknown } ? Omit<Command, 'actor'> : never;

function by({ person }: Giver, project: ProjectId, command: WithoutActor<Exclude<ProjectCommand, { today: unknown }>>): Plan {
  return onProject(project, () => ({ ...command, actor: person }));
}

/** A command on a project, whoever gives it. Before it is there, `parties` says for whom it is asked. */
export function onProject(project: ProjectId, command: (occasion: Occasion) => ProjectCommand, parties: readonly OrganisationId[] = []): Plan {
  return plan<ProjectCommand, ProjectState, ProjectEvent>({
    stream: streamOf.project(project),
    classification: 'project',
    subject: project,
    decider: projectDecider,
    isOf: isProjectEvent,
    resource: (state) => ({ type: 'Project', id: project, parties: state.id === undefined ? parties : state.parties }),
    command,
  });
}
