import { type ClearanceStep, nextStep } from '@lianyu/domain/clearance';
import type { Instant, OrganisationId } from '@lianyu/domain/kernel';
import { standingOf } from '@lianyu/domain/negotiation';
import type { Role } from '@lianyu/domain/organisations';
import type { Task } from '../documents.ts';
import type { Document } from '../projection.ts';
import type { AgreementsState } from './state.ts';

const rolesOfStep: Readonly<Record<ClearanceStep, Role>> = {
  consultation: 'drafter',
  'legal-review': 'legal-reviewer',
  'fair-competition-review': 'legal-reviewer',
  'collective-decision': 'decision-recorder',
  'seal-approval': 'signatory',
};

/** What each party has to do next, for the people of that party. */
export function tasksOf(state: AgreementsState, key: string): readonly Document[] {
  const { negotiation } = state;
  if (negotiation.phase !== 'open') return [];
  return negotiation.parties.flatMap((party) => {
    const next = nextFor(state, party);
    if (!next || !negotiation.current || !negotiation.id) return [];
    const body: Task = { negotiation: negotiation.id, organisation: party, title: negotiation.current.content.title, ...next };
    return [
      { kind: 'task', key: `${key}/${party}/${next.task}`, audience: `organisation:${party}` as const, topic: 'tasks', sort: next.since, body },
    ];
  });
}

type Next = Pick<Task, 'task' | 'roles' | 'since' | 'step'>;

function nextFor({ negotiation, clearances }: AgreementsState, party: OrganisationId): Next | undefined {
  const { confirmedAt, clearedAt, signed, sealed } = standingOf(negotiation, party);
  const since = negotiation.current?.at as Instant;
  if (confirmedAt === undefined) return { task: 'respond', roles: ['drafter'], since };
  const clearance = clearances.get(party);
  const step = clearance && clearance.digest === negotiation.current?.digest ? nextStep(clearance) : undefined;
  if (clearedAt === undefined) {
    if (!clearance || step === undefined) return undefined;
    return { task: 'clearance-step', step, roles: [rolesOfStep[step]], since: clearance.returned?.at ?? clearance.passed.at(-1)?.at ?? since };
  }
  if (!signed) return { task: 'sign', roles: ['signatory'], since: clearedAt };
  return sealed ? undefined : { task: 'seal', roles: ['seal-keeper'], since: signed.at };
}
