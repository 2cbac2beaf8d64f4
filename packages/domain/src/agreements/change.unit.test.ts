import { expect, test } from 'vitest';
import { day, given, person } from '../kernel/given.fixtures.ts';
import { fold, type Recorded } from '../kernel/index.ts';
import { negotiationDecider } from '../negotiation/index.ts';
import { contentBetween } from './content.fixtures.ts';
import {
  type AgreementEvent,
  agreementDecider,
  availableInAgreement,
  contradictionIn,
  dueByClock,
  fromChanged,
  renderText,
  termsVersions,
} from './index.ts';
import { about, agreement, apply, change, digestAs, expire, firstDigest, force, from, record, signedHistory, three } from './signed.fixtures.ts';

const state = (events: Recorded<AgreementEvent>[]) => fold(agreementDecider, events);
const amended = (letter = 'a', effect = from('2027-01-01'), version = firstDigest) =>
  change(letter, { purpose: about('amendment', version), effect });

test('AG-20 a concluded amendment is a new version, and the old one holds until its day', () => {
  const inForce = signedHistory({}, force());
  given(agreementDecider, inForce).when(record(amended())).yields('AmendmentConcluded');
  const waiting = signedHistory({}, force(), record(amended()));
  expect(state(waiting)).toMatchObject({ phase: 'in-force', version: 1 });
  expect(dueByClock(state(waiting))).toEqual({ command: 'apply-amendment', on: '2027-01-01' });
  given(agreementDecider, waiting).when(apply('2026-12-31')).refuses('AGREEMENT_NOT_DUE', { effectiveOn: '2027-01-01' });
  given(agreementDecider, waiting)
    .when(apply('2027-06-06'))
    .then([{ type: 'AgreementAmended', data: { agreement, version: 2, effectiveOn: '2027-01-01' } }]);
  given(agreementDecider, inForce).when(apply('2027-06-06')).refuses('AMENDMENT_NONE');
});

test('AG-20 TM-1 an amendment may apply from its conclusion or from a day before it, at most from the day of force', () => {
  const inForce = signedHistory({}, force());
  given(agreementDecider, inForce)
    .when(record(amended('a', { kind: 'on-conclusion' } as never)))
    .yields('AmendmentConcluded', 'AgreementAmended');
  const back = signedHistory({}, force(), record(amended('a', from('2026-03-15'))));
  expect(back.at(-1)?.event).toEqual({ type: 'AgreementAmended', data: { agreement, version: 2, effectiveOn: '2026-03-15' } });
  given(agreementDecider, inForce)
    .when(record(amended('a', from('2026-03-01'))))
    .refuses('CHANGE_BEFORE_FORCE', { effectiveOn: '2026-03-02' });
  expect(contradictionIn({ ...amended().content, effect: { kind: 'on-condition', condition: { zh: '批复', en: '' } } })).toEqual({
    path: 'effect.kind',
    problem: 'change-on-condition',
  });
});

test('AG-21 a change names the latest version of an agreement in force and keeps its parties', () => {
  const inForce = signedHistory({}, force());
  given(agreementDecider, inForce)
    .when(record(amended('a', from('2027-01-01'), digestAs('f'))))
    .refuses('VERSION_SUPERSEDED');
  given(agreementDecider, signedHistory({}, force(), record(amended())))
    .when(record(amended('b')))
    .refuses('VERSION_SUPERSEDED', { version: firstDigest, latest: digestAs('a') });
  given(agreementDecider, signedHistory({}, force(), record(amended())))
    .when(record(amended('b', from('2027-02-01'), digestAs('a'))))
    .yields('AmendmentConcluded');
  given(agreementDecider, signedHistory({ effect: from('2026-06-01') }))
    .when(record(amended()))
    .refuses('AGREEMENT_NOT_IN_FORCE');
  given(agreementDecider, signedHistory({ until: day('2026-03-31') }, force(), expire('2026-04-01')))
    .when(record(amended()))
    .refuses('AGREEMENT_ENDED', { state: 'expired' });
  const others = change('a', { purpose: about('amendment'), parties: contentBetween(['xian', 'dalian']).parties });
  given(agreementDecider, inForce).when(record(others)).refuses('PARTIES_CHANGED');
  const another = change('a', { purpose: { ...about('amendment'), number: 'LY-2026-000000' } });
  given(agreementDecider, inForce).when(record(another)).refuses('AGREEMENT_UNKNOWN');
});

test('AG-20 of two changes the newer one holds from its day, and what it overtook never does', () => {
  const second = amended('b', from('2026-12-01'), digestAs('a'));
  const both = signedHistory({}, force(), record(amended()), record(second));
  expect(dueByClock(state(both))).toEqual({ command: 'apply-amendment', on: '2026-12-01' });
  const applied = signedHistory({}, force(), record(amended()), record(second), apply('2026-12-01'));
  expect(state(applied)).toMatchObject({ version: 3 });
  expect(dueByClock(state(applied))).toBeUndefined();
  const last = applied.at(-1);
  if (!last) throw new Error('an event');
  expect(fromChanged(last.event, state(applied)).map(({ agreement: of, command }) => [of.slice(0, 1), command.type])).toEqual([
    ['a', 'void-agreement'],
    ['b', 'take-effect'],
  ]);
  const sameDay = signedHistory({}, force(), record(amended()), record(amended('b', from('2027-01-01'), digestAs('a'))), apply('2027-01-01'));
  expect(state(sameDay)).toMatchObject({ version: 3 });
});

test('AG-22 a renewal changes nothing but the last day, which comes later, and goes before the end on the same day', () => {
  const term = { until: day('2026-12-31') };
  const inForce = signedHistory(term, force());
  const renewal = (until: string | undefined, more = {}) =>
    change('a', {
      ...contentBetween(three),
      purpose: about('renewal'),
      effect: from('2027-01-01'),
      ...(until === undefined ? {} : { until: day(until) }),
      ...more,
    });
  given(agreementDecider, inForce)
    .when(record(renewal('2030-12-31')))
    .yields('AmendmentConcluded');
  given(agreementDecider, inForce)
    .when(record(renewal(undefined)))
    .yields('AmendmentConcluded');
  given(agreementDecider, inForce)
    .when(record(renewal('2026-12-31')))
    .refuses('RENEWAL_NOT_LONGER', { until: '2026-12-31' });
  given(agreementDecider, inForce)
    .when(record(renewal('2030-12-31', { mode: 'co-built-park' })))
    .refuses('RENEWAL_CHANGES_MORE');
  given(agreementDecider, signedHistory({}, force()))
    .when(record(renewal('2030-12-31')))
    .refuses('AGREEMENT_WITHOUT_TERM');
  const renewed = signedHistory(term, force(), record(renewal('2030-12-31')));
  expect(dueByClock(state(renewed))).toEqual({ command: 'apply-amendment', on: '2027-01-01' });
  given(agreementDecider, renewed).when(expire('2027-01-01')).refuses('AGREEMENT_NOT_DUE', { effectiveOn: '2027-01-01' });
  const applied = signedHistory(term, force(), record(renewal('2030-12-31')), apply('2027-01-01'));
  expect(state(applied)).toMatchObject({ phase: 'in-force', until: '2030-12-31' });
  given(agreementDecider, applied).when(expire('2027-01-01')).refuses('AGREEMENT_NOT_DUE', { effectiveOn: '2031-01-01' });
});

test('AG-20 the end of an agreement voids the changes whose day had not come; an agreement about another is not itself changed', () => {
  const ended = signedHistory({ until: day('2026-12-31') }, force(), record(amended('a', from('2027-06-01'))), expire('2027-01-01'));
  const last = ended.at(-1);
  if (!last) throw new Error('an event');
  expect(fromChanged(last.event, state(ended)).map(({ command }) => command)).toEqual([{ type: 'void-agreement', because: 'agreement-ended' }]);

  const amendment = { purpose: about('amendment'), until: day('2026-12-31') };
  const itself = signedHistory(amendment);
  expect(dueByClock(state(itself))).toBeUndefined();
  given(agreementDecider, itself).when(force()).refuses('AGREEMENT_ABOUT_ANOTHER');
  given(agreementDecider, itself).when(expire('2027-01-01')).refuses('AGREEMENT_ABOUT_ANOTHER');
  given(agreementDecider, itself)
    .when({ type: 'take-effect', effectiveOn: day('2026-05-01') })
    .then([{ type: 'AgreementEnteredIntoForce', data: { agreement, effectiveOn: '2026-05-01' } }]);
  given(agreementDecider, itself).when({ type: 'void-agreement', because: 'agreement-ended' }).yields('AgreementVoided');
  const voided = signedHistory(amendment, { type: 'void-agreement', because: 'agreement-ended' });
  for (const command of [
    { type: 'take-effect', effectiveOn: day('2026-05-01') },
    { type: 'void-agreement', because: 'agreement-ended' },
  ] as const)
    given(agreementDecider, voided).when(command).refuses('AGREEMENT_ENDED', { state: 'void' });
  given(agreementDecider, signedHistory({})).when({ type: 'void-agreement', because: 'agreement-ended' }).refuses('AGREEMENT_ENDED');
  given(agreementDecider, signedHistory(amendment, { type: 'take-effect', effectiveOn: day('2026-05-01') }))
    .when(record(amended()))
    .refuses('AGREEMENT_ABOUT_ANOTHER');
});

test('AG-23 the terms of each version hold from its day to the day before the next, or to the end', () => {
  const terms = (events: Recorded<AgreementEvent>[]) =>
    termsVersions(state(events)).map(({ digest, clause, effectiveFrom, until }) => [digest[0], clause, effectiveFrom, until]);
  expect(terms(signedHistory({}))).toEqual([]);
  expect(terms(signedHistory({}, force()))).toEqual([['d', 'sharing', '2026-03-02', undefined]]);
  expect(terms(signedHistory({ until: day('2026-12-31') }, force()))).toEqual([['d', 'sharing', '2026-03-02', '2026-12-31']]);
  expect(terms(signedHistory({}, force(), record(amended())))).toEqual([
    ['d', 'sharing', '2026-03-02', '2026-12-31'],
    ['a', 'sharing', '2027-01-01', undefined],
  ]);
  // Reaching back: the first version's last day lies before the second was concluded.
  expect(terms(signedHistory({}, force(), record(amended('a', from('2026-03-15')))))).toEqual([
    ['d', 'sharing', '2026-03-02', '2026-03-14'],
    ['a', 'sharing', '2026-03-15', undefined],
  ]);
  // Overtaken before its day, the second never held.
  const overtaken = signedHistory({}, force(), record(amended()), record(amended('b', from('2026-12-01'), digestAs('a'))));
  expect(terms(overtaken)).toEqual([
    ['d', 'sharing', '2026-03-02', '2026-11-30'],
    ['b', 'sharing', '2026-12-01', undefined],
  ]);
  // A clause that an amendment drops ends with the version that had it.
  const without = change('a', { purpose: about('amendment'), effect: from('2027-01-01'), clauses: contentBetween(three).clauses.slice(1) });
  expect(terms(signedHistory({}, force(), record(without)))).toEqual([['d', 'sharing', '2026-03-02', '2026-12-31']]);
});

test('AG-15 AG-20 what it is about stands in the text: another agreement, version or kind reads differently', () => {
  const base = { ...contentBetween(three), effect: from('2027-01-01') };
  const texts = [
    base,
    { ...base, purpose: about('amendment') },
    { ...base, purpose: about('renewal') },
    { ...base, purpose: about('amendment', digestAs('a')) },
    { ...base, purpose: { ...about('amendment'), number: 'LY-2026-000000' } },
  ].map((content) => renderText(content));
  expect(new Set(texts.map(({ zh }) => zh)).size).toBe(texts.length);
  expect(new Set(texts.map(({ en }) => en)).size).toBe(texts.length);
  expect(texts[1]?.zh).toContain('自2027年1月1日起适用');
});

test('AG-2 AG-21 a counter-proposal is about the same version of the same agreement', () => {
  const actor = person('xian', 'anna');
  const proposed = (letter: string, purpose = about('amendment')) => {
    const { amendment: _, number: __, concludedOn: ___, ...rest } = change(letter, { purpose });
    return rest;
  };
  const table = { type: 'table-proposal' as const, actor, negotiation: agreement, proposed: proposed('a'), note: '' };
  const [event] = negotiationDecider.decide(table, negotiationDecider.initial) as readonly never[];
  const tabled = [{ event, metadata: { actor, recordedAt: '2026-01-01T00:00:00.000Z' } }] as never;
  const counter = (other: ReturnType<typeof proposed>) => ({
    type: 'counter-proposal' as const,
    actor,
    basis: digestAs('a'),
    proposed: other,
    reason: '-',
  });
  given(negotiationDecider, tabled)
    .when(counter(proposed('b')))
    .yields('ProposalCountered');
  given(negotiationDecider, tabled)
    .when(counter(proposed('b', about('renewal'))))
    .refuses('PURPOSE_CHANGED');
  given(negotiationDecider, tabled)
    .when(counter(proposed('b', about('amendment', digestAs('f')))))
    .refuses('PURPOSE_CHANGED');
  given(negotiationDecider, tabled)
    .when(counter({ ...proposed('b'), content: contentBetween(three, '变更b') }))
    .refuses('PURPOSE_CHANGED');
});

test('AZ-4 a change is offered while the agreement is in force', () => {
  const offered = (events: Recorded<AgreementEvent>[], who = 'xian') =>
    availableInAgreement(state(events), person(who, 'anna'), day('2026-04-10'))
      .find(({ command }) => command === 'propose-change')
      ?.missing.map(({ code }) => code);
  expect(offered(signedHistory({}, force()))).toEqual([]);
  expect(offered(signedHistory({ effect: from('2026-06-01') }))).toEqual(['AGREEMENT_NOT_IN_FORCE']);
  expect(offered(signedHistory({}, force()), 'dalian')).toBeUndefined();
});
