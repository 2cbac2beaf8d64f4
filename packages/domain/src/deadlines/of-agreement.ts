import type { AgreementContent } from '../agreements/content.ts';
import { FILING_WORKING_DAYS } from '../agreements/decide-filing.ts';
import type { AgreementEvent } from '../agreements/events.ts';
import type { CalendarDate, OrganisationId, Recorded } from '../kernel/index.ts';
import { type Deadline, isDuty } from './deadline.ts';
import { type Because, type DeadlinesState, end, isOne, set, type Term } from './state.ts';

type Of<Type extends AgreementEvent['type']> = Extract<AgreementEvent, { type: Type }>['data'];

/** The days of what is signed: force, term, filing, changes, and those of its ends. */
export function ofAgreement(state: DeadlinesState, recorded: Recorded<AgreementEvent>): DeadlinesState {
  const { event } = recorded;
  const term = state.terms.get(state.version);
  switch (event.type) {
    case 'AgreementConcluded':
    case 'AgreementRegistered':
      return concluded(state, recorded, event.data);
    case 'FilingDeadlineFixed':
      return filing(state, recorded, event.data);
    case 'AgreementFiled':
      return end(state, recorded, 'done', isOne(`file/${event.data.party}`));
    case 'AgreementEnteredIntoForce':
      return end(state, recorded, 'passed', isOne('take-force'));
    case 'AmendmentConcluded': {
      const { version: number, effectiveFrom, content } = event.data;
      const known = { ...state, terms: new Map(state.terms).set(number, termOf(content)) };
      const applies = moment(state, 'amendment-applies', effectiveFrom, { code: 'change-agreed' });
      return set(known, recorded, { ...applies, id: `amendment-applies/${number}`, number });
    }
    case 'AgreementAmended':
      return amended(state, recorded, event.data);
    case 'TerminationAgreed':
      return set(state, recorded, moment(state, 'termination', event.data.effectiveFrom, { code: 'termination-agreed' }));
    case 'BreachNoticeGiven': {
      const { notice, against, cureUntil } = event.data;
      return set(state, recorded, makeGood(notice, against, cureUntil, term));
    }
    case 'BreachCureAccepted':
      return end(state, recorded, 'done', isOne(`make-good/${event.data.notice}`));
    case 'PolicyNoticeGiven':
      return set(state, recorded, moment(state, 'policy-termination', event.data.effectiveOn, { code: 'terms-notice', ...days(term?.noticeDays) }));
    case 'PolicyNoticeWithdrawn':
      return end(state, recorded, 'void', isOne('policy-termination'));
    case 'AgreementTerminated':
      return terminated(state, recorded, event.data);
    case 'DutyWaived':
      return end(state, recorded, 'waived', isOne(event.data.duty.id));
    case 'AgreementExpired':
      return fallen(end(state, recorded, 'passed', isOne('expire')), recorded);
    case 'AgreementVoided':
      return fallen(state, recorded);
    default:
      return state;
  }
}

function concluded(state: DeadlinesState, because: Because, { content, number, concludedOn }: Of<'AgreementConcluded' | 'AgreementRegistered'>) {
  const parties = content.parties.map(({ organisation }) => organisation);
  const signed = { ...state, parties, title: content.title, number, terms: new Map([[1, termOf(content)]]), version: 1 };
  const { effect, until, purpose } = content;
  // An agreement about another one does what it does through that one.
  if (purpose) return signed;
  const force = effect.kind === 'on-date' ? (effect.date > concludedOn ? effect.date : concludedOn) : undefined;
  const takesForce = force !== undefined && (until === undefined || force <= until);
  const began = takesForce ? set(signed, because, moment(signed, 'take-force', force, { code: 'terms-effect' })) : signed;
  return lastDay(began, because, until);
}

/** Each party's own duty; a newer calendar may move the day of those who have not filed. */
function filing(state: DeadlinesState, because: Because, { dueOn: on, provisional }: Of<'FilingDeadlineFixed'>): DeadlinesState {
  const open = state.parties.filter((party) => state.deadlines.get(`file/${party}`)?.outcome === undefined);
  const rule = { code: 'filing' as const, days: FILING_WORKING_DAYS };
  return set(state, because, ...open.map((party) => ({ id: `file/${party}`, kind: 'file' as const, who: [party], on, provisional, rule })));
}

/** The version in effect has its own last day; those before it that had not come never will. */
function amended(state: DeadlinesState, because: Because, { version }: Of<'AgreementAmended'>): DeadlinesState {
  const applied = end({ ...state, version }, because, 'passed', isOne(`amendment-applies/${version}`));
  const overtaken = end(applied, because, 'void', ({ kind, number = 0 }) => kind === 'amendment-applies' && number < version);
  return lastDay(overtaken, because, state.terms.get(version)?.until);
}

function lastDay(state: DeadlinesState, because: Because, until: CalendarDate | undefined): DeadlinesState {
  if (until === undefined) return end(state, because, 'void', isOne('expire'));
  return state.deadlines.get('expire')?.on === until ? state : set(state, because, moment(state, 'expire', until, { code: 'terms-until' }));
}

function terminated(state: DeadlinesState, because: Because, { ground, notice }: Of<'AgreementTerminated'>): DeadlinesState {
  const own = { 'by-consent': 'termination', 'by-policy-change': 'policy-termination', 'for-breach': `make-good/${notice}` }[ground];
  return fallen(end(state, because, ground === 'for-breach' ? 'enforced' : 'passed', isOne(own)), because);
}

/** What has ended waits for nothing of its own any more; what was to be filed and settled still is. */
function fallen(state: DeadlinesState, because: Because): DeadlinesState {
  return end(state, because, 'void', ({ kind }) => !isDuty(kind) || kind === 'make-good');
}

function moment(state: DeadlinesState, kind: Deadline['kind'], on: CalendarDate, rule: Deadline['rule']): Omit<Deadline, 'setBy'> {
  return { id: kind, kind, who: [...state.parties], on, provisional: false, rule };
}

function makeGood(number: number, against: OrganisationId, on: CalendarDate, term: Term | undefined): Omit<Deadline, 'setBy'> {
  const rule = { code: 'terms-cure' as const, ...days(term?.cureDays) };
  return { id: `make-good/${number}`, kind: 'make-good', who: [against], on, provisional: false, number, rule };
}

function termOf({ until, exit }: AgreementContent): Term {
  return { until, cureDays: exit?.breach?.cureDays, noticeDays: exit?.policyChange?.noticeDays };
}

const days = (count: number | undefined) => (count === undefined ? {} : { days: count });
