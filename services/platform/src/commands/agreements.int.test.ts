import { streamOf } from '@lianyu/domain/kernel';
import type { SignedAgreement, Task } from '@lianyu/projections/folds';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { content, TestPlatform } from '../platform.fixtures.ts';
import { BAYANNUR, must, signed, XIAN } from '../walk.fixtures.ts';

const platform = new TestPlatform();
beforeAll(async () => {
  await platform.play();
});
afterAll(() => platform.close());

const OFFICE = 'coordination-office.coordinator';
type Id = Awaited<ReturnType<typeof signed>>['agreement'];
const typesIn = async (id: Id) => (await platform.log()).filter(({ stream }) => stream === streamOf.agreement(id)).map(({ event }) => event.type);
async function pageOf(who: string, id: Id): Promise<SignedAgreement | undefined> {
  const documents = await platform.documentsOf(who, `agreement/${id}`);
  return documents.find(({ kind }) => kind === 'signed-agreement')?.body as SignedAgreement | undefined;
}
async function tasksOf(who: string, id: Id): Promise<readonly Task[]> {
  return (await platform.documentsOf(who, 'tasks')).map(({ body }) => body as Task).filter(({ negotiation }) => negotiation === id);
}

test('AG-18 TM-2 each party is told to file by a day that the official calendar gives, and files for itself alone', async () => {
  const { agreement, basis } = await signed(platform, content('备案'));
  // Five working days after Monday, 1 June 2026.
  expect(await pageOf(OFFICE, agreement)).toMatchObject({ deadline: { dueOn: '2026-06-08', provisional: false }, filings: [] });
  for (const who of [XIAN.officer, BAYANNUR.officer])
    expect(await tasksOf(who, agreement)).toMatchObject([{ task: 'file', dueOn: '2026-06-08', roles: ['drafter'] }]);

  const data = { agreement, basis, filedOn: '2026-06-01' as never, office: '市司法局', fileNumber: '' };
  for (const who of [BAYANNUR.head, OFFICE, 'audit-office.analyst', 'hohhot-etdz.officer', 'coordination-office.admin-one'])
    expect(await platform.give(who, 'file-agreement', data)).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  await must(platform.give(BAYANNUR.officer, 'file-agreement', data));
  expect(await platform.give(BAYANNUR.officer, 'file-agreement', data)).toMatchObject({ ok: false, code: 'AGREEMENT_ALREADY_FILED' });
  expect(await tasksOf(BAYANNUR.officer, agreement)).toEqual([]);
  expect(await tasksOf(XIAN.officer, agreement)).toHaveLength(1);
  // Being late stops nothing, and is made good.
  platform.at('2026-06-20T02:00:00.000Z');
  expect(await pageOf(XIAN.officer, agreement)).toMatchObject({ stage: 'in-force' });
  await must(platform.give(XIAN.officer, 'file-agreement', { ...data, filedOn: '2026-06-19' as never }));
  expect((await pageOf(OFFICE, agreement))?.filings.map(({ party, filedOn }) => [party, filedOn])).toEqual([
    ['bayannur-etdz', '2026-06-01'],
    ['xian-etdz', '2026-06-19'],
  ]);
});

test('AG-19 an agreement on a condition takes force on the day that both confirm', async () => {
  const effect = { kind: 'on-condition' as const, condition: { zh: '总体规划获得批复', en: '' } };
  const { agreement, basis } = await signed(platform, { ...content('条件'), effect });
  expect(await pageOf(OFFICE, agreement)).toMatchObject({ stage: 'concluded' });
  expect((await tasksOf(XIAN.head, agreement)).map(({ task }) => task)).toContain('confirm-condition');
  const data = { agreement, basis, fulfilledOn: '2026-06-20' as never, words: '已批复' };
  expect(await platform.give(XIAN.officer, 'confirm-condition', data)).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  await must(platform.give(XIAN.head, 'confirm-condition', data));
  expect(await pageOf(OFFICE, agreement)).toMatchObject({ stage: 'concluded', condition: { confirmedBy: ['xian-etdz'] } });
  await must(platform.give(BAYANNUR.head, 'confirm-condition', data));
  expect(await pageOf(OFFICE, agreement)).toMatchObject({ stage: 'in-force', effectiveOn: '2026-06-20' });
  expect((await tasksOf(XIAN.head, agreement)).map(({ task }) => task)).not.toContain('confirm-condition');
});

test('AG-17 TM-3 CM-5 what began and ended during a downtime is caught up with, each on its day, once', async () => {
  const dated = { ...content('到期'), effect: { kind: 'on-date' as const, date: '2026-08-01' as never }, until: '2026-12-31' as never };
  const { agreement } = await signed(platform, dated);
  expect(await typesIn(agreement)).toEqual(['AgreementConcluded', 'FilingDeadlineFixed']);
  platform.at('2027-03-01T00:00:00.000Z');
  await platform.reopen();
  await Promise.all([platform.platform.clockProcess.tick(), platform.platform.clockProcess.tick()]);
  await platform.settled();
  expect(await typesIn(agreement)).toEqual(['AgreementConcluded', 'FilingDeadlineFixed', 'AgreementEnteredIntoForce', 'AgreementExpired']);
  expect(await pageOf(OFFICE, agreement)).toMatchObject({ stage: 'expired', effectiveOn: '2026-08-01', endedOn: '2027-01-01' });
  const before = (await platform.log()).length;
  await platform.reopen();
  await platform.platform.clockProcess.tick();
  // A clock that was put back finds nothing to undo.
  platform.at('2026-06-20T02:00:00.000Z');
  await platform.platform.clockProcess.tick();
  expect(await platform.log()).toHaveLength(before);
});
