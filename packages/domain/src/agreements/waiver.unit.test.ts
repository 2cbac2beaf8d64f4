import { expect, test } from 'vitest';
import { day, given, org, person } from '../kernel/given.fixtures.ts';
import { fold } from '../kernel/index.ts';
import { type AgreementCommand, agreementDecider, availableInAgreement, type OpenDuty } from './index.ts';
import { firstDigest, force, signedHistory } from './signed.fixtures.ts';

const [anna, alice, bo, ben, chen] = [
  person('xian', 'anna'),
  person('xian', 'alice'),
  person('bayannur', 'bo'),
  person('bayannur', 'ben'),
  person('tianjin', 'chen'),
];
const by = (actor: typeof anna) => ({ actor, basis: firstDigest, today: day('2026-07-20') });
/** Tianjin owes the figures of a quarter to both others, and filing to nobody who could waive it. */
const figures: OpenDuty = {
  id: 'tax/official/figures/2026-04-01/tianjin',
  kind: 'report-figures',
  who: [org('tianjin')],
  on: day('2026-07-14'),
  creditors: [org('xian'), org('bayannur')],
};
const filing: OpenDuty = { id: 'file/tianjin', kind: 'file', who: [org('tianjin')], on: day('2026-03-09'), creditors: [] };
const dutyOf = (id: string) => [figures, filing].find((each) => each.id === id);
const { creditors, ...named } = figures;

const ask = (actor = anna, duty = figures.id): AgreementCommand => ({ type: 'propose-waiver', ...by(actor), duty, dutyOf, reason: '口径调整' });
const agree = (actor = alice, known = dutyOf): AgreementCommand => ({ type: 'agree-waiver', ...by(actor), waiver: 1, dutyOf: known });
const back = (actor = anna): AgreementCommand => ({ type: 'withdraw-waiver', ...by(actor), waiver: 1 });
const history = (...commands: AgreementCommand[]) => signedHistory({}, force(), ...commands);

test('AG-51 a creditor asks to waive an open duty, once at a time; who owes it does not, nor is waived what is owed to nobody here', () => {
  given(agreementDecider, history())
    .when(ask())
    .then([{ type: 'WaiverProposed', data: expect.objectContaining({ party: 'xian', waiver: 1, duty: named, creditors, reason: '口径调整' }) }]);
  given(agreementDecider, history()).when(ask(chen)).refuses('DUTY_NOT_OWED_TO', { party: 'tianjin' });
  given(agreementDecider, history()).when(ask(anna, filing.id)).refuses('DUTY_NOT_WAIVABLE', { kind: 'file' });
  given(agreementDecider, history()).when(ask(anna, 'nothing')).refuses('DUTY_NOT_OPEN', { duty: 'nothing' });
  given(agreementDecider, history(ask())).when(ask(bo)).refuses('WAIVER_PENDING', { waiver: 1 });
  given(agreementDecider, history(ask(), back())).when(ask(bo)).yields('WaiverProposed');
});

test('AG-51 it takes the word of every creditor, each by another person than asked, and the last waives it in the same decision', () => {
  given(agreementDecider, history(ask())).when(agree(anna)).refuses('DUTIES_NOT_SEPARATE', { first: 'drafter', second: 'signatory' });
  given(agreementDecider, history(ask()))
    .when(agree({ ...alice, onBehalfOf: anna.member }))
    .refuses('DUTIES_NOT_SEPARATE');
  given(agreementDecider, history(ask())).when(agree(chen)).refuses('DUTY_NOT_OWED_TO');
  given(agreementDecider, history(ask())).when(agree()).yields('WaiverAgreed');
  given(agreementDecider, history(ask(), agree())).when(agree()).refuses('WAIVER_ALREADY_AGREED');
  given(agreementDecider, history(ask(), agree())).when(agree(ben)).yields('WaiverAgreed', 'DutyWaived');
  // What has been done meanwhile is no longer there to be waived.
  given(agreementDecider, history(ask(), agree()))
    .when(agree(ben, () => undefined))
    .refuses('DUTY_NOT_OPEN');
});

test('AG-51 who asked may take it back until the last word; what is over is over', () => {
  given(agreementDecider, history(ask())).when(back(bo)).refuses('WAIVER_NOT_OWN');
  given(agreementDecider, history(ask(), agree())).when(back()).yields('WaiverWithdrawn');
  given(agreementDecider, history(ask(), agree(), agree(ben)))
    .when(back())
    .refuses('WAIVER_OVER', { state: 'given' });
  given(agreementDecider, history(ask(), back())).when(agree()).refuses('WAIVER_OVER', { state: 'withdrawn' });
  given(agreementDecider, history()).when(agree()).refuses('WAIVER_UNKNOWN', { waiver: 1 });
});

test('AG-51 AZ-4 agreeing is offered to the creditors that have not said so, and to nobody who asked', () => {
  const offered = (actor: typeof anna) =>
    availableInAgreement(fold(agreementDecider, history(ask())), actor, day('2026-07-20')).find(({ command }) => command === 'agree-waiver')?.missing;
  expect(offered(alice)).toEqual([]);
  expect(offered(ben)).toEqual([]);
  expect(offered(anna)?.[0]?.code).toBe('DUTIES_NOT_SEPARATE');
  expect(offered(chen)?.[0]?.code).toBe('WAIVER_UNKNOWN');
});
