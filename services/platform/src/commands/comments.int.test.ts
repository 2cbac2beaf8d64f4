import { type Digest, type NegotiationId, streamOf } from '@lianyu/domain/kernel';
import type { CommentDocument } from '@lianyu/projections/folds';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { content, digestOf, TestPlatform } from '../platform.fixtures.ts';
import { BAYANNUR, must, tabled, XIAN } from '../walk.fixtures.ts';

const platform = new TestPlatform();
const INSIDE = '只有本方能看的意见';
const SHARED = '各方都能看的意见';
let negotiation: NegotiationId;
const clause = content('x').clauses.at(-1)?.id ?? '';
const basis = digestOf('意见');
const say = (who: string, inside: boolean, text: string, on: Digest = basis) =>
  platform.give(who, 'make-comment', { negotiation, basis: on, inside, clause, text });
const threadsOf = async (who: string) => (await platform.documentsOf(who, `comments/${negotiation}`)).map(({ body }) => body as CommentDocument);
beforeAll(async () => {
  await platform.play();
  negotiation = await tabled(platform, '意见');
});
afterAll(() => platform.close());

test('AG-40 AG-41 what is said to all is read by all parties, what is said inside by one; the next text carries both', async () => {
  await must(say(XIAN.officer, true, INSIDE));
  await must(say(XIAN.head, false, SHARED));
  await must(platform.give(BAYANNUR.officer, 'answer-comment', { negotiation, inside: false, comment: 1, text: '已阅' }));
  expect(await threadsOf(XIAN.officer)).toHaveLength(2);
  const [seen, ...others] = await threadsOf(BAYANNUR.officer);
  expect(others).toEqual([]);
  // The counterparty is an organisation, one's own people are persons (LV-5).
  expect(seen).toMatchObject({
    comment: 1,
    party: 'xian-etdz',
    text: SHARED,
    clause,
    digest: basis,
    answers: [{ party: 'bayannur-etdz', text: '已阅' }],
  });
  expect([seen?.member, seen?.answers[0]?.member]).toEqual([undefined, expect.any(String)]);
  // Inside another party there is nothing to answer.
  expect(await platform.give(BAYANNUR.officer, 'answer-comment', { negotiation, inside: true, comment: 1, text: '-' })).toMatchObject({
    code: 'COMMENT_UNKNOWN',
  });

  await must(platform.give(BAYANNUR.officer, 'counter-proposal', { negotiation, basis, content: content('意见之后'), reason: '-' }));
  expect(await say(XIAN.officer, false, '针对旧稿')).toMatchObject({ ok: false, code: 'BASIS_OUTDATED' });
  const carried = await threadsOf(XIAN.officer);
  expect(carried.map(({ digest }) => digest)).toEqual([basis, basis]);
  await must(platform.give(XIAN.officer, 'resolve-comment', { negotiation, inside: false, comment: 1 }));
  expect((await threadsOf(BAYANNUR.head))[0]).toMatchObject({ resolved: { party: 'xian-etdz' } });
});

test('AZ-2 AG-41 nobody whom a comment is not for learns of it: no document, no move, no search, no error, no day of the last move', async () => {
  const before = JSON.stringify(await platform.documentsOf('coordination-office.coordinator', 'agreements'));
  platform.at('2026-06-09T02:00:00.000Z');
  await must(say(XIAN.officer, true, INSIDE, digestOf('意见之后')));
  await must(say(XIAN.officer, false, SHARED, digestOf('意见之后')));
  expect(JSON.stringify(await platform.documentsOf('coordination-office.coordinator', 'agreements'))).toBe(before);
  const topics = [`comments/${negotiation}`, `agreement/${negotiation}`, 'agreements', 'activity', 'tasks'];
  const everything = async (who: string) => JSON.stringify(await Promise.all(topics.map((topic) => platform.documentsOf(who, topic))));
  expect(await everything(BAYANNUR.officer)).not.toContain(INSIDE);
  for (const who of ['hohhot-etdz.officer', 'coordination-office.coordinator', 'audit-office.analyst', 'coordination-office.admin-one']) {
    const told = await everything(who);
    for (const text of [INSIDE, SHARED]) expect(told, who).not.toContain(text);
  }
  const unknown = { ok: false, code: 'NEGOTIATION_UNKNOWN', data: {} };
  expect(await say('hohhot-etdz.officer', false, '-')).toEqual(unknown);
  const nowhere = { negotiation: crypto.randomUUID() as NegotiationId, inside: false, comment: 1, text: '-' };
  expect(await platform.give('hohhot-etdz.officer', 'answer-comment', nowhere)).toEqual(unknown);
  const inside = (await platform.log()).filter(({ stream }) => stream === streamOf.comments(negotiation, 'xian-etdz' as never));
  expect(inside.map(({ metadata }) => metadata.classification)).toEqual(['internal-procedure', 'internal-procedure']);
});
