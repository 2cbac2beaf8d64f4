import { standardChain } from '@lianyu/domain/clearance';
import { Member } from '../test/member.ts';
import type { TestServer } from '../test/server.ts';

/** Who settles: two of each party, and an analyst with an audit mandate. */
export const people = {
  payerOfficer: 'example-d.officer',
  payerHead: 'example-d.head',
  payeeOfficer: 'example-c.officer',
  payeeHead: 'example-c.head',
} as const;

export interface Settled {
  readonly agreement: string;
  /** First days of the periods that are over, as the terms count them. */
  readonly firstDay: string;
}

const names = { 'example-a': '示例开发区甲', 'example-b': '示例开发区乙', 'example-c': '示例开发区丙', 'example-d': '示例开发区丁' } as const;
type Zone = keyof typeof names;

/** The computed agreement of the demonstration once more, tabled by the payee and cleared by both: it is to be signed. */
export async function clearedBetween(server: TestServer, payee: Zone, payer: Zone) {
  const member = async (name: string) => Member.signIn(server.origin, server.account(name));
  const [witness, payerOfficer, payerHead, payeeOfficer, payeeHead] = await Promise.all([
    member('example-a.officer'),
    member(`${payer}.officer`),
    member(`${payer}.head`),
    member(`${payee}.officer`),
    member(`${payee}.head`),
  ]);
  const signed = (await rowsOf(witness, 'agreements')).find((row) => JSON.stringify(row.body).includes('光伏组件飞地园区合作协议'));
  const known = (await rowsOf(witness, `agreement/${signed?.key}`)).find(({ kind }) => kind === 'signed-agreement')?.body as { content: object };
  const content = JSON.parse(
    JSON.stringify(known.content)
      .replaceAll('example-a', payee)
      .replaceAll('example-b', payer)
      .replaceAll(names['example-a'], names[payee])
      .replaceAll(names['example-b'], names[payer]),
  );
  const { subject: agreement } = await given(payeeOfficer, 'table-proposal', { content, note: '' });
  const proposal = (await rowsOf(payerOfficer, `agreement/${agreement}`)).find(({ kind }) => kind === 'proposal');
  if (!proposal) throw new Error('nothing is tabled');
  const on = { negotiation: agreement, basis: (proposal.body as { digest: string }).digest };
  await given(payerOfficer, 'confirm-text', on);
  for (const [officer, head] of [
    [payeeOfficer, payeeHead],
    [payerOfficer, payerHead],
  ] as const)
    for (const step of standardChain)
      await given(byHead.has(step) ? head : officer, 'pass-clearance-step', { ...on, record: { step, note: '', ...records[step] } });
  return { agreement, on, content, payerOfficer, payerHead, payeeOfficer, payeeHead };
}

/** The same between two other zones, signed by all by commands; its park at full capacity from the first day on. */
export async function agreementInForce(server: TestServer): Promise<Settled> {
  const { agreement, on, content, payerOfficer, payerHead, payeeOfficer, payeeHead } = await clearedBetween(server, 'example-c', 'example-d');
  for (const [officer, head, accounts] of [
    [payeeOfficer, payeeHead, [people.payeeOfficer, people.payeeHead]],
    [payerOfficer, payerHead, [people.payerOfficer, people.payerHead]],
  ] as const) {
    await given(head, 'give-signature', { ...on, password: server.account(accounts[1]).password });
    await given(officer, 'affix-seal', { ...on, password: server.account(accounts[0]).password });
  }

  const firstDay: string = content.clauses.find(({ id }: { id: string }) => id === 'sharing').body.term.clock.start.all[0].date;
  const document = await kept(payerOfficer, '达产验收.txt');
  const milestone = { kind: 'full-capacity', on: firstDay, documents: [document], note: '' };
  await given(payerOfficer, 'report-milestone', { agreement, milestone });
  await given(payeeHead, 'confirm-reports', { agreement, figures: [], milestones: [1] });
  return { agreement, firstDay };
}

interface RowIn {
  readonly kind: string;
  readonly key: string;
  readonly body: unknown;
}

async function rowsOf(member: Member, topic: string): Promise<readonly RowIn[]> {
  const { status, body } = await member.get(`/api/rows?topic=${encodeURIComponent(topic)}`);
  if (status !== 200) throw new Error(`${topic}: ${status}`);
  return (body as { rows: readonly RowIn[] }).rows;
}

/** What a command needs may still be on its way from another stream: then it is given once more, the same one. */
async function given(member: Member, name: string, data: object): Promise<{ subject: string }> {
  const command = { commandId: crypto.randomUUID(), data };
  for (let tries = 1; ; tries += 1) {
    const { status, body } = await member.ask('POST', `/api/commands/${name}`, command);
    if (status === 200) return body as { subject: string };
    if (tries === 100) throw new Error(`${name}: ${status} ${JSON.stringify(body)}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function kept({ origin, cookie }: Member, name: string): Promise<{ digest: string; name: string }> {
  const headers = { cookie, origin, 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) };
  const response = await fetch(`${origin}/api/files`, { method: 'POST', headers, body: `${name}（虚构）` });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return { digest: ((await response.json()) as { digest: string }).digest, name };
}

const byHead: ReadonlySet<string> = new Set(['legal-review', 'fair-competition-review', 'seal-approval']);
const records: Readonly<Record<(typeof standardChain)[number], object>> = {
  consultation: { departments: ['财政局'] },
  'legal-review': { opinionNumber: '法审〔2026〕1号' },
  'fair-competition-review': { applies: true },
  'collective-decision': { meetingOn: '2026-01-05', attendees: 9, outcome: 'agreed', documentNumber: '纪要〔2026〕1号' },
  'seal-approval': {},
};
