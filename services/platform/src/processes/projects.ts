import { isProjectEvent, isReservationEvent } from '@lianyu/domain/events';
import { fold, type ProjectId, type Recorded, streamOf } from '@lianyu/domain/kernel';
import { carriedBy, type ProjectEvent, projectDecider } from '@lianyu/domain/projects';
import { type Reservation, type ReservationEvent, type Reserve, reservationDecider } from '@lianyu/domain/reservations';
import type { EventStore } from '@lianyu/event-store';
import type { Executor } from '../commands/execute.ts';
import { onFigures } from '../commands/figures.ts';
import { type Plan, plan } from '../commands/plan.ts';
import { onProject } from '../commands/projects.ts';
import { readWhole } from '../commands/read.ts';
import { giveBecauseOf } from './give.ts';
import type { Process } from './runner.ts';

/** From a project into the figures of the agreement that it is under (IP-8), and its code into the reservation that makes it the only one (IP-7). */
export function projectProcess({ store, executor }: { store: EventStore; executor: Executor }): Process {
  return {
    name: 'projects',
    async react(event) {
      if (!isProjectEvent(event)) return;
      const { type, data } = event.event;
      if (type === 'ProjectMilestoneReported' && data.milestone.code !== undefined)
        await reserve(event, data.project, data.number, data.milestone.code);
      const { events } = await readWhole(store, event.stream);
      const until = events.filter(isProjectEvent).filter(({ revision }) => revision < event.revision);
      const before = fold(projectDecider, until);
      for (const { agreement, step, command } of carriedBy(event.event, before, projectDecider.evolve(before, event)))
        await giveBecauseOf(
          executor,
          event,
          'projects',
          step,
          command,
          onFigures(agreement, () => command),
        );
    },
  };

  async function reserve(event: Recorded<ProjectEvent>, project: ProjectId, number: number, code: string): Promise<void> {
    const reserved = await giveBecauseOf(executor, event, 'projects', `reserve/${number}`, { code }, reserving(project, code));
    if (reserved.ok || (await holderOf(code)) === project) return;
    const reason = `项目代码 ${code} 已由其他项目使用`;
    const refuse = onProject(project, () => ({ type: 'refuse-code', number, reason }));
    await giveBecauseOf(executor, event, 'projects', `refuse-code/${number}`, { reason }, refuse);
  }

  async function holderOf(code: string): Promise<string | undefined> {
    const { events } = await readWhole(store, streamOf.reservation(WHAT, code));
    return fold(reservationDecider, events.filter(isReservationEvent)).holder;
  }
}

const WHAT = 'project-code';

function reserving(project: ProjectId, code: string): Plan {
  return plan<Reserve, Reservation, ReservationEvent>({
    stream: streamOf.reservation(WHAT, code),
    classification: 'administration',
    subject: code,
    decider: reservationDecider,
    isOf: isReservationEvent,
    resource: () => ({ type: 'Project', id: project, parties: [] }),
    command: () => ({ type: 'reserve', what: WHAT, value: code, holder: project }),
  });
}
