import { type Attachment, RENDERER } from '@lianyu/domain/agreements';
import { type Digest, negotiationId, organisationId } from '@lianyu/domain/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Asking } from '../asking.fixtures.ts';
import { proposedFrom } from '../commands/proposed.ts';
import { content, TestPlatform } from '../platform.fixtures.ts';
import { BAYANNUR, clear, must, signAndSeal, XIAN } from '../walk.fixtures.ts';

const platform = new TestPlatform();
const ask = new Asking(platform);
const STRANGER = 'hohhot-etdz.officer';
const OFFICE = 'coordination-office.coordinator';
const ANALYST = 'audit-office.analyst';

beforeAll(async () => {
  await platform.play();
});
afterAll(() => platform.close());

/** Puts a file in as its organisation would, and says of it what is so. */
async function attach(who: typeof XIAN, text: string, name = '四至范围图.pdf'): Promise<Attachment> {
  const answer = await ask.post(who.officer, '/api/files', Buffer.from(`%PDF-1.7 ${text}`));
  const { digest, bytes, mediaType } = answer.json() as { digest: Digest; bytes: number; mediaType: 'application/pdf' };
  const { organisation } = await platform.principal(who.officer);
  return { kind: 'boundary-map', name, mediaType, bytes, digest, from: organisation };
}
const withFiles = (settlement: string, ...attachments: Attachment[]) => ({ ...content(settlement), attachments });
const opens = async (who: string, { digest }: Attachment) => (await ask.get(who, `/api/files/${digest}`)).status === 200;
const everybody = [XIAN.officer, XIAN.head, BAYANNUR.officer, STRANGER, OFFICE, ANALYST];
async function readersOf(attachment: Attachment): Promise<readonly string[]> {
  const found = await Promise.all(everybody.map(async (who) => ((await opens(who, attachment)) ? [who] : [])));
  return found.flat();
}

test('AG-60 AZ-2 a file is opened by whoever may read a text that attaches it: first one party, then all, what is signed by the office too', async () => {
  const map = await attach(XIAN, '图');
  const dropped = await attach(XIAN, '后来撤下的清单', '清单.pdf');
  expect(await readersOf(map)).toEqual([XIAN.officer, XIAN.head]);

  const first = withFiles('附件之一', map, dropped);
  const { subject } = await must(platform.give(XIAN.officer, 'table-proposal', { content: first, note: '' }));
  const negotiation = negotiationId.parse(subject);
  const parties = [XIAN.officer, XIAN.head, BAYANNUR.officer];
  expect(await readersOf(map)).toEqual(parties);

  const quota = await attach(BAYANNUR, '指标', '指标清单.pdf');
  expect(await readersOf(quota)).toEqual([BAYANNUR.officer]);
  // What stands in the text is taken over as it is; nothing is said of it anew.
  const second = withFiles('附件之一', map, quota);
  const basis = proposedFrom(first).digest;
  const counter = (attachments: Attachment[]) =>
    platform.give(BAYANNUR.officer, 'counter-proposal', { negotiation, basis, content: withFiles('附件之一', ...attachments), reason: '-' });
  expect(await counter([{ ...map, bytes: 1 }, quota])).toMatchObject({ ok: false, code: 'FILE_UNKNOWN' });
  await must(counter([map, quota]));
  expect(await readersOf(dropped)).toEqual(parties);

  const digest = proposedFrom(second).digest;
  await must(platform.give(XIAN.officer, 'confirm-text', { negotiation, basis: digest }));
  for (const zone of [XIAN, BAYANNUR]) await clear(platform, zone, negotiation, digest);
  for (const zone of [XIAN, BAYANNUR]) await signAndSeal(platform, zone, negotiation, digest);
  await platform.settled();
  expect(await readersOf(map)).toEqual([...parties, OFFICE, ANALYST]);
  expect(await readersOf(quota)).toEqual([...parties, OFFICE, ANALYST]);
  expect(await readersOf(dropped)).toEqual([...parties, ANALYST]);

  const signed = (await platform.documentsOf(OFFICE, `agreement/${negotiation}`)).find(({ kind }) => kind === 'signed-agreement')?.body;
  expect(signed).toMatchObject({ renderer: RENDERER, content: { attachments: [map, quota] } });
  // A change begins with what is signed, whoever put it in.
  const purpose = { kind: 'amendment' as const, agreement: negotiation, number: (signed as { number: string }).number, version: digest };
  const amended = { ...withFiles('附件之二', map, quota), purpose };
  const change = await must(platform.give(BAYANNUR.officer, 'propose-change', { content: amended, note: '' }));
  expect(change.subject).not.toBe(negotiation);
});

test('AG-60 ER-2 a hash alone opens nothing, and of a file only what is so is said', async () => {
  const map = await attach(XIAN, '秘密');
  const table = (who: typeof XIAN, attachment: Attachment) =>
    platform.give(who.officer, 'table-proposal', { content: withFiles('冒名', attachment), note: '' });
  const bayannur = organisationId.parse('bayannur-etdz');
  for (const from of [map.from, bayannur])
    expect(await table(BAYANNUR, { ...map, from })).toMatchObject({ ok: false, code: 'FILE_UNKNOWN', data: { digest: map.digest } });
  expect(await table(XIAN, { ...map, from: bayannur })).toMatchObject({ ok: false, code: 'FILE_UNKNOWN' });
  expect(await table(XIAN, { ...map, bytes: map.bytes + 1 })).toMatchObject({ ok: false, code: 'FILE_DIFFERS', data: { digest: map.digest } });
  expect(await table(XIAN, { ...map, mediaType: 'image/png' })).toMatchObject({ ok: false, code: 'FILE_DIFFERS' });
  expect(await readersOf(map)).toEqual([XIAN.officer, XIAN.head]);
  const both = await platform.give(XIAN.officer, 'table-proposal', { content: withFiles('两次', map, map), note: '' });
  expect(both).toMatchObject({ ok: false, code: 'CONTENT_INVALID', data: { problem: 'attachment-twice' } });
  const page = await ask.post(XIAN.officer, '/api/files', Buffer.from('<!doctype html><script>alert(1)</script>'));
  expect(page.code()).toBe('FILE_TYPE_REFUSED');
});
