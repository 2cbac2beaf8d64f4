import type { ChainStep } from '@lianyu/domain/clearance';
import { type CommandId, type NegotiationId, streamOf } from '@lianyu/domain/kernel';
import type { Role } from '@lianyu/domain/organisations';
import type { ClearancePage, ProcedureDocument, Task } from '@lianyu/projections/folds';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { content, digestOf, TestPlatform } from '../platform.fixtures.ts';
import { BAYANNUR, clear, confirmed, must, XIAN } from '../walk.fixtures.ts';

const platform = new TestPlatform();
const [ONE, TWO] = ['coordination-office.admin-one', 'coordination-office.admin-two'];
const SECRET = '特设会签部门';
const steps: readonly ChainStep[] = [
  { step: 'consultation', departments: [SECRET, '财政局'], answers: 'all', when: [], workingDays: 3 },
  { step: 'legal-review', when: [], workingDays: 6 },
  { step: 'fair-competition-review', when: [{ kind: 'share-to-company' }] },
  { step: 'seal-approval' },
];
beforeAll(async () => {
  await platform.play();
  const { member } = await platform.principal(XIAN.officer);
  const grant = { organisation: 'xian-etdz' as never, member, role: 'administrator' as Role, from: '2026-06-01' as never };
  const request = crypto.randomUUID();
  await must(platform.give(ONE as string, 'request-role-grant', grant, request));
  await must(platform.give(TWO as string, 'approve-role-grant', { organisation: 'xian-etdz' as never, request: request as CommandId }));
  await adopt(steps);
});
afterAll(() => platform.close());

async function adopt(chain: readonly ChainStep[]): Promise<void> {
  const request = crypto.randomUUID() as CommandId;
  await must(platform.give(XIAN.officer, 'propose-procedure', { steps: [...chain], from: '2026-06-01' as never }, request));
  expect(await platform.give(XIAN.officer, 'approve-procedure', { request })).toMatchObject({ ok: false, code: 'PROCEDURE_NEEDS_SECOND_PERSON' });
  await must(platform.give(XIAN.head, 'approve-procedure', { request }));
}
async function pageOf(who: string, id: NegotiationId): Promise<ClearancePage | undefined> {
  const documents = await platform.documentsOf(who, `agreement/${id}`);
  return documents.find(({ kind }) => kind === 'clearance')?.body as ClearancePage | undefined;
}
const answer = (department: string) =>
  platform.give(XIAN.officer, 'record-consultation', {
    negotiation,
    basis: digestOf('own'),
    consultation: { department, documentNumber: '', note: '' },
  });
let negotiation: NegotiationId;

test('AG-36 AG-38 AG-39 a text is cleared by the chain that its party had when all confirmed, department by department, each step by its day', async () => {
  negotiation = await confirmed(platform, 'own');
  // Monday, 1 June 2026: three working days on is Thursday.
  expect(await pageOf(XIAN.officer, negotiation)).toMatchObject({
    next: 'consultation',
    due: { dueOn: '2026-06-04', provisional: false },
    procedure: { version: 1, left: [{ step: 'fair-competition-review' }] },
  });
  expect(await pageOf(BAYANNUR.officer, negotiation)).toMatchObject({ next: 'consultation', procedure: { version: 0, left: [] } });
  // What is set afterwards holds for what is opened afterwards.
  await adopt([{ step: 'seal-approval' }]);
  expect(await pageOf(XIAN.officer, negotiation)).toMatchObject({ procedure: { version: 1 } });

  const consultation = { step: 'consultation' as const, departments: ['甲'], note: '' };
  expect(await platform.give(XIAN.officer, 'pass-clearance-step', { negotiation, basis: digestOf('own'), record: consultation })).toMatchObject({
    ok: false,
    code: 'DEPARTMENTS_NAMED',
  });
  await must(answer('财政局'));
  expect(await pageOf(XIAN.officer, negotiation)).toMatchObject({ next: 'consultation', consulted: [{ department: '财政局' }] });
  await must(answer(SECRET));
  expect(await pageOf(XIAN.officer, negotiation)).toMatchObject({ next: 'legal-review', due: { dueOn: '2026-06-09' } });
  const tasks = (await platform.documentsOf(XIAN.head, 'tasks')).map(({ body }) => body as Task);
  expect(tasks.filter((task) => task.negotiation === negotiation)).toMatchObject([{ step: 'legal-review', dueOn: '2026-06-09' }]);

  // Another text voids all of it; its own clearance goes by the newer version.
  const countered = { negotiation, basis: digestOf('own'), content: content('own, again'), reason: '-' };
  await must(platform.give(BAYANNUR.officer, 'counter-proposal', countered));
  expect(await pageOf(XIAN.officer, negotiation)).toMatchObject({ state: 'voided' });
  await must(platform.give(XIAN.officer, 'confirm-text', { negotiation, basis: digestOf('own, again') }));
  expect(await pageOf(XIAN.officer, negotiation)).toMatchObject({ state: 'open', next: 'seal-approval', procedure: { version: 2 }, consulted: [] });
  const record = { step: 'seal-approval' as const, note: '' };
  await must(platform.give(XIAN.head, 'pass-clearance-step', { negotiation, basis: digestOf('own, again'), record }));
  await clear(platform, BAYANNUR, negotiation, digestOf('own, again'));
  const types = (await platform.log()).filter(({ stream }) => stream === streamOf.negotiation(negotiation)).map(({ event }) => event.type);
  expect(types.slice(-2)).toEqual(['PartyCleared', 'PartyCleared']);
});

test('AZ-2 AG-36 nobody else reads how an organisation clears a text, in any document of any topic', async () => {
  const own = (await platform.documentsOf(XIAN.head, 'organisations')).find(({ kind }) => kind === 'procedure')?.body as ProcedureDocument;
  expect(own.versions.map(({ version }) => version)).toEqual([1, 2]);
  expect(JSON.stringify(own)).toContain(SECRET);
  expect(JSON.stringify(await platform.documentsOf(XIAN.head, `agreement/${negotiation}`))).toContain(SECRET);
  const topics = ['organisations', 'agreements', 'activity', 'tasks', `agreement/${negotiation}`];
  for (const who of [
    BAYANNUR.officer,
    BAYANNUR.head,
    'hohhot-etdz.manager',
    'coordination-office.coordinator',
    'audit-office.analyst',
    ONE as string,
  ])
    for (const topic of topics) expect(JSON.stringify(await platform.documentsOf(who, topic)), who).not.toContain(SECRET);
  for (const who of [BAYANNUR.officer, ONE as string])
    expect((await platform.documentsOf(who, 'organisations')).filter(({ kind, key }) => kind === 'procedure' && key === 'xian-etdz')).toEqual([]);
});

test('AG-36 the meeting is recorded with what it came to', async () => {
  const { commands } = await import('@lianyu/contract');
  const record = { step: 'collective-decision', meetingOn: '2026-05-20', attendees: 9, documentNumber: '1', note: '' };
  const given = (more: object) =>
    commands['pass-clearance-step'].safeParse({ negotiation: crypto.randomUUID(), basis: 'a'.repeat(64), record: { ...record, ...more } });
  expect(given({}).success).toBe(false);
  expect(given({ outcome: 'agreed-in-principle' }).success).toBe(true);
});
