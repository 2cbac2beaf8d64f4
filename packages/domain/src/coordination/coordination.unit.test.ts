import { expect, test } from 'vitest';
import { given, org, person, recordedBy } from '../kernel/given.fixtures.ts';
import { type CommandId, fold, type NegotiationId, type Person, type Recorded } from '../kernel/index.ts';
import { type CoordinationCommand, type CoordinationEvent, coordinationDecider, MOST_ANSWERS, unanswered } from './index.ts';

const agreement = '11111111-1111-4111-8111-111111111111' as NegotiationId;
const coordination = '22222222-2222-4222-8222-222222222222' as CommandId;
const ofOffice = person('office', 'olga');
const ofXian = person('xian', 'xia');
const ofBayannur = person('bayannur', 'bo');
const stranger = person('hohhot', 'hai');
const on = (actor: Person) => ({ actor, coordination });

const offer = (change: Partial<Extract<CoordinationCommand, { type: 'offer-coordination' }>> = {}): CoordinationCommand => ({
  ...on(ofOffice),
  type: 'offer-coordination',
  agreement,
  kind: 'inquiry',
  to: [org('xian'), org('bayannur')],
  text: '请告知进展',
  concerning: undefined,
  answerBy: undefined,
  today: '2026-06-01' as never,
  ...change,
});
const answer = (actor: Person): CoordinationCommand => ({ ...on(actor), type: 'answer-coordination', text: '下周答复' });
const close = (actor: Person): CoordinationCommand => ({ ...on(actor), type: 'close-coordination', text: '已了解' });

function history(...commands: readonly CoordinationCommand[]): Recorded<CoordinationEvent>[] {
  const events: Recorded<CoordinationEvent>[] = [];
  for (const command of commands) {
    const decided = coordinationDecider.decide(command, fold(coordinationDecider, events));
    if ('refused' in decided) throw new Error(`${command.type}: ${decided.code}`);
    for (const event of decided) events.push(recordedBy(event, command.actor, events.length));
  }
  return events;
}

test('AG-70 the office asks, reminds or gives its opinion once under one id; each party is named once, and the day is not past', () => {
  given(coordinationDecider, [])
    .when(offer({ to: [org('xian'), org('xian')], answerBy: '2026-06-01' as never }))
    .then([
      {
        type: 'CoordinationOffered',
        data: { coordination, agreement, kind: 'inquiry', office: 'office', to: ['xian'], text: '请告知进展', answerBy: '2026-06-01' },
      },
    ]);
  given(coordinationDecider, [])
    .when(offer({ answerBy: '2026-05-31' as never }))
    .refuses('LAST_DAY_PAST', { on: '2026-05-31', today: '2026-06-01' });
  given(coordinationDecider, history(offer())).when(offer()).refuses('COORDINATION_EXISTS', { coordination });
});

test('AG-70 those who were asked answer, the office closes; to everybody else it does not exist', () => {
  given(coordinationDecider, history(offer())).when(answer(ofXian)).yields('CoordinationAnswered');
  for (const other of [stranger, ofOffice]) given(coordinationDecider, history(offer())).when(answer(other)).refuses('COORDINATION_UNKNOWN', {});
  for (const other of [stranger, ofXian]) given(coordinationDecider, history(offer())).when(close(other)).refuses('COORDINATION_UNKNOWN', {});
  for (const command of [answer(ofXian), close(ofOffice)]) given(coordinationDecider, []).when(command).refuses('COORDINATION_UNKNOWN', {});
  const only = history(offer({ to: [org('xian')] }));
  given(coordinationDecider, only).when(answer(ofBayannur)).refuses('COORDINATION_UNKNOWN', {});
});

test('AG-70 what is closed is over; answers have an end', () => {
  const closed = history(offer(), answer(ofXian), close(ofOffice));
  given(coordinationDecider, closed).when(answer(ofBayannur)).refuses('COORDINATION_CLOSED', { coordination });
  given(coordinationDecider, closed).when(close(ofOffice)).refuses('COORDINATION_CLOSED', { coordination });
  expect(unanswered(fold(coordinationDecider, closed))).toEqual(['bayannur']);
  const full = history(offer(), ...Array.from({ length: MOST_ANSWERS }, () => answer(ofXian)));
  given(coordinationDecider, full).when(answer(ofXian)).refuses('ANSWERS_TOO_MANY', { limit: MOST_ANSWERS });
});
