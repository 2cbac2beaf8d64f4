import { expect, test } from 'vitest';
import { day, given, org, person, recordedBy } from '../kernel/given.fixtures.ts';
import { type Actor, type Digest, fold, isRefusal, type NegotiationId, type Recorded } from '../kernel/index.ts';
import { contentBetween } from './content.fixtures.ts';
import {
  type AgreementCommand,
  type AgreementContent,
  type AgreementEvent,
  agreementDecider,
  availableInAgreement,
  contradictionIn,
  dueByClock,
  renderText,
} from './index.ts';

const agreement = '11111111-1111-4111-8111-111111111111' as NegotiationId;
const basis = 'd'.repeat(64) as Digest;
const process: Actor = { kind: 'process', process: 'test' };
const [anna, bo, chen] = [person('xian', 'anna'), person('bayannur', 'bo'), person('tianjin', 'chen')];
const onCondition: AgreementContent['effect'] = { kind: 'on-condition', condition: { zh: '园区总体规划获得批复', en: '' } };

/** A history by commands, each of which must go through. Concluded between three on 2026-03-02. */
function history(terms: Partial<Pick<AgreementContent, 'effect' | 'until'>>, ...commands: readonly AgreementCommand[]): Recorded<AgreementEvent>[] {
  const content = { ...contentBetween(['xian', 'bayannur', 'tianjin']), ...terms };
  const conclude: AgreementCommand = {
    type: 'conclude-agreement',
    agreement,
    number: 'LY-2026-7K3M9Q',
    concludedOn: day('2026-03-02'),
    content,
    text: renderText(content),
    renderer: 'r',
    digest: basis,
    executions: [],
  };
  const events: Recorded<AgreementEvent>[] = [];
  for (const command of [conclude, ...commands]) {
    const decision = agreementDecider.decide(command, fold(agreementDecider, events));
    if (isRefusal(decision)) throw new Error(`${command.type}: ${decision.code}`);
    for (const event of decision) events.push(recordedBy(event, 'actor' in command ? command.actor : process, events.length));
  }
  return events;
}
const force = (today: string): AgreementCommand => ({ type: 'enter-into-force', today: day(today) });
const expire = (today: string): AgreementCommand => ({ type: 'expire', today: day(today) });
const file = (actor = anna, filedOn = '2026-03-05', today = '2026-03-10'): AgreementCommand => ({
  type: 'file-agreement',
  actor,
  basis,
  today: day(today),
  filedOn: day(filedOn),
  office: '市司法局',
  fileNumber: '1号',
});
const confirm = (actor = anna, fulfilledOn = '2026-04-01', today = '2026-04-10'): AgreementCommand => ({
  type: 'confirm-condition',
  actor,
  basis,
  today: day(today),
  fulfilledOn: day(fulfilledOn),
  words: '批复文号',
});

test('AG-17 TM-3 an agreement expires on the day after its last, however late that is noticed, and once', () => {
  const inForce = history({ until: day('2026-12-31') }, force('2026-03-02'));
  given(agreementDecider, inForce).when(expire('2026-12-31')).refuses('AGREEMENT_NOT_DUE', { effectiveOn: '2027-01-01' });
  given(agreementDecider, inForce)
    .when(expire('2028-05-05'))
    .then([{ type: 'AgreementExpired', data: { agreement, effectiveOn: '2027-01-01' } }]);
  const expired = history({ until: day('2026-12-31') }, force('2026-03-02'), expire('2027-01-01'));
  for (const command of [expire('2027-01-01'), force('2027-01-01'), confirm()]) {
    const answer = agreementDecider.decide(command, fold(agreementDecider, expired));
    expect(isRefusal(answer)).toBe(true);
  }
  given(agreementDecider, expired).when(force('2027-01-01')).refuses('AGREEMENT_ENDED', { state: 'expired' });
  given(agreementDecider, history({}, force('2026-03-02')))
    .when(expire('2099-01-01'))
    .refuses('AGREEMENT_WITHOUT_TERM');
});

test('AG-17 what would begin only after its last day never takes force, and expires', () => {
  const late = history({ until: day('2026-02-01') });
  given(agreementDecider, late).when(force('2026-03-02')).refuses('AGREEMENT_TERM_OVER', { until: '2026-02-01' });
  given(agreementDecider, late).when(expire('2026-03-02')).yields('AgreementExpired');
  const waiting = history({ effect: onCondition, until: day('2026-12-31') });
  given(agreementDecider, waiting).when(expire('2027-01-01')).yields('AgreementExpired');
  given(agreementDecider, waiting)
    .when(confirm(anna, '2027-02-02', '2027-03-01'))
    .refuses('AGREEMENT_TERM_OVER');
});

test('AG-17 TM-3 the clock is told what is due next, and on which day', () => {
  const due = (events: Recorded<AgreementEvent>[]) => dueByClock(fold(agreementDecider, events));
  const dated = { effect: { kind: 'on-date' as const, date: day('2026-06-01') }, until: day('2026-12-31') };
  expect(due([])).toBeUndefined();
  expect(due(history(dated))).toEqual({ command: 'enter-into-force', on: '2026-06-01' });
  expect(due(history(dated, force('2026-06-01')))).toEqual({ command: 'expire', on: '2027-01-01' });
  expect(due(history(dated, force('2026-06-01'), expire('2027-01-01')))).toBeUndefined();
  expect(due(history({ effect: onCondition }))).toBeUndefined();
  expect(due(history({ effect: onCondition, until: day('2026-12-31') }))).toEqual({ command: 'expire', on: '2027-01-01' });
  expect(due(history({ until: day('2026-02-01') }))).toEqual({ command: 'expire', on: '2026-02-02' });
  expect(due(history({}, force('2026-03-02')))).toBeUndefined();
});

test('AG-18 each party files once, late as well, and after the end; nobody else does, and not before or ahead of time', () => {
  const signed = history({ until: day('2026-12-31') });
  given(agreementDecider, signed)
    .when(file())
    .then([
      {
        type: 'AgreementFiled',
        data: { agreement, party: 'xian', digest: basis, filedOn: '2026-03-05', office: '市司法局', fileNumber: '1号' },
      },
    ]);
  given(agreementDecider, history({}, file())).when(file()).refuses('AGREEMENT_ALREADY_FILED', { party: 'xian' });
  given(agreementDecider, history({}, file())).when(file(bo)).yields('AgreementFiled');
  given(agreementDecider, signed)
    .when(file(person('dalian', 'eve')))
    .refuses('NOT_A_PARTY');
  given(agreementDecider, signed)
    .when({ ...file(), basis: 'e'.repeat(64) as Digest } as AgreementCommand)
    .refuses('BASIS_OUTDATED');
  given(agreementDecider, signed).when(file(anna, '2026-03-01')).refuses('FILED_BEFORE_CONCLUSION', { concludedOn: '2026-03-02' });
  given(agreementDecider, signed).when(file(anna, '2026-03-11')).refuses('DATE_IN_FUTURE');
  given(agreementDecider, history({ until: day('2026-12-31') }, force('2026-03-02'), expire('2027-01-01')))
    .when(file(anna, '2027-02-01', '2027-02-01'))
    .yields('AgreementFiled');
  given(agreementDecider, []).when(file()).refuses('AGREEMENT_UNKNOWN');
});

test('AG-18 TM-2 the last day for filing is fixed with its calendar, and moves only when it changes', () => {
  const deadline = { dueOn: day('2026-03-09'), provisional: true, calendarVersion: 'c/1' };
  const fix = (change = {}): AgreementCommand => ({ type: 'fix-filing-deadline', deadline: { ...deadline, ...change } });
  given(agreementDecider, history({}))
    .when(fix())
    .then([{ type: 'FilingDeadlineFixed', data: { agreement, ...deadline } }]);
  const fixed = history({}, fix());
  given(agreementDecider, fixed)
    .when(fix({ calendarVersion: 'c/2' }))
    .refuses('FILING_DEADLINE_UNCHANGED');
  given(agreementDecider, fixed)
    .when(fix({ dueOn: day('2026-03-10') }))
    .yields('FilingDeadlineFixed');
  given(agreementDecider, fixed)
    .when(fix({ provisional: false }))
    .yields('FilingDeadlineFixed');
});

test('AG-19 it takes force on the day that all confirm, with the last word, never before it was concluded', () => {
  const terms = { effect: onCondition };
  given(agreementDecider, history(terms))
    .when(force('2030-01-01'))
    .refuses('CONDITION_NOT_CONFIRMED', { missing: ['xian', 'bayannur', 'tianjin'] });
  given(agreementDecider, history(terms, confirm()))
    .when(force('2030-01-01'))
    .refuses('CONDITION_NOT_CONFIRMED', { missing: ['bayannur', 'tianjin'] });
  given(agreementDecider, history(terms, confirm())).when(confirm()).refuses('CONDITION_ALREADY_CONFIRMED');
  given(agreementDecider, history(terms, confirm(), confirm(bo)))
    .when(confirm(chen))
    .then([
      { type: 'ConditionConfirmed', data: { agreement, party: 'tianjin', fulfilledOn: '2026-04-01', words: '批复文号' } },
      { type: 'AgreementEnteredIntoForce', data: { agreement, effectiveOn: '2026-04-01' } },
    ]);
  const early = history(terms, confirm(anna, '2025-12-01'), confirm(bo, '2025-12-01'), confirm(chen, '2025-12-01'));
  expect(early.at(-1)?.event).toMatchObject({ type: 'AgreementEnteredIntoForce', data: { effectiveOn: '2026-03-02' } });
  given(agreementDecider, history(terms))
    .when(confirm(anna, '2026-05-01', '2026-04-30'))
    .refuses('DATE_IN_FUTURE');
  given(agreementDecider, history({})).when(confirm()).refuses('CONDITION_NOT_IN_TERMS');
  given(agreementDecider, history(terms, confirm(), confirm(bo), confirm(chen)))
    .when(confirm(bo))
    .refuses('AGREEMENT_ALREADY_IN_FORCE');
});

test('AG-19 who names another day begins the confirming anew', () => {
  const other = history({ effect: onCondition }, confirm(), confirm(bo), confirm(chen, '2026-04-02'));
  expect(fold(agreementDecider, other).condition).toMatchObject({ fulfilledOn: '2026-04-02', confirmedBy: ['tianjin'] });
  given(agreementDecider, other).when(confirm(anna, '2026-04-02')).yields('ConditionConfirmed');
});

test('AG-15 AG-19 the condition stands in the text, and another condition reads differently', () => {
  const with_ = (zh: string) => ({ ...contentBetween(['xian', 'bayannur']), effect: { kind: 'on-condition' as const, condition: { zh, en: '' } } });
  expect(renderText(with_('甲批复')).zh).toContain('“甲批复”');
  expect(renderText(with_('甲批复')).zh).not.toBe(renderText(with_('乙批复')).zh);
  expect(renderText(with_('甲批复')).en).toContain('甲批复');
  expect(contradictionIn(with_('甲批复'))).toBeUndefined();
});

test('AZ-4 what is available after signing is what the decider would say', () => {
  const open = (events: Recorded<AgreementEvent>[], actor = anna) =>
    availableInAgreement(fold(agreementDecider, events), actor, day('2026-04-10'))
      // A waiver may be asked for at any time; its own tests say of what.
      .filter(({ command, missing }) => missing.length === 0 && command !== 'propose-waiver')
      .map(({ command }) => command);
  expect(open(history({ effect: onCondition }))).toEqual(['confirm-condition', 'file-agreement']);
  expect(open(history({ effect: onCondition }, confirm(), file()))).toEqual([]);
  expect(open(history({ effect: onCondition }, confirm(), file()), bo)).toEqual(['confirm-condition', 'file-agreement']);
  expect(open(history({}, force('2026-03-02')))).toEqual(['propose-change', 'file-agreement', 'agree-step']);
  expect(open(history({}), person('dalian', 'eve'))).toEqual([]);
  expect(org('xian')).toBe(anna.organisation);
});
