import {
  addDays,
  type CalendarDate,
  type Digest,
  type Instant,
  type MemberId,
  type NegotiationId,
  type OrganisationId,
  type Recorded,
} from '../kernel/index.ts';
import type { AgreementContent, Effect, Purpose } from './content.ts';
import type { Duty } from './duty.ts';
import type { AgreementEvent, FilingDeadline, JointStep, TerminationGround } from './events.ts';

export type AgreementPhase = 'none' | 'concluded' | 'in-force' | 'suspended' | 'expired' | 'terminated' | 'closed' | 'archived' | 'void';

/** How a party fulfilled its duty to file. */
export interface Filing {
  readonly filedOn: CalendarDate;
  readonly office: string;
  readonly fileNumber: string;
  readonly at: Instant;
}

/** The day on which the condition came about, as some parties have confirmed it and the others have not yet. */
export interface ConditionStanding {
  readonly fulfilledOn: CalendarDate;
  readonly words: string;
  readonly confirmedBy: readonly OrganisationId[];
}

/** One version of the agreement's text; the first is what was signed for it, each later one an agreement about it. */
export interface Version {
  readonly version: number;
  readonly digest: Digest;
  readonly content: AgreementContent;
  readonly concludedOn: CalendarDate;
  /** From which day it holds; of the first version none before the agreement takes force. */
  readonly effectiveFrom: CalendarDate | undefined;
  /** The agreement that made it, with its own number. */
  readonly amendment: { readonly agreement: NegotiationId; readonly number: string } | undefined;
}

/**
 * ```
 * none → concluded → in-force ⇄ suspended
 *            │           └──────────┴─┬→ expired ────┬→ closed → archived     wound up while expired or terminated
 *            │                        └→ terminated ─┘
 *            ├→ expired (it never took force)
 *            └→ void    (an agreement about another one, which can no longer be changed by it)
 * ```
 * Invariants: in force never before concluded, never after `until`; what has ended is not taken up again;
 * versions are numbered from one without holes, and the one in effect never goes back.
 */
export interface AgreementState {
  readonly phase: AgreementPhase;
  readonly id: NegotiationId | undefined;
  readonly number: string | undefined;
  /** 补录: it was signed on paper before, so that nothing was signed, sealed or is to be filed here. */
  readonly registered: boolean;
  /** What it does to another agreement, if it is about one. */
  readonly purpose: Purpose | undefined;
  readonly parties: readonly OrganisationId[];
  readonly concludedOn: CalendarDate | undefined;
  readonly digest: Digest | undefined;
  readonly effect: Effect | undefined;
  readonly effectiveOn: CalendarDate | undefined;
  /** Last day in force by the terms. */
  readonly until: CalendarDate | undefined;
  readonly versions: readonly Version[];
  /** The number of the version in effect; the first one holds before the agreement takes force. */
  readonly version: number;
  readonly deadline: FilingDeadline | undefined;
  readonly filings: ReadonlyMap<OrganisationId, Filing>;
  readonly condition: ConditionStanding | undefined;
  /** What parties have agreed to do that others have not yet. */
  readonly steps: ReadonlyMap<JointStep, JointStanding>;
  readonly notices: readonly BreachNotice[];
  readonly policyNotice: PolicyNotice | undefined;
  readonly waivers: readonly Waiver[];
  /** A concluded 解除协议 whose day has not come, or had come. */
  readonly termination: { readonly agreement: NegotiationId; readonly number: string; readonly effectiveFrom: CalendarDate } | undefined;
  readonly ground: TerminationGround | undefined;
  /** The first day on which it no longer holds. */
  readonly endedOn: CalendarDate | undefined;
}

export const noAgreement: AgreementState = {
  phase: 'none',
  id: undefined,
  number: undefined,
  registered: false,
  purpose: undefined,
  parties: [],
  concludedOn: undefined,
  digest: undefined,
  effect: undefined,
  effectiveOn: undefined,
  until: undefined,
  versions: [],
  version: 1,
  deadline: undefined,
  filings: new Map(),
  condition: undefined,
  steps: new Map(),
  notices: [],
  policyNotice: undefined,
  waivers: [],
  termination: undefined,
  ground: undefined,
  endedOn: undefined,
};

export interface JointStanding {
  /** When the first of them agreed. */
  readonly at: Instant;
  readonly words: string;
  readonly agreedBy: readonly OrganisationId[];
}

export interface BreachNotice {
  readonly at: Instant;
  readonly notice: number;
  readonly party: OrganisationId;
  readonly against: OrganisationId;
  readonly words: string;
  /** Last day to make good. */
  readonly cureUntil: CalendarDate;
  readonly answer: string | undefined;
  readonly cured: boolean;
}

export interface PolicyNotice {
  readonly party: OrganisationId;
  readonly document: string;
  readonly words: string;
  readonly effectiveOn: CalendarDate;
}

/** `given`: all creditors have agreed; what is withdrawn before that waives nothing. */
export interface Waiver {
  readonly waiver: number;
  readonly at: Instant;
  readonly party: OrganisationId;
  /** Who asked, and for whom as a delegate: neither of them agrees for the party. */
  readonly askedBy: readonly MemberId[];
  readonly duty: Duty;
  readonly creditors: readonly OrganisationId[];
  readonly reason: string;
  readonly agreedBy: readonly OrganisationId[];
  readonly state: 'open' | 'given' | 'withdrawn';
}

/** Its terms bind the parties, whether or not their performance is suspended. */
export const isLive = ({ phase }: Pick<AgreementState, 'phase'>) => phase === 'in-force' || phase === 'suspended';
/** It has ended, and what it leaves is being settled. */
export const isWindingUp = ({ phase, effectiveOn }: Pick<AgreementState, 'phase' | 'effectiveOn'>) =>
  effectiveOn !== undefined && (phase === 'expired' || phase === 'terminated');

/** The version that is in effect, and the newest one, whose day may not have come. */
export const versionInEffect = ({ versions, version }: AgreementState) => versions.find((each) => each.version === version);
export const latestVersion = ({ versions }: AgreementState) => versions.at(-1);

/** The change that comes next: the one with the earliest day, and of several on one day the newest. */
export function nextAmendment({ versions, version }: AgreementState): (Version & { readonly effectiveFrom: CalendarDate }) | undefined {
  const pending = versions.flatMap((each) =>
    each.version > version && each.effectiveFrom !== undefined ? [{ ...each, effectiveFrom: each.effectiveFrom }] : [],
  );
  return pending.sort((one, other) =>
    one.effectiveFrom === other.effectiveFrom ? other.version - one.version : one.effectiveFrom < other.effectiveFrom ? -1 : 1,
  )[0];
}

/** The parties that have yet to confirm that the condition came about. */
export function unconfirmedIn({ parties, condition }: AgreementState): readonly OrganisationId[] {
  return parties.filter((party) => !condition?.confirmedBy.includes(party));
}

/** The day on which the agreement takes force by its own terms; never before it is concluded. None while a condition is open. */
export function dueOn(state: Pick<AgreementState, 'concludedOn' | 'effect' | 'condition' | 'parties'>): CalendarDate | undefined {
  const { concludedOn, effect, condition, parties } = state;
  if (concludedOn === undefined || effect === undefined) return undefined;
  const named = effect.kind === 'on-date' ? effect.date : effect.kind === 'on-conclusion' ? concludedOn : condition?.fulfilledOn;
  if (named === undefined) return undefined;
  if (effect.kind === 'on-condition' && !parties.every((party) => condition?.confirmedBy.includes(party))) return undefined;
  return later(named, concludedOn);
}

const later = (one: CalendarDate, other: CalendarDate): CalendarDate => (one > other ? one : other);

/** What the passing of time does next (TM-3), and the day on which it does. */
export interface DueByClock {
  readonly command: 'enter-into-force' | 'apply-amendment' | 'expire' | 'terminate';
  readonly on: CalendarDate;
}

export function dueByClock(state: AgreementState): DueByClock | undefined {
  const { phase, until, purpose } = state;
  // An agreement about another one does what it does through that one.
  if (purpose || (phase !== 'concluded' && !isLive(state))) return undefined;
  const force = phase === 'concluded' ? dueOn(state) : undefined;
  if (force !== undefined && (until === undefined || force <= until)) return { command: 'enter-into-force', on: force };
  const expiry: DueByClock[] = until === undefined ? [] : [{ command: 'expire', on: addDays(until, 1) }];
  if (phase === 'concluded') return expiry[0];
  const amendment = nextAmendment(state);
  const end = terminationDue(state);
  // On the same day the change comes first: a renewal from the day after the last one keeps the agreement in force.
  const all: DueByClock[] = [
    ...(amendment ? [{ command: 'apply-amendment' as const, on: amendment.effectiveFrom }] : []),
    ...expiry,
    ...(end ? [{ command: 'terminate' as const, on: end.on }] : []),
  ];
  return all.reduce<DueByClock | undefined>((first, each) => (first === undefined || each.on < first.on ? each : first), undefined);
}

/** The earliest day on which it is to end before its term, and why. */
export function terminationDue({ termination, policyNotice }: AgreementState): { on: CalendarDate; ground: TerminationGround } | undefined {
  const agreed = termination && { on: termination.effectiveFrom, ground: 'by-consent' as const };
  const noticed = policyNotice && { on: policyNotice.effectiveOn, ground: 'by-policy-change' as const };
  return agreed && noticed ? (noticed.on < agreed.on ? noticed : agreed) : (agreed ?? noticed);
}

export function evolve(state: AgreementState, { event, metadata }: Recorded<AgreementEvent>): AgreementState {
  switch (event.type) {
    case 'AgreementConcluded':
    case 'AgreementRegistered': {
      const { agreement, number, concludedOn, content, digest } = event.data;
      const { effect, until, purpose } = content;
      const parties = content.parties.map(({ organisation }) => organisation);
      const first: Version = { version: 1, digest, content, concludedOn, effectiveFrom: undefined, amendment: undefined };
      const registered = event.type === 'AgreementRegistered';
      return {
        ...noAgreement,
        phase: 'concluded',
        id: agreement,
        number,
        registered,
        purpose,
        parties,
        concludedOn,
        digest,
        effect,
        until,
        versions: [first],
      };
    }
    case 'AgreementEnteredIntoForce': {
      const { effectiveOn } = event.data;
      const versions = state.versions.map((each) => (each.version === 1 ? { ...each, effectiveFrom: effectiveOn } : each));
      return { ...state, phase: 'in-force', effectiveOn, versions };
    }
    case 'AmendmentConcluded': {
      const { amendment, number, version, digest, content, concludedOn, effectiveFrom } = event.data;
      const added: Version = { version, digest, content, concludedOn, effectiveFrom, amendment: { agreement: amendment, number } };
      return { ...state, versions: [...state.versions, added] };
    }
    case 'AgreementAmended': {
      const amended = { ...state, version: event.data.version };
      return { ...amended, until: versionInEffect(amended)?.content.until };
    }
    case 'AgreementVoided':
      return { ...state, phase: 'void' };
    case 'TerminationAgreed': {
      const { termination: agreement, number, effectiveFrom } = event.data;
      return { ...state, termination: { agreement, number, effectiveFrom } };
    }
    case 'AgreementTerminated':
      return { ...moved(state, 'terminated'), endedOn: event.data.effectiveOn, ground: event.data.ground };
    case 'AgreementSuspended':
      return moved(state, 'suspended');
    case 'AgreementResumed':
      return moved(state, 'in-force');
    case 'AgreementClosed':
      return moved(state, 'closed');
    case 'AgreementArchived':
      return moved(state, 'archived');
    case 'JointStepAgreed': {
      const { step, party, words } = event.data;
      const before = state.steps.get(step) ?? { at: metadata.recordedAt, words, agreedBy: [] };
      return { ...state, steps: new Map(state.steps).set(step, { ...before, agreedBy: [...before.agreedBy, party] }) };
    }
    case 'JointStepWithdrawn': {
      const { step, party } = event.data;
      const before = state.steps.get(step);
      const agreedBy = before?.agreedBy.filter((each) => each !== party) ?? [];
      const steps = new Map(state.steps);
      if (!before || agreedBy.length === 0) steps.delete(step);
      else steps.set(step, { ...before, agreedBy });
      return { ...state, steps };
    }
    case 'BreachNoticeGiven': {
      const { agreement: _, ...given } = event.data;
      return { ...state, notices: [...state.notices, { ...given, at: metadata.recordedAt, answer: undefined, cured: false }] };
    }
    case 'BreachNoticeAnswered':
      return onNotice(state, event.data.notice, { answer: event.data.words });
    case 'BreachCureAccepted':
      return onNotice(state, event.data.notice, { cured: true });
    case 'PolicyNoticeGiven': {
      const { agreement: _, ...policyNotice } = event.data;
      return { ...state, policyNotice };
    }
    case 'PolicyNoticeWithdrawn':
      return { ...state, policyNotice: undefined };
    case 'WaiverProposed': {
      const { agreement: _, ...asked } = event.data;
      const { actor, recordedAt: at } = metadata;
      const askedBy = actor.kind === 'person' ? [actor.member, ...(actor.onBehalfOf === undefined ? [] : [actor.onBehalfOf])] : [];
      return { ...state, waivers: [...state.waivers, { ...asked, at, askedBy, agreedBy: [], state: 'open' }] };
    }
    case 'WaiverAgreed':
      return onWaiver(state, event.data.waiver, ({ agreedBy }) => ({ agreedBy: [...agreedBy, event.data.party] }));
    case 'WaiverWithdrawn':
      return onWaiver(state, event.data.waiver, () => ({ state: 'withdrawn' }));
    case 'DutyWaived':
      return onWaiver(state, event.data.waiver, () => ({ state: 'given' }));
    case 'AgreementExpired':
      return { ...moved(state, 'expired'), endedOn: event.data.effectiveOn };
    case 'FilingDeadlineFixed': {
      const { agreement: _, ...deadline } = event.data;
      return { ...state, deadline };
    }
    case 'AgreementFiled': {
      const { party, filedOn, office, fileNumber } = event.data;
      return { ...state, filings: new Map(state.filings).set(party, { filedOn, office, fileNumber, at: metadata.recordedAt }) };
    }
    case 'ConditionConfirmed': {
      const { party, fulfilledOn, words } = event.data;
      const same = state.condition?.fulfilledOn === fulfilledOn ? state.condition : undefined;
      const confirmedBy = [...(same?.confirmedBy ?? []).filter((each) => each !== party), party];
      return { ...state, condition: { fulfilledOn, words: same?.words ?? words, confirmedBy } };
    }
  }
}

/** What was agreed for the phase before falls with it. */
function moved(state: AgreementState, phase: AgreementPhase): AgreementState {
  return { ...state, phase, steps: new Map() };
}

function onNotice(state: AgreementState, notice: number, change: Partial<BreachNotice>): AgreementState {
  return { ...state, notices: state.notices.map((each) => (each.notice === notice ? { ...each, ...change } : each)) };
}

function onWaiver(state: AgreementState, waiver: number, change: (waiver: Waiver) => Partial<Waiver>): AgreementState {
  return { ...state, waivers: state.waivers.map((each) => (each.waiver === waiver ? { ...each, ...change(each) } : each)) };
}
