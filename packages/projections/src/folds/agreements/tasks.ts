import { type Bilingual, isLive, signedDay } from '@lianyu/domain/agreements';
import { type ClearanceStep, nextStep } from '@lianyu/domain/clearance';
import type { Instant, OrganisationId } from '@lianyu/domain/kernel';
import { standingOf } from '@lianyu/domain/negotiation';
import type { Role } from '@lianyu/domain/organisations';
import { unconfirmed } from '@lianyu/domain/registration';
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
  const { current, parties, phase } = state.negotiation;
  const title = state.agreement?.content.title ?? current?.content.title;
  if (title === undefined) return [];
  return parties.flatMap((organisation) => {
    const next = phase === 'open' ? nextFor(state, organisation) : [];
    return [...next, ...afterSigning(state, organisation)].map((task) => taskDocument(task, { key, organisation, title }));
  });
}

/** Of a paper: every party confirms what was transcribed once it can; who registered it answers what is said against it. */
export function registeredTasks(state: AgreementsState, key: string): readonly Document[] {
  const { registration, agreement } = state;
  const { transcribed, registrar, parties, objections, phase } = registration;
  if (!transcribed || registrar === undefined) return [];
  const title = agreement?.content.title ?? transcribed.content.title;
  const since = state.moves.at(-1)?.move.at as Instant;
  const ready = phase === 'open' && transcribed.scan !== undefined && signedDay(transcribed.paper.signedOn) !== undefined;
  const confirming = ready ? unconfirmed(registration).filter((party) => !objections.some((each) => each.party === party)) : [];
  const confirm: Next = { task: 'confirm-transcription', roles: ['signatory'], since };
  const correct: Next = { task: 'correct-transcription', roles: ['drafter', 'coordinator'], since };
  return [
    ...confirming.map((organisation) => taskDocument(confirm, { key, organisation, title })),
    ...(phase === 'open' && objections.length > 0 ? [taskDocument(correct, { key, organisation: registrar, title })] : []),
    ...parties.flatMap((organisation) => afterSigning(state, organisation).map((task) => taskDocument(task, { key, organisation, title }))),
  ];
}

interface Of {
  readonly key: string;
  readonly organisation: OrganisationId;
  readonly title: Bilingual;
}

function taskDocument(task: Next, { key, organisation, title }: Of): Document {
  const body: Task = { negotiation: key as Task['negotiation'], organisation, title, ...task };
  const audience = `organisation:${organisation}` as const;
  return { kind: 'task', key: `${key}/${organisation}/${task.task}`, audience, topic: 'tasks', sort: task.since, body };
}

type Next = Pick<Task, 'task' | 'roles' | 'since' | 'step' | 'dueOn' | 'joint'>;

/** The condition of its force is waited for until every party has confirmed it; filing is each party's own duty. */
function afterSigning({ standing, agreement, agreementSince }: AgreementsState, party: OrganisationId): readonly Next[] {
  const { phase, effect, condition, filings, deadline, steps, notices, waivers } = standing;
  if (!agreement || agreementSince === undefined) return [];
  const since = agreementSince;
  const confirming = phase === 'concluded' && effect?.kind === 'on-condition' && !condition?.confirmedBy.includes(party);
  const asked = [...steps].find(([, { agreedBy }]) => !agreedBy.includes(party));
  const noticed = isLive(standing) ? notices.find(({ against, answer, cured }) => against === party && answer === undefined && !cured) : undefined;
  const waived = waivers.find(({ state, creditors, agreedBy }) => state === 'open' && creditors.includes(party) && !agreedBy.includes(party));
  return [
    ...(waived ? [{ task: 'agree-waiver' as const, roles: ['signatory' as const], since: waived.at }] : []),
    ...(asked ? [{ task: 'agree-step' as const, joint: asked[0], roles: ['signatory' as const], since: asked[1].at }] : []),
    ...(noticed ? [{ task: 'answer-breach-notice' as const, roles: ['signatory' as const], since: noticed.at, dueOn: noticed.cureUntil }] : []),
    ...(confirming ? [{ task: 'confirm-condition' as const, roles: ['signatory' as const], since }] : []),
    ...(deadline === undefined || filings.has(party) ? [] : [{ task: 'file' as const, roles: ['drafter' as const], since, dueOn: deadline.dueOn }]),
  ];
}

function nextFor({ negotiation, clearances }: AgreementsState, party: OrganisationId): readonly Next[] {
  const { confirmedAt, clearedAt, signed, sealed } = standingOf(negotiation, party);
  const tabledAt = negotiation.current?.at as Instant;
  if (confirmedAt === undefined) return [{ task: 'respond', roles: ['drafter'], since: tabledAt }];
  const clearance = clearances.get(party);
  const step = clearance && clearance.digest === negotiation.current?.digest ? nextStep(clearance) : undefined;
  if (clearedAt === undefined) {
    if (!clearance || step === undefined) return [];
    const due = clearance.deadline === undefined ? {} : { dueOn: clearance.deadline.dueOn };
    const since = clearance.returned?.at ?? clearance.passed.at(-1)?.at ?? tabledAt;
    return [{ task: 'clearance-step', step, roles: [rolesOfStep[step]], since, ...due }];
  }
  if (!signed) return [{ task: 'sign', roles: ['signatory'], since: clearedAt }];
  return sealed ? [] : [{ task: 'seal', roles: ['seal-keeper'], since: signed.at }];
}
