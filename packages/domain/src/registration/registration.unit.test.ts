import { expect, test } from 'vitest';
import { agreementDecider, dueByClock } from '../agreements/index.ts';
import { day, given as givenTo, org, person, recordedBy } from '../kernel/given.fixtures.ts';
import { type CommandId, fold, isRefusal } from '../kernel/index.ts';
import {
  agreementRegistered,
  fromIntake,
  INTAKE_ROWS,
  type IntakeCommand,
  intakeDecider,
  type RegistrationCommand,
  registrationDecider,
} from './index.ts';
import {
  asDigest,
  confirming,
  correcting,
  objecting,
  paperHistory,
  registering,
  registration,
  scanning,
  today,
  transcribedAs,
  withdrawing,
} from './paper.fixtures.ts';

const given = (...history: readonly RegistrationCommand[]) => givenTo(registrationDecider, paperHistory(...history));
const withScan = transcribedAs('a', { scan: 'e' });

test('AG-30 a party registers a paper, the coordination office a published one; nobody else, and what contradicts itself not at all', () => {
  given().when(registering(withScan)).yields('PaperRegistered');
  given().when(registering(withScan, 'beijing')).refuses('NOT_A_PARTY', { organisation: 'beijing' });
  given()
    .when(registering(withScan, 'office', true))
    .yields('PaperRegistered');
  given()
    .when(registering(transcribedAs('a', { parties: ['zibo', 'zibo'] })))
    .refuses('CONTENT_INVALID');
  given(registering(withScan)).when(registering(withScan)).refuses('REGISTRATION_EXISTS');
  for (const signedOn of ['2026-06-02', '2026-07', '2027'])
    given()
      .when(registering(transcribedAs('a', { signedOn })))
      .refuses('DATE_IN_FUTURE');
  for (const signedOn of ['2026-06-01', '2026-06', '2026', '2011', 'unknown'])
    given()
      .when(registering(transcribedAs('a', { signedOn })))
      .yields('PaperRegistered');
});

test('AG-31 nobody confirms without the scan, or while the day of signing is not known to the day', () => {
  given(registering(transcribedAs('a')))
    .when(confirming('zibo', 'a'))
    .refuses('SCAN_MISSING');
  given(registering(transcribedAs('a', { scan: 'e', signedOn: '2011' })))
    .when(confirming('zibo', 'a'))
    .refuses('SIGNED_DAY_UNKNOWN', { signedOn: '2011' });
  given(registering(withScan)).when(confirming('beijing', 'a')).refuses('NOT_A_PARTY');
  given(registering(withScan)).when(confirming('zibo', 'b')).refuses('BASIS_OUTDATED');
  given(registering(withScan), confirming('zibo', 'a')).when(confirming('zibo', 'a')).refuses('TRANSCRIPTION_CONFIRMED');
});

test('AG-31 AG-32 the last confirmation of one and the same transcription completes it in the same decision', () => {
  const data = { registration, transcription: asDigest('a') };
  given(registering(withScan), confirming('zibo', 'a'))
    .when(confirming('shizuishan', 'a'))
    .then([
      { type: 'TranscriptionConfirmed', data: { ...data, party: 'shizuishan' } },
      { type: 'RegistrationCompleted', data },
    ]);
});

test('AG-32 another transcription or another scan voids the confirmations', () => {
  const corrected = correcting('zibo', 'a', transcribedAs('b', { scan: 'e' }));
  given(registering(withScan), confirming('zibo', 'a'), corrected).when(confirming('shizuishan', 'b')).yields('TranscriptionConfirmed');
  given(registering(withScan), confirming('zibo', 'a'), corrected).when(confirming('shizuishan', 'a')).refuses('BASIS_OUTDATED');
  given(registering(withScan), confirming('zibo', 'a'), scanning('shizuishan', 'a', 'f'))
    .when(confirming('shizuishan', 'f'))
    .yields('TranscriptionConfirmed');
  given(registering(withScan))
    .when(scanning('shizuishan', 'a', 'e'))
    .refuses('CONTENT_UNCHANGED');
  given(registering(withScan))
    .when(scanning('beijing', 'a', 'f'))
    .refuses('NOT_A_PARTY');
  given(registering(withScan, 'office', true))
    .when(scanning('office', 'a', 'f'))
    .yields('ScanAttached');
});

test('AG-32 who registered it alone corrects, keeps the parties, and changes something', () => {
  given(registering(withScan))
    .when(correcting('shizuishan', 'a', transcribedAs('b')))
    .refuses('REGISTRATION_NOT_OWN', { registrar: 'zibo' });
  given(registering(withScan))
    .when(correcting('zibo', 'a', transcribedAs('b', { parties: ['zibo', 'beijing'] })))
    .refuses('PARTIES_CHANGED');
  given(registering(withScan))
    .when(correcting('zibo', 'a', withScan))
    .refuses('CONTENT_UNCHANGED');
  given(registering(withScan))
    .when(correcting('zibo', 'a', transcribedAs('b', { signedOn: '2030' })))
    .refuses('DATE_IN_FUTURE');
});

test('AG-33 a party objects, which takes back its confirmation, until it confirms; the registrar withdraws; what has ended takes no more', () => {
  const objected = paperHistory(registering(withScan), confirming('zibo', 'a'), objecting('zibo', 'a'));
  expect(fold(registrationDecider, objected).confirmed.size).toBe(0);
  givenTo(registrationDecider, objected).when(objecting('zibo', 'a')).refuses('OBJECTION_RAISED');
  givenTo(registrationDecider, objected).when(confirming('shizuishan', 'a')).yields('TranscriptionConfirmed');
  expect(fold(registrationDecider, paperHistory(registering(withScan), objecting('zibo', 'a'), confirming('zibo', 'a'))).objections).toEqual([]);
  given(registering(withScan)).when(objecting('beijing', 'a')).refuses('NOT_A_PARTY');
  given(registering(withScan)).when(withdrawing('shizuishan', 'a')).refuses('REGISTRATION_NOT_OWN');
  given().when(withdrawing('zibo', 'a')).refuses('REGISTRATION_UNKNOWN');
  const ended = [registering(withScan), withdrawing('zibo', 'a')] as const;
  given(...ended)
    .when(confirming('zibo', 'a'))
    .refuses('REGISTRATION_ENDED', { state: 'withdrawn' });
  const whole = [registering(withScan), confirming('zibo', 'a'), confirming('shizuishan', 'a')] as const;
  given(...whole)
    .when(objecting('zibo', 'a'))
    .refuses('REGISTRATION_ENDED', { state: 'completed' });
});

test('AG-34 an import is one decision: one row against the rules and none is taken', () => {
  const intake = '44444444-4444-4444-8444-444444444444' as CommandId;
  const row = (line: number, registrar = 'zibo') => ({
    registration,
    registrar: org(registrar),
    published: false,
    transcribed: transcribedAs('a'),
    imported: { document: { digest: asDigest('c'), name: '清单.csv' }, line },
  });
  const importing = (...papers: IntakeCommand['papers']): IntakeCommand => ({ type: 'import-papers', intake, papers, today });
  givenTo(intakeDecider, [])
    .when(importing(row(2), row(3)))
    .yields('PaperImported', 'PaperImported');
  givenTo(intakeDecider, [])
    .when(importing(row(2), row(3, 'beijing')))
    .refuses('NOT_A_PARTY');
  givenTo(intakeDecider, [])
    .when(importing(...Array.from({ length: INTAKE_ROWS + 1 }, (_, line) => row(line + 2))))
    .refuses('INTAKE_TOO_LARGE');
  const decision = intakeDecider.decide(importing(row(2)), intakeDecider.initial);
  const [event] = isRefusal(decision) ? [] : decision;
  if (!event) throw new Error('an event');
  const recorded = recordedBy(event, person('zibo', 'someone'));
  givenTo(intakeDecider, [recorded])
    .when(importing(row(2)))
    .refuses('INTAKE_EXISTS');
  expect(fromIntake(recorded)).toMatchObject({ type: 'register-paper', registration, registrar: 'zibo', imported: { line: 2 } });
});

test('AG-35 what is completed is an agreement of its day, without signatures, seals and filing, on which time does what its terms say', () => {
  const completed = fold(registrationDecider, paperHistory(registering(withScan), confirming('zibo', 'a'), confirming('shizuishan', 'a')));
  const command = agreementRegistered(completed, 'LY-2026-7K3M9Q');
  givenTo(agreementDecider, []).when(command).yields('AgreementRegistered');
  const { type: _, ...data } = command;
  const founded = [recordedBy({ type: 'AgreementRegistered' as const, data }, { kind: 'process', process: 'test' })];
  const state = fold(agreementDecider, founded);
  expect(state).toMatchObject({
    phase: 'concluded',
    registered: true,
    concludedOn: '2011-05-19',
    parties: ['zibo', 'shizuishan'],
    deadline: undefined,
  });
  expect(dueByClock(state)).toEqual({ command: 'enter-into-force', on: '2011-05-19' });
  givenTo(agreementDecider, founded)
    .when({ type: 'enter-into-force', today })
    .then([{ type: 'AgreementEnteredIntoForce', data: { agreement: registration, effectiveOn: '2011-05-19' } }]);
  const deadline = { dueOn: day('2026-06-08'), provisional: false, calendarVersion: 'c' };
  givenTo(agreementDecider, founded).when({ type: 'fix-filing-deadline', deadline }).refuses('FILING_NOT_REQUIRED');
  const filing = { filedOn: today, office: '-', fileNumber: '', today, basis: asDigest('a'), actor: person('zibo', 'someone') };
  givenTo(agreementDecider, founded)
    .when({ type: 'file-agreement', ...filing })
    .refuses('FILING_NOT_REQUIRED');
  givenTo(agreementDecider, founded).when(command).refuses('AGREEMENT_EXISTS');
  expect(() => agreementRegistered({ ...completed, phase: 'open' }, 'LY-2026-7K3M9Q')).toThrow(TypeError);
});

test('AG-35 one whose term is over expires on the day after it, however late that is known', () => {
  const old = { ...withScan, content: { ...withScan.content, until: day('2021-05-18') } };
  const completed = fold(registrationDecider, paperHistory(registering(old), confirming('zibo', 'a'), confirming('shizuishan', 'a')));
  const { type: _, ...data } = agreementRegistered(completed, 'LY-2026-7K3M9Q');
  const process = { kind: 'process' as const, process: 'test' };
  const history = [
    recordedBy({ type: 'AgreementRegistered' as const, data }, process),
    recordedBy({ type: 'AgreementEnteredIntoForce' as const, data: { agreement: registration, effectiveOn: day('2011-05-19') } }, process),
  ];
  givenTo(agreementDecider, history)
    .when({ type: 'expire', today })
    .then([{ type: 'AgreementExpired', data: { agreement: registration, effectiveOn: '2021-05-19' } }]);
});
