import { day, memberOf, org, person, recordedBy } from '../kernel/given.fixtures.ts';
import { isRefusal, type NegotiationId, type Person, type ProjectId, type Recorded } from '../kernel/index.ts';
import type { ProjectCommand } from './commands.ts';
import { projectDecider } from './decide.ts';
import type { ProjectBasics, ProjectEvent } from './events.ts';
import type { ProjectMilestone } from './milestone.ts';
import { noProject, type ProjectState } from './state.ts';

export const PROJECT = '5b0f3c52-1b7e-4a0e-9f63-0c5d5a4e7d11' as ProjectId;
export const AGREEMENT = '6b0f3c52-1b7e-4a0e-9f63-0c5d5a4e7d11' as NegotiationId;
export const TODAY = day('2026-06-01');
export const origin = { officer: person('xian', 'xo'), head: person('xian', 'xh') };
export const destination = { officer: person('bayannur', 'bo'), head: person('bayannur', 'bh') };
export const elsewhere = { officer: person('hohhot', 'ho'), head: person('hohhot', 'hh') };
export const agent = memberOf('agent');
export const sides = { origin: org('xian'), destination: org('bayannur') };
export const basics: ProjectBasics = { name: '番茄深加工', kind: 'transfer', industry: '14', region: '150802', source: '推介会' };
const document = { digest: 'e'.repeat(64) as never, name: '证明.pdf' };

export const milestone = (kind: ProjectMilestone['kind'], on = '2026-05-01', more: Partial<ProjectMilestone> = {}): ProjectMilestone => ({
  kind,
  on: day(on),
  documents: [document],
  figures: [],
  note: '',
  ...more,
});

/** A project on which commands are given one after the other; what is refused throws. */
export class Project {
  state: ProjectState = noProject;
  readonly history: Recorded<ProjectEvent>[] = [];

  constructor(given: ProjectState['sides'] = sides) {
    if (given) this.tell({ type: 'open-project', actor: destination.officer, project: PROJECT, sides: given, basics }, destination.officer);
  }

  ask(command: ProjectCommand) {
    return projectDecider.decide(command, this.state);
  }

  tell(command: ProjectCommand, actor: Person): this {
    const decision = this.ask(command);
    if (isRefusal(decision)) throw new Error(`${command.type}: ${decision.code} ${JSON.stringify(decision.data)}`);
    for (const event of decision as readonly ProjectEvent[]) this.happen(event, actor);
    return this;
  }

  happen(event: ProjectEvent, actor: Person): void {
    const recorded = recordedBy(event, actor, this.history.length);
    this.history.push(recorded);
    this.state = projectDecider.evolve(this.state, recorded);
  }

  report(what: ProjectMilestone, by = destination): number {
    this.tell({ type: 'report-milestone', actor: by.officer, milestone: what, today: TODAY }, by.officer);
    return this.state.milestones.length;
  }

  confirm(number: number, by = origin): this {
    return this.tell({ type: 'confirm-milestone', actor: by.head, number }, by.head);
  }

  agreed(what: ProjectMilestone): number {
    const number = this.report(what);
    this.confirm(number);
    return number;
  }

  retract(number: number, reason = '复核未达到'): this {
    return this.tell({ type: 'retract-milestone', actor: destination.officer, number, reason }, destination.officer);
  }
}
