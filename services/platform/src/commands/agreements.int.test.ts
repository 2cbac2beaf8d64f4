import { randomUUID } from 'node:crypto';
import { streamOf } from '@lianyu/domain/kernel';
import type { SignedAgreement, Task } from '@lianyu/projections/folds';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { content, TestPlatform } from '../platform.fixtures.ts';
import { BAYANNUR, must, nearlySigned, signed, XIAN } from '../walk.fixtures.ts';
import { proposedFrom } from './proposed.ts';

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

test('AG-20 AG-21 EV-2 an amendment is negotiated, signed and sealed like any; the old text holds until its day, then the new one', async () => {
  platform.at('2026-06-20T02:00:00.000Z');
  const first = await signed(platform, content('变更之前'));
  const page = await pageOf(XIAN.officer, first.agreement);
  if (!page) throw new Error('a signed agreement');
  const purpose = { kind: 'amendment' as const, agreement: first.agreement, number: page.number, version: first.basis };
  const amended = { ...content('变更之后'), purpose, effect: { kind: 'on-date' as const, date: '2026-09-01' as never } };

  // Whoever is no party of it does not learn whether there is such an agreement.
  const stranger = {
    ...amended,
    parties: amended.parties.map((party, index) => (index === 0 ? { ...party, organisation: 'hohhot-etdz' as never } : party)),
  };
  expect(await platform.give('hohhot-etdz.officer', 'propose-change', { content: stranger, note: '' })).toMatchObject({
    ok: false,
    code: 'AGREEMENT_UNKNOWN',
  });
  expect(await platform.give(XIAN.head, 'propose-change', { content: amended, note: '' })).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  const stale = { ...amended, purpose: { ...purpose, version: 'f'.repeat(64) as never } };
  for (const name of ['propose-change', 'table-proposal'] as const)
    expect(await platform.give(XIAN.officer, name, { content: stale, note: '' })).toMatchObject({ ok: false, code: 'VERSION_SUPERSEDED' });

  // Two at once about the same version: the first to be concluded is it.
  const rival = await must(
    platform.give(BAYANNUR.officer, 'propose-change', { content: { ...amended, effect: { kind: 'on-conclusion' } }, note: '' }),
  );
  const second = await signed(platform, amended, 'propose-change');
  expect(
    await platform.give(XIAN.officer, 'confirm-text', {
      negotiation: rival.subject as never,
      basis: proposedFrom({ ...amended, effect: { kind: 'on-conclusion' } }).digest,
    }),
  ).toMatchObject({
    ok: false,
    code: 'VERSION_SUPERSEDED',
  });

  expect(await pageOf(OFFICE, first.agreement)).toMatchObject({
    stage: 'in-force',
    version: 1,
    versions: [{ version: 1 }, { version: 2, effectiveFrom: '2026-09-01', digest: second.basis, amendment: { agreement: second.agreement } }],
  });
  expect(await pageOf(OFFICE, second.agreement)).toMatchObject({ stage: 'concluded', deadline: { dueOn: '2026-06-26' } });
  const texts = (await platform.documentsOf(OFFICE, `agreement/${first.agreement}`)).filter(({ kind }) => kind === 'agreement-version');
  expect(JSON.stringify(texts)).toContain('变更之后');

  platform.at('2026-10-10T02:00:00.000Z');
  await platform.reopen();
  await platform.platform.clockProcess.tick();
  await platform.platform.clockProcess.tick();
  await platform.settled();
  expect(await pageOf(OFFICE, first.agreement)).toMatchObject({ stage: 'in-force', version: 2 });
  expect(await pageOf(OFFICE, second.agreement)).toMatchObject({ stage: 'in-force', effectiveOn: '2026-09-01' });
  expect(await typesIn(first.agreement)).toEqual([
    'AgreementConcluded',
    'FilingDeadlineFixed',
    'AgreementEnteredIntoForce',
    'AmendmentConcluded',
    'AgreementAmended',
  ]);
  expect(await typesIn(second.agreement)).toEqual(['AgreementConcluded', 'FilingDeadlineFixed', 'AgreementEnteredIntoForce']);
});

test('AG-20 CM-5 two changes of one version that meet at the last seal: the second is void, and all events again change nothing', async () => {
  platform.at('2026-10-10T02:00:00.000Z');
  const first = await signed(platform, content('相遇之前'));
  const page = await pageOf(XIAN.officer, first.agreement);
  const purpose = { kind: 'amendment' as const, agreement: first.agreement, number: page?.number ?? '', version: first.basis };
  const of = (settlement: string) => ({ ...content(settlement), purpose });
  const one = await nearlySigned(platform, of('其一'), 'propose-change');
  const other = await nearlySigned(platform, of('其二'), 'propose-change');
  // Both last seals at once, before the processes have carried anything over.
  const keeper = await platform.principal(BAYANNUR.officer);
  const seal = ({ agreement: negotiation, basis }: typeof one) =>
    platform.platform.commands.give(keeper, {
      name: 'affix-seal',
      data: { negotiation, basis, password: platform.account(BAYANNUR.officer).password },
      commandId: randomUUID() as never,
      correlation: 'test',
    });
  const sealed = await Promise.all([seal(one), seal(other)]);
  await platform.settled();
  const stages = await Promise.all([one, other].map(async ({ agreement }) => (await pageOf(OFFICE, agreement))?.stage));
  if (sealed.every(({ ok }) => ok)) expect(stages.sort()).toEqual(['in-force', 'void']);
  else expect(sealed.filter(({ ok }) => !ok)).toMatchObject([{ code: 'VERSION_SUPERSEDED' }]);
  expect(await pageOf(OFFICE, first.agreement)).toMatchObject({ version: 2 });
  const before = (await platform.log()).length;
  platform.platform.vault.setNote('processes/position', '0');
  await platform.reopen();
  await platform.settled();
  expect(await platform.log()).toHaveLength(before);
});

test('AG-24 AG-25 AG-28 an agreement is suspended, resumed, ended by 解除, wound up, closed and archived; the office sees each', async () => {
  platform.at('2026-11-02T02:00:00.000Z');
  const first = await signed(platform, content('全程'));
  const on = { agreement: first.agreement, basis: first.basis };
  const both = async (step: 'suspend' | 'resume' | 'close' | 'archive') => {
    await must(platform.give(XIAN.head, 'agree-step', { ...on, step, words: '' }));
    expect((await tasksOf(BAYANNUR.head, first.agreement)).map(({ task, joint }) => [task, joint])).toContainEqual(['agree-step', step]);
    await must(platform.give(BAYANNUR.head, 'agree-step', { ...on, step, words: '' }));
  };
  await both('suspend');
  expect(await pageOf(OFFICE, first.agreement)).toMatchObject({ stage: 'suspended' });
  await both('resume');
  const page = await pageOf(OFFICE, first.agreement);
  const { until: _, ...terms } = content('全程');
  const purpose = { kind: 'termination' as const, agreement: first.agreement, number: page?.number ?? '', version: first.basis };
  const ending = {
    ...terms,
    clauses: terms.clauses.filter(({ body }) => body.kind === 'text'),
    purpose,
    effect: { kind: 'on-date' as const, date: '2026-12-01' as never },
  };
  const second = await signed(platform, ending, 'propose-change');
  expect(await pageOf(OFFICE, first.agreement)).toMatchObject({
    stage: 'in-force',
    termination: { agreement: second.agreement, effectiveFrom: '2026-12-01' },
  });
  expect(
    await platform.give(XIAN.officer, 'propose-change', { content: { ...content('再变'), purpose: { ...purpose, kind: 'amendment' } }, note: '' }),
  ).toMatchObject({
    ok: false,
    code: 'TERMINATION_AGREED',
  });
  platform.at('2026-12-20T02:00:00.000Z');
  await platform.reopen();
  await platform.platform.clockProcess.tick();
  await platform.settled();
  expect(await pageOf(OFFICE, first.agreement)).toMatchObject({ stage: 'terminated', ground: 'by-consent', endedOn: '2026-12-01', windingUp: true });
  expect(await pageOf(OFFICE, second.agreement)).toMatchObject({ stage: 'in-force', effectiveOn: '2026-12-01' });
  await both('close');
  await both('archive');
  expect(await pageOf(OFFICE, first.agreement)).toMatchObject({ stage: 'archived', windingUp: false, endedOn: '2026-12-01' });
});

test('AG-26 AG-27 for breach and by a change of policy: each party its own part, the clock the last', async () => {
  platform.at('2027-01-04T02:00:00.000Z');
  const exit = { breach: { cureDays: 10 }, policyChange: { noticeDays: 30 } };
  const broken = await signed(platform, { ...content('违约'), exit });
  const on = { agreement: broken.agreement, basis: broken.basis };
  const against = 'bayannur-etdz' as never;
  expect(await platform.give(XIAN.officer, 'give-breach-notice', { ...on, against, words: '-' })).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  await must(platform.give(XIAN.head, 'give-breach-notice', { ...on, against, words: '未按期划转' }));
  expect(await tasksOf(BAYANNUR.head, broken.agreement)).toContainEqual(
    expect.objectContaining({ task: 'answer-breach-notice', dueOn: '2027-01-14' }),
  );
  await must(platform.give(BAYANNUR.head, 'answer-breach-notice', { ...on, notice: 1, words: '正在办理' }));
  const end = { ...on, notice: 1, words: '' };
  expect(await platform.give(XIAN.head, 'terminate-for-breach', end)).toMatchObject({
    ok: false,
    code: 'CURE_PERIOD_RUNS',
    data: { cureUntil: '2027-01-14' },
  });
  platform.at('2027-01-15T02:00:00.000Z');
  expect(await platform.give(BAYANNUR.head, 'terminate-for-breach', end)).toMatchObject({ ok: false, code: 'NOTICE_NOT_OWN' });
  await must(platform.give(XIAN.head, 'terminate-for-breach', end));
  expect(await pageOf(OFFICE, broken.agreement)).toMatchObject({ stage: 'terminated', ground: 'for-breach', endedOn: '2027-01-15' });

  const changed = await signed(platform, { ...content('政策'), exit });
  const policy = { agreement: changed.agreement, basis: changed.basis, document: '国发〔2027〕1号', words: '政策取消' };
  expect(await platform.give(BAYANNUR.head, 'give-policy-notice', { ...policy, effectiveOn: '2027-02-13' as never })).toMatchObject({
    ok: false,
    code: 'POLICY_NOTICE_TOO_SHORT',
    data: { earliest: '2027-02-14' },
  });
  await must(platform.give(BAYANNUR.head, 'give-policy-notice', { ...policy, effectiveOn: '2027-02-14' as never }));
  platform.at('2027-03-01T02:00:00.000Z');
  await platform.platform.clockProcess.tick();
  await platform.settled();
  expect(await pageOf(OFFICE, changed.agreement)).toMatchObject({ stage: 'terminated', ground: 'by-policy-change', endedOn: '2027-02-14' });
});

test('AG-29 TM-3 CM-5 a negotiation lapses the day after its last, also after a downtime, with both procedures', async () => {
  platform.at('2027-04-01T02:00:00.000Z');
  const data = { content: content('限期'), note: '', expiresOn: '2027-04-30' as never };
  expect(await platform.give(XIAN.officer, 'table-proposal', { ...data, expiresOn: '2027-03-31' as never })).toMatchObject({
    ok: false,
    code: 'LAST_DAY_PAST',
  });
  const { subject } = await must(platform.give(XIAN.officer, 'table-proposal', data));
  const negotiation = subject as Id;
  await must(platform.give(BAYANNUR.officer, 'confirm-text', { negotiation, basis: proposedFrom(data.content).digest }));
  platform.at('2027-06-01T02:00:00.000Z');
  await platform.reopen();
  await platform.platform.clockProcess.tick();
  await platform.platform.clockProcess.tick();
  await platform.settled();
  const events = (await platform.log())
    .filter(({ event }) => 'negotiation' in event.data && event.data.negotiation === negotiation)
    .map(({ event }) => event);
  expect(events.filter(({ type }) => type === 'NegotiationLapsed')).toEqual([
    { type: 'NegotiationLapsed', data: { negotiation, effectiveOn: '2027-05-01' } },
  ]);
  expect(events.filter(({ type }) => type === 'ClearanceVoided')).toHaveLength(2);
  const row = (await platform.documentsOf(OFFICE, 'agreements')).find(({ key }) => key === negotiation);
  expect(row?.body).toMatchObject({ stage: 'lapsed' });
});
