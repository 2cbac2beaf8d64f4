import { commandId, negotiationId, organisationId } from '@lianyu/domain/kernel';
import type { CoordinationDocument } from '@lianyu/projections/folds';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Asking } from '../asking.fixtures.ts';
import { TestPlatform } from '../platform.fixtures.ts';
import { BAYANNUR, must, tabled, XIAN } from '../walk.fixtures.ts';

const platform = new TestPlatform();
const asking = new Asking(platform);
const OFFICE = 'coordination-office.coordinator';
const STRANGER = 'hohhot-etdz.officer';
const AUDITOR = 'audit-office.analyst';
const xian = organisationId.parse('xian-etdz');
const bayannur = organisationId.parse('bayannur-etdz');
let agreement: ReturnType<typeof negotiationId.parse>;
const seenBy = async (who: string) => (await platform.documentsOf(who, 'coordination')).map(({ body }) => body as CoordinationDocument);
const offer = (who: string, to = [xian]) =>
  platform.give(who, 'offer-coordination', { agreement, kind: 'inquiry', to, text: '请告知何时答复', answerBy: '2099-01-01' as never });

beforeAll(async () => {
  await platform.play();
  agreement = await tabled(platform, '协调');
});
afterAll(() => platform.close());

test('AG-70 AG-71 what the office asks is read by it and by those whom it asked; their answer goes to the same, and nobody else learns of it', async () => {
  const before = (await seenBy(OFFICE)).length;
  const { subject } = await must(offer(OFFICE));
  const coordination = commandId.parse(subject);
  await must(platform.give(XIAN.officer, 'answer-coordination', { coordination, text: '下周提交意见' }));
  const [mine] = await seenBy(OFFICE);
  expect(mine).toMatchObject({ coordination, agreement, office: 'coordination-office', to: ['xian-etdz'], unanswered: [], open: true });
  expect(mine?.answers).toEqual([{ party: 'xian-etdz', text: '下周提交意见', at: expect.any(String) }]);
  const [asked] = await seenBy(XIAN.head);
  expect([asked?.member, asked?.answers[0]?.member]).toEqual([undefined, expect.any(String)]);
  for (const other of [BAYANNUR.officer, STRANGER, AUDITOR])
    expect((await seenBy(other)).filter((each) => each.coordination === coordination)).toEqual([]);
  // And to who was not asked there is nothing to answer.
  expect(await platform.give(BAYANNUR.officer, 'answer-coordination', { coordination, text: '-' })).toMatchObject({ code: 'COORDINATION_UNKNOWN' });
  await must(platform.give(OFFICE, 'close-coordination', { coordination, text: '已了解，谢谢' }));
  expect((await seenBy(XIAN.officer))[0]).toMatchObject({ open: false, closed: { text: '已了解，谢谢' } });
  expect(await seenBy(OFFICE)).toHaveLength(before + 1);
});

test('AG-70 the office speaks to parties of what is negotiated or signed, and nobody but the office does', async () => {
  expect(await offer(OFFICE, [organisationId.parse('hohhot-etdz')])).toMatchObject({ code: 'NOT_A_PARTY', data: { organisation: 'hohhot-etdz' } });
  const none = negotiationId.parse('99999999-9999-4999-8999-999999999999');
  expect(await platform.give(OFFICE, 'offer-coordination', { agreement: none, kind: 'opinion', to: [xian], text: '-' })).toMatchObject({
    code: 'AGREEMENT_UNKNOWN',
  });
  for (const other of [XIAN.head, AUDITOR, 'coordination-office.admin-one']) expect(await offer(other)).toMatchObject({ code: 'FORBIDDEN' });
});

test('TM-7 AG-71 those who are asked are told, the office is told of the answer, and nobody of the own act', async () => {
  const told = async (who: string) => {
    const answer = await asking.get(who, '/api/notices?kind=coordination');
    return (answer.json() as { notices: { about: { what: string; organisation?: string } }[] }).notices.map(({ about }) => about);
  };
  const { subject } = await must(offer(OFFICE, [xian, bayannur]));
  await must(platform.give(BAYANNUR.officer, 'answer-coordination', { coordination: commandId.parse(subject), text: '正在会签' }));
  expect((await told(BAYANNUR.head))[0]).toMatchObject({ what: 'CoordinationAnswered', organisation: 'bayannur-etdz' });
  expect((await told(XIAN.officer)).map(({ what }) => what)).toContain('CoordinationOffered');
  expect((await told(OFFICE)).map(({ what }) => what)).not.toContain('CoordinationOffered');
  expect((await told(OFFICE)).map(({ what }) => what)).toContain('CoordinationAnswered');
  expect(await told(STRANGER)).toEqual([]);
});
