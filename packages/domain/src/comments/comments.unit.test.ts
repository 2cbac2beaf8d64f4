import { expect, test } from 'vitest';
import { contentBetween } from '../agreements/content.fixtures.ts';
import { given, org, person, recordedBy } from '../kernel/given.fixtures.ts';
import { type Digest, fold, type NegotiationId, type Person, type Recorded } from '../kernel/index.ts';
import { type NegotiationState, negotiationDecider } from '../negotiation/index.ts';
import { type CommentCommand, type CommentEvent, commentDecider, MOST_COMMENTS, mayComment } from './index.ts';

const negotiation = '11111111-1111-4111-8111-111111111111' as NegotiationId;
const D1 = '1'.repeat(64) as Digest;
const anna = person('xian', 'anna');
const bo = person('xian', 'bo');
const chen = person('bayannur', 'chen');
type Given = readonly [CommentCommand, Person];
const on = (actor: Person, only?: string) => ({ actor, negotiation, only: only === undefined ? undefined : org(only) });
const make = (actor = anna, only?: string): Given => [
  { ...on(actor, only), type: 'make-comment', basis: D1, clause: 'settlement', text: '结算期偏长' },
  actor,
];
const answer = (actor: Person): Given => [{ ...on(actor), type: 'answer-comment', comment: 1, text: '可按季' }, actor];
const resolve = (actor: Person): Given => [{ ...on(actor), type: 'resolve-comment', comment: 1 }, actor];
const reopen = (actor: Person): Given => [{ ...on(actor), type: 'reopen-comment', comment: 1 }, actor];

function history(...steps: readonly Given[]): Recorded<CommentEvent>[] {
  const events: Recorded<CommentEvent>[] = [];
  for (const [command, actor] of steps) {
    const decided = commentDecider.decide(command, fold(commentDecider, events));
    if ('refused' in decided) throw new Error(`${command.type}: ${decided.code}`);
    for (const event of decided) events.push(recordedBy(event, actor, events.length));
  }
  return events;
}

test('AG-40 a comment is on one clause of one text; answered by any party that reads it, resolved by the one that made it', () => {
  given(commentDecider, [])
    .when(make()[0])
    .then([{ type: 'CommentRaised', data: { negotiation, party: 'xian', comment: 1, digest: D1, clause: 'settlement', text: '结算期偏长' } }]);
  given(commentDecider, history(make())).when(answer(chen)[0]).yields('CommentAnswered');
  given(commentDecider, history(make())).when(resolve(chen)[0]).refuses('COMMENT_NOT_OWN', { comment: 1 });
  given(commentDecider, history(make())).when(resolve(bo)[0]).yields('CommentResolved');
  const settled = history(make(), answer(chen), resolve(anna));
  given(commentDecider, settled).when(answer(chen)[0]).refuses('COMMENT_RESOLVED');
  given(commentDecider, settled).when(resolve(anna)[0]).refuses('COMMENT_RESOLVED');
  given(commentDecider, settled).when(reopen(chen)[0]).yields('CommentReopened');
  given(commentDecider, history(make())).when(reopen(anna)[0]).refuses('COMMENT_NOT_RESOLVED');
  for (const command of [answer(anna), resolve(anna), reopen(anna)]) given(commentDecider, []).when(command[0]).refuses('COMMENT_UNKNOWN');
  expect(fold(commentDecider, history(make(), answer(chen), resolve(anna), reopen(chen))).threads).toMatchObject([
    { comment: 1, party: 'xian', member: anna.member, answers: [{ party: 'bayannur', text: '可按季' }], resolved: undefined },
  ]);
});

test('AG-40 what stays inside a party says so in each of its events; numbers count within one readership', () => {
  given(commentDecider, history(make()))
    .when(make(chen)[0])
    .then([expect.objectContaining({ data: expect.objectContaining({ comment: 2 }) })]);
  given(commentDecider, [])
    .when(make(anna, 'xian')[0])
    .then([expect.objectContaining({ data: expect.objectContaining({ only: 'xian' }) })]);
  const full = Array.from({ length: MOST_COMMENTS }, () => make());
  given(commentDecider, history(...full))
    .when(make()[0])
    .refuses('COMMENTS_TOO_MANY', { limit: MOST_COMMENTS });
});

test('AG-40 a party comments while the negotiation is open, on a clause of its current text; to anybody else it does not exist', () => {
  const content = contentBetween(['xian', 'bayannur']);
  const open: NegotiationState = {
    ...negotiationDecider.initial,
    phase: 'open',
    id: negotiation,
    parties: [org('xian'), org('bayannur')],
    current: {
      content,
      text: { zh: '-', en: '' },
      renderer: '-',
      digest: D1,
      number: 1,
      party: org('xian'),
      at: '2026-01-01T00:00:00.000Z' as never,
    },
  };
  const settlement = { basis: D1, clause: 'settlement' };
  expect(mayComment(open, org('bayannur'), settlement)).toBeUndefined();
  expect(mayComment(open, org('bayannur'))).toBeUndefined();
  expect(mayComment(open, org('dalian'), settlement)?.code).toBe('NEGOTIATION_UNKNOWN');
  expect(mayComment(negotiationDecider.initial, org('dalian'), settlement)?.code).toBe('NEGOTIATION_UNKNOWN');
  expect(mayComment({ ...open, phase: 'declined' }, org('xian'))?.code).toBe('NEGOTIATION_ENDED');
  expect(mayComment(open, org('xian'), { ...settlement, basis: '2'.repeat(64) as Digest })?.code).toBe('BASIS_OUTDATED');
  expect(mayComment(open, org('xian'), { ...settlement, clause: 'none' })?.code).toBe('CLAUSE_UNKNOWN');
});
