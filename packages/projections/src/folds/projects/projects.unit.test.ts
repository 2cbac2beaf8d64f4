import { type AnyEvent, isProjectEvent } from '@lianyu/domain/events';
import type { Recorded } from '@lianyu/domain/kernel';
import type { ProjectEvent } from '@lianyu/domain/projects';
import { expect, test } from 'vitest';
import { documentSchemas } from '../documents.ts';
import { projects } from './index.ts';

const PROJECT = '22222222-2222-4222-8222-222222222222';
const SECRET = '示例食品有限公司';
const basics = { name: '番茄深加工', kind: 'transfer', industry: '1491', region: '150802', source: '推介会', company: { name: SECRET } };
const document = { digest: 'a'.repeat(64), name: '备案证明.pdf' };

let revision = 0;
function said(type: string, data: object, party = 'bayannur'): Recorded<AnyEvent> {
  revision += 1;
  const actor = { kind: 'person', member: `00000000-0000-4000-8000-00000000000${party.length % 10}`, organisation: party, capacity: 'drafter' };
  const metadata = { actor, recordedAt: `2026-05-01T02:00:${revision.toString().padStart(2, '0')}.000Z` };
  const id = `00000000-0000-4000-8000-${revision.toString().padStart(12, '0')}`;
  return {
    id,
    stream: `project-${PROJECT}`,
    revision: BigInt(revision),
    event: { type, data: { project: PROJECT, party, ...data } },
    metadata,
  } as never;
}

function documentsAfter(...events: readonly Recorded<AnyEvent>[]) {
  expect(events.every(isProjectEvent)).toBe(true);
  return projects.documents(events.reduce(projects.evolve, projects.initial), PROJECT);
}

const opened = () => said('ProjectOpened', { sides: { origin: 'xian', destination: 'bayannur' }, basics });
const reported = (number: number, kind: ProjectEvent['type'] | string, on: string, more: object = {}) =>
  said('ProjectMilestoneReported', {
    number,
    readers: ['xian', 'bayannur'],
    milestone: { kind, on, documents: [document], figures: [], note: '', ...more },
  });
const confirmed = (number: number) => said('ProjectMilestoneConfirmed', { number }, 'xian');

test('IP-9 parties read a project whole; who looks across has no name, company, figure or document of it', () => {
  const figures = [{ indicator: 'investment-outside', amount: '7777700' }];
  const documents = documentsAfter(opened(), reported(1, 'signed', '2026-03-01', { figures }), confirmed(1), reported(2, 'started', '2026-04-01'));
  for (const { kind, body } of documents) expect(documentSchemas[kind as keyof typeof documentSchemas].safeParse(body).error).toBeUndefined();
  const across = documents.filter(({ audience }) => audience === 'overview');
  expect(across.map(({ kind }) => kind)).toEqual(['project-row', 'project-steps']);
  expect(JSON.stringify(across)).not.toMatch(new RegExp(`${SECRET}|番茄|备案|aaaa`));
  expect(JSON.stringify(across.filter(({ kind }) => kind === 'project-row'))).not.toContain('7777700');
  expect(across[0]?.body).toMatchObject({ stage: 'signed', industry: '14', destination: 'bayannur', lastOn: '2026-03-01' });
  const own = documents.find(({ kind, audience }) => kind === 'project-row' && audience === 'organisation:xian');
  expect(own?.body).toMatchObject({ promised: '7777700', company: SECRET, waitsForUs: true });
  expect(new Set(documents.map(({ audience }) => audience))).toEqual(new Set(['overview', 'organisation:xian', 'organisation:bayannur']));
});

test('IP-9 LV-5 persons are told to their own organisation alone', () => {
  const documents = documentsAfter(opened(), reported(1, 'signed', '2026-03-01'), confirmed(1));
  const page = (audience: string) =>
    documents.find(({ kind, audience: own }) => kind === 'project' && own === audience)?.body as never as {
      milestones: { member?: string; confirmations: { member?: string }[] }[];
    };
  expect(page('organisation:xian').milestones[0]).not.toHaveProperty('member');
  expect(page('organisation:xian').milestones[0]?.confirmations[0]).toHaveProperty('member');
  expect(page('organisation:bayannur').milestones[0]).toHaveProperty('member');
});

test('IP-5 a zone to which it is to be handed on reads it from then on', () => {
  const documents = documentsAfter(opened(), reported(1, 'transferred', '2026-04-01', { to: 'hohhot' }));
  expect(documents.filter(({ audience }) => audience === 'organisation:hohhot').map(({ kind }) => kind)).toContain('project');
});
