import { randomUUID } from 'node:crypto';
import { type NegotiationId, negotiationId } from '@lianyu/domain/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { transcribedFrom } from '../commands/proposed.ts';
import { content, digestOf, TestPlatform } from '../platform.fixtures.ts';
import { BAYANNUR, clear, confirmed, must, signed, XIAN } from '../walk.fixtures.ts';
import { coordinationTable } from './coordination-table.fixtures.ts';
import { officeTable } from './office-table.fixtures.ts';
import { projectTable } from './project-table.fixtures.ts';
import { registrationTable } from './registration-table.fixtures.ts';
import { settlementTable } from './settlement-table.fixtures.ts';
import { timeTable } from './time-table.fixtures.ts';

// Every route asked as every kind of member and as nobody. What a route answers to each is in the table; a route that the
// table lacks fails the test.
const platform = new TestPlatform();
const who = {
  drafter: XIAN.officer,
  signatory: XIAN.head,
  other: BAYANNUR.officer,
  stranger: 'hohhot-etdz.officer',
  office: 'coordination-office.coordinator',
  analyst: 'audit-office.analyst',
  administrator: 'coordination-office.admin-one',
} as const;
type Who = keyof typeof who;
const everybody = Object.keys(who) as Who[];
const cookies = new Map<Who, string>();
const SETTLEMENT = '只给缔约方看的条款';
let negotiation: NegotiationId;
let project: string;
let registered: Awaited<ReturnType<typeof registeredOnPaper>>;
let signedAgreement: Awaited<ReturnType<typeof signed>>;

/** 2xx, or the code of the refusal. */
type Expected = Partial<Record<Who, string>> & { readonly rest: string; readonly nobody: string };
interface Asked {
  readonly path?: string;
  /** The same for everybody, or made for each asking. */
  readonly body?: object | (() => object);
  readonly expected: Expected;
}

const own = (rest: string, some: Partial<Record<Who, string>> = {}): Expected => ({ nobody: 'NOT_SIGNED_IN', rest, ...some });
const onNegotiation = () => ({ negotiation, basis: digestOf(SETTLEMENT) });
const command = (data: object) => ({ commandId: randomUUID(), data });
/** The signatory of the party gets what the rules say; nobody else is heard. */
const onSigned = (code: string): Expected => own('FORBIDDEN', { signatory: code });
const parties = (code: string): Expected => own('FORBIDDEN', { drafter: code, signatory: code, other: code, stranger: 'NEGOTIATION_UNKNOWN' });
const administration = own('FORBIDDEN', { administrator: '2xx' });
const zone = { organisation: 'xian-etdz' };
const missingZone = {
  kind: 'zone',
  name: { zh: '新', en: 'New' },
  shortName: { zh: '新', en: 'New' },
  level: 'city',
  regionCode: '150100',
  source: '',
  verified: false,
};

const table = (): Record<string, Asked> => ({
  'GET /api/health': { expected: { nobody: '2xx', rest: '2xx' } },
  'GET /api/ready': { expected: { nobody: '2xx', rest: '2xx' } },
  'GET /api/openapi.json': { expected: { nobody: '2xx', rest: '2xx' } },
  'POST /api/session': { body: () => ({ signInName: randomUUID(), password: 'x' }), expected: { nobody: 'SIGN_IN_FAILED', rest: 'SIGN_IN_FAILED' } },
  'GET /api/session': { expected: own('2xx') },
  'GET /api/sessions': { expected: own('2xx') },
  'DELETE /api/sessions/:id': { path: `/api/sessions/${randomUUID()}`, expected: own('NOT_FOUND') },
  'POST /api/password': { body: { currentPassword: 'wrong', newPassword: 'long enough it is' }, expected: own('PASSWORD_WRONG') },
  'GET /api/set-up/:token': { path: '/api/set-up/none', expected: { nobody: 'SET_UP_LINK_INVALID', rest: 'SET_UP_LINK_INVALID' } },
  'POST /api/set-up/:token': {
    path: '/api/set-up/none',
    body: { password: 'long enough it is' },
    expected: { nobody: 'SET_UP_LINK_INVALID', rest: 'SET_UP_LINK_INVALID' },
  },
  'GET /api/rows': { path: `/api/rows?topic=agreement/${negotiation}`, expected: own('2xx', { stranger: 'NOT_FOUND', administrator: 'NOT_FOUND' }) },
  'GET /api/agreements': { expected: own('2xx') },
  'GET /api/agreements/export.csv': { expected: own('2xx') },
  'GET /api/agreements/export.xlsx': { expected: own('2xx') },
  'GET /api/agreements/:id/actions': { path: `/api/agreements/${negotiation}/actions`, expected: own('2xx') },
  'GET /api/agreements/:id/moments': {
    path: `/api/agreements/${negotiation}/moments`,
    expected: own('2xx', { stranger: 'NOT_FOUND', administrator: 'NOT_FOUND' }),
  },
  'GET /api/agreements/:id/moments/:moment': {
    path: `/api/agreements/${negotiation}/moments/1`,
    expected: own('NOT_FOUND', { drafter: '2xx', signatory: '2xx', other: '2xx' }),
  },
  ...timeTable(),
  ...officeTable(negotiation),
  ...coordinationTable(),
  'GET /api/overview': { expected: own('2xx') },
  'GET /api/members': { path: `/api/members?ids=${randomUUID()}`, expected: own('2xx') },
  'GET /api/drafts': { expected: own('FORBIDDEN', { drafter: '2xx', other: '2xx', stranger: '2xx', office: '2xx' }) },
  'GET /api/drafts/:id': {
    path: `/api/drafts/${randomUUID()}`,
    expected: own('FORBIDDEN', { drafter: 'NOT_FOUND', other: 'NOT_FOUND', stranger: 'NOT_FOUND', office: 'NOT_FOUND' }),
  },
  'PUT /api/drafts/:id': {
    path: `/api/drafts/${randomUUID()}`,
    body: { revision: 0, content: {} },
    expected: own('FORBIDDEN', { drafter: '2xx', other: 'DRAFT_CHANGED|2xx', stranger: 'DRAFT_CHANGED|2xx', office: 'DRAFT_CHANGED|2xx' }),
  },
  'DELETE /api/drafts/:id': {
    path: `/api/drafts/${randomUUID()}`,
    expected: own('FORBIDDEN', { drafter: 'NOT_FOUND', other: 'NOT_FOUND', stranger: 'NOT_FOUND', office: 'NOT_FOUND' }),
  },
  'POST /api/commands/table-proposal': {
    body: command({ content: content('a'), note: '' }),
    expected: own('FORBIDDEN', { drafter: '2xx', other: 'COMMAND_ID_REUSED' }),
  },
  'POST /api/commands/counter-proposal': {
    body: command({ ...onNegotiation(), content: content(SETTLEMENT), reason: '-' }),
    expected: own('FORBIDDEN', { drafter: 'CONTENT_UNCHANGED', other: 'CONTENT_UNCHANGED' }),
  },
  'POST /api/commands/confirm-text': {
    body: command(onNegotiation()),
    expected: own('FORBIDDEN', { drafter: 'TEXT_ALREADY_CONFIRMED', other: 'TEXT_ALREADY_CONFIRMED' }),
  },
  'POST /api/commands/decline-negotiation': {
    body: command({ ...onNegotiation(), reason: '-' }),
    expected: own('FORBIDDEN', { drafter: 'TEXT_ALREADY_CONFIRMED', other: 'TEXT_ALREADY_CONFIRMED' }),
  },
  'POST /api/commands/withdraw-from-negotiation': {
    body: command({ negotiation, basis: digestOf('another'), reason: '-' }),
    expected: own('FORBIDDEN', { drafter: 'BASIS_OUTDATED', other: 'BASIS_OUTDATED' }),
  },
  'POST /api/commands/give-signature': {
    body: command({ ...onNegotiation(), password: 'wrong' }),
    expected: own('FORBIDDEN', { signatory: 'PASSWORD_WRONG' }),
  },
  'POST /api/commands/affix-seal': {
    body: command({ ...onNegotiation(), password: 'wrong' }),
    expected: own('FORBIDDEN', { drafter: 'PASSWORD_WRONG', other: 'PASSWORD_WRONG' }),
  },
  // The party is always one's own organisation: a stranger asks about a procedure that does not exist.
  'POST /api/commands/pass-clearance-step': {
    body: command({ ...onNegotiation(), record: { step: 'consultation', departments: ['x'], note: '' } }),
    expected: own('FORBIDDEN', { drafter: 'CLEARANCE_STEP_OUT_OF_ORDER', other: '2xx', stranger: 'CLEARANCE_UNKNOWN' }),
  },
  'POST /api/commands/record-consultation': {
    body: command({ ...onNegotiation(), consultation: { department: 'x', documentNumber: '', note: '' } }),
    expected: own('FORBIDDEN', {
      drafter: 'CLEARANCE_STEP_OUT_OF_ORDER',
      other: 'CLEARANCE_STEP_OUT_OF_ORDER',
      stranger: 'CLEARANCE_UNKNOWN',
    }),
  },
  // Who is no party does not learn whether there is such a negotiation.
  'POST /api/commands/make-comment': {
    body: () => command({ ...onNegotiation(), inside: false, clause: 'settlement', text: '意见' }),
    expected: parties('2xx'),
  },
  'POST /api/commands/answer-comment': {
    body: () => command({ negotiation, inside: true, comment: 99, text: '-' }),
    expected: parties('COMMENT_UNKNOWN'),
  },
  'POST /api/commands/resolve-comment': {
    body: () => command({ negotiation, inside: true, comment: 99 }),
    expected: parties('COMMENT_UNKNOWN'),
  },
  'POST /api/commands/reopen-comment': {
    body: () => command({ negotiation, inside: true, comment: 99 }),
    expected: parties('COMMENT_UNKNOWN'),
  },
  // Always of one's own organisation: the operator's administrator sets that of the coordination office.
  'POST /api/commands/propose-procedure': {
    body: command({ steps: [{ step: 'seal-approval' }], from: '2026-06-01' }),
    expected: administration,
  },
  'POST /api/commands/approve-procedure': {
    body: command({ request: randomUUID() }),
    expected: own('FORBIDDEN', { signatory: 'PROCEDURE_REQUEST_UNKNOWN', administrator: 'PROCEDURE_REQUEST_UNKNOWN' }),
  },
  'POST /api/commands/reject-procedure': {
    body: command({ request: randomUUID(), reason: '-' }),
    expected: own('FORBIDDEN', { signatory: 'PROCEDURE_REQUEST_UNKNOWN', administrator: 'PROCEDURE_REQUEST_UNKNOWN' }),
  },
  'POST /api/commands/return-clearance': {
    body: command({ ...onNegotiation(), step: 'seal-approval', reason: '-' }),
    expected: own('FORBIDDEN', { signatory: 'CLEARANCE_STEP_OUT_OF_ORDER' }),
  },
  'POST /api/commands/withdraw-clearance': {
    body: command({ ...onNegotiation(), reason: '-' }),
    expected: own('FORBIDDEN', { signatory: 'CLEARANCE_NOT_GRANTED' }),
  },
  // Nothing is signed here: of the parties of an agreement that does not exist nobody is one.
  'POST /api/commands/file-agreement': {
    body: command({ agreement: negotiation, basis: digestOf(SETTLEMENT), filedOn: '2026-06-01', office: '-', fileNumber: '' }),
    expected: own('FORBIDDEN', { drafter: 'FORBIDDEN|2xx' }),
  },
  // To who is no party of it an agreement does not exist; here there is none.
  'POST /api/commands/propose-change': {
    body: command({
      content: {
        ...content(SETTLEMENT),
        purpose: { kind: 'amendment', agreement: negotiation, number: 'LY-2026-000000', version: digestOf(SETTLEMENT) },
      },
      note: '',
    }),
    expected: own('FORBIDDEN', { drafter: 'AGREEMENT_UNKNOWN', other: 'AGREEMENT_UNKNOWN' }),
  },
  'POST /api/commands/confirm-condition': {
    body: command({ agreement: negotiation, basis: digestOf(SETTLEMENT), fulfilledOn: '2026-06-01', words: '' }),
    expected: own('FORBIDDEN', {}),
  },
  // Of an agreement that is in force, by the signatories of its parties alone.
  'POST /api/commands/agree-step': {
    body: command({ agreement: signedAgreement.agreement, basis: signedAgreement.basis, step: 'suspend', words: '' }),
    expected: onSigned('2xx'),
  },
  'POST /api/commands/withdraw-step': {
    body: command({ agreement: signedAgreement.agreement, basis: signedAgreement.basis, step: 'suspend' }),
    expected: onSigned('2xx|STEP_NOT_AGREED'),
  },
  'POST /api/commands/give-breach-notice': {
    body: command({ agreement: signedAgreement.agreement, basis: signedAgreement.basis, against: 'bayannur-etdz', words: '-' }),
    expected: onSigned('EXIT_NOT_IN_TERMS'),
  },
  'POST /api/commands/answer-breach-notice': {
    body: command({ agreement: signedAgreement.agreement, basis: signedAgreement.basis, notice: 1, words: '-' }),
    expected: onSigned('NOTICE_UNKNOWN'),
  },
  'POST /api/commands/accept-cure': {
    body: command({ agreement: signedAgreement.agreement, basis: signedAgreement.basis, notice: 1 }),
    expected: onSigned('NOTICE_UNKNOWN'),
  },
  'POST /api/commands/terminate-for-breach': {
    body: command({ agreement: signedAgreement.agreement, basis: signedAgreement.basis, notice: 1, words: '' }),
    expected: onSigned('NOTICE_UNKNOWN'),
  },
  'POST /api/commands/give-policy-notice': {
    body: command({ agreement: signedAgreement.agreement, basis: signedAgreement.basis, document: '-', words: '-', effectiveOn: '2026-12-31' }),
    expected: onSigned('EXIT_NOT_IN_TERMS'),
  },
  'POST /api/commands/withdraw-policy-notice': {
    body: command({ agreement: signedAgreement.agreement, basis: signedAgreement.basis }),
    expected: onSigned('POLICY_NOTICE_NONE'),
  },
  'POST /api/commands/propose-waiver': {
    body: command({ agreement: signedAgreement.agreement, basis: signedAgreement.basis, duty: 'none', reason: '-' }),
    expected: own('FORBIDDEN', { drafter: 'DUTY_NOT_OPEN', other: 'DUTY_NOT_OPEN' }),
  },
  'POST /api/commands/agree-waiver': {
    body: command({ agreement: signedAgreement.agreement, basis: signedAgreement.basis, waiver: 1 }),
    expected: onSigned('WAIVER_UNKNOWN'),
  },
  'POST /api/commands/withdraw-waiver': {
    body: command({ agreement: signedAgreement.agreement, basis: signedAgreement.basis, waiver: 1 }),
    expected: own('FORBIDDEN', { drafter: 'WAIVER_UNKNOWN', other: 'WAIVER_UNKNOWN' }),
  },
  'POST /api/commands/register-organisation': {
    body: command({
      organisation: 'new-zone',
      profile: missingZone,
    }),
    // Anyone registers what is missing; the first of those who ask here has done it.
    expected: own('2xx|ORGANISATION_EXISTS|COMMAND_ID_REUSED'),
  },
  'POST /api/commands/correct-organisation': {
    body: command({ organisation: 'no-such', profile: missingZone, reason: '-' }),
    expected: own('FORBIDDEN', { administrator: 'ORGANISATION_UNKNOWN' }),
  },
  'POST /api/commands/verify-organisation': {
    body: command({ organisation: 'no-such', source: '-' }),
    expected: own('FORBIDDEN', { administrator: 'ORGANISATION_UNKNOWN' }),
  },
  'GET /api/reference/organisations': { expected: own('2xx') },
  'POST /api/commands/admit-member': { body: command({ ...zone, name: '某', office: '某', signInName: 'someone.new' }), expected: administration },
  'POST /api/commands/request-role-grant': {
    body: command({ ...zone, member: randomUUID(), role: 'drafter', from: '2026-01-01' }),
    expected: own('FORBIDDEN', { administrator: 'MEMBER_UNKNOWN' }),
  },
  'POST /api/commands/approve-role-grant': {
    body: command({ ...zone, request: randomUUID() }),
    expected: own('FORBIDDEN', { administrator: 'ROLE_GRANT_REQUEST_UNKNOWN' }),
  },
  'POST /api/commands/reject-role-grant': {
    body: command({ ...zone, request: randomUUID(), reason: '-' }),
    expected: own('FORBIDDEN', { administrator: 'ROLE_GRANT_REQUEST_UNKNOWN' }),
  },
  'POST /api/commands/revoke-role': {
    body: command({ ...zone, member: randomUUID(), role: 'drafter', reason: '-' }),
    expected: own('FORBIDDEN', { administrator: 'ROLE_NOT_HELD' }),
  },
  // Of one's own organisation everybody asks, the rules say whether it is theirs to delegate.
  'POST /api/commands/request-delegation': {
    body: command({
      ...zone,
      delegate: randomUUID(),
      role: 'signatory',
      from: '2026-06-01',
      until: '2026-06-30',
      scope: { kind: 'all' },
      document: { documentNumber: '-', issuedBy: '-', from: '2026-06-01' },
    }),
    expected: own('FORBIDDEN', { drafter: 'MEMBER_UNKNOWN', signatory: 'MEMBER_UNKNOWN' }),
  },
  'POST /api/commands/withdraw-delegation': {
    body: command({ ...zone, delegation: randomUUID(), reason: '-' }),
    expected: own('FORBIDDEN', { drafter: 'DELEGATION_UNKNOWN', signatory: 'DELEGATION_UNKNOWN' }),
  },
  'POST /api/commands/approve-delegation': {
    body: command({ ...zone, delegation: randomUUID() }),
    expected: own('FORBIDDEN', { administrator: 'DELEGATION_UNKNOWN' }),
  },
  'POST /api/commands/reject-delegation': {
    body: command({ ...zone, delegation: randomUUID(), reason: '-' }),
    expected: own('FORBIDDEN', { administrator: 'DELEGATION_UNKNOWN' }),
  },
  'POST /api/commands/revoke-delegation': {
    body: command({ ...zone, delegation: randomUUID(), reason: '-' }),
    expected: own('FORBIDDEN', { administrator: 'DELEGATION_UNKNOWN' }),
  },
  'POST /api/commands/request-secondment': {
    body: command({
      ...zone,
      member: randomUUID(),
      host: 'bayannur-etdz',
      from: '2026-06-01',
      until: '2026-06-30',
      document: { documentNumber: '-', issuedBy: '-', from: '2026-06-01' },
    }),
    expected: own('FORBIDDEN', { administrator: 'MEMBER_UNKNOWN' }),
  },
  'POST /api/commands/accept-secondment': {
    body: command({ ...zone, secondment: randomUUID() }),
    expected: own('FORBIDDEN', { administrator: 'SECONDMENT_UNKNOWN' }),
  },
  'POST /api/commands/reject-secondment': {
    body: command({ ...zone, secondment: randomUUID(), reason: '-' }),
    expected: own('FORBIDDEN', { administrator: 'SECONDMENT_UNKNOWN' }),
  },
  'POST /api/commands/end-secondment': {
    body: command({ ...zone, secondment: randomUUID(), reason: '-' }),
    expected: own('FORBIDDEN', { administrator: 'SECONDMENT_UNKNOWN' }),
  },
  'POST /api/commands/record-signing-authority': {
    body: command({
      ...zone,
      member: randomUUID(),
      basis: 'office',
      document: { documentNumber: '-', issuedBy: '-', from: '2026-06-01' },
    }),
    expected: own('FORBIDDEN', { administrator: 'MEMBER_UNKNOWN' }),
  },
  'POST /api/commands/withdraw-signing-authority': {
    body: command({ ...zone, authority: randomUUID(), reason: '-' }),
    expected: own('FORBIDDEN', { administrator: 'SIGNING_AUTHORITY_UNKNOWN' }),
  },
  'POST /api/commands/enrol-seal-key': { body: command(zone), expected: own('FORBIDDEN', { administrator: 'SEAL_KEY_ENROLLED' }) },
  ...registrationTable(registered.registration, registered.basis, SETTLEMENT),
  ...settlementTable(negotiation),
  ...projectTable(project),
  // Last: they end the sessions with which the others are asked.
  'DELETE /api/sessions': { expected: own('2xx') },
  'DELETE /api/session': { expected: { nobody: '2xx', rest: '2xx' } },
});

/** The same as in the table, by Xi'an: corrected to what it is, nothing changes. */
async function registeredOnPaper() {
  const paper = {
    signedOn: '2011-05-19' as never,
    documentNumber: '',
    source: { citation: '纸质协议', verification: 'verified' as const, note: '' },
  };
  const { purpose: _, ...text } = content(SETTLEMENT);
  const { subject } = await must(platform.give(XIAN.officer, 'register-paper', { content: text, paper }));
  return { registration: negotiationId.parse(subject), basis: transcribedFrom(text, paper, undefined).transcription };
}

beforeAll(async () => {
  await platform.play();
  negotiation = await confirmed(platform, SETTLEMENT);
  await clear(platform, XIAN, negotiation, digestOf(SETTLEMENT), '-', 1);
  registered = await registeredOnPaper();
  project = (
    await must(
      platform.give(XIAN.officer, 'open-project', {
        sides: { origin: 'xian-etdz' as never, destination: 'bayannur-etdz' as never },
        basics: { name: SETTLEMENT, kind: 'transfer', industry: '14', region: '150802', source: '' },
      }),
    )
  ).subject;
  signedAgreement = await signed(platform, content('已签署协议'));
  for (const name of everybody) {
    const { signInName, password } = platform.account(who[name]);
    const answer = await platform.platform.http.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'sec-fetch-site': 'same-origin' },
      payload: { signInName, password },
    });
    cookies.set(name, `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`);
  }
});
afterAll(() => platform.close());

const isDocumentation = (url: string) => url.startsWith('/api/docs');

test('AZ-1 AZ-2 every route as everyone and as nobody, and none that the table lacks', async () => {
  const { http } = platform.platform;
  const rows = table();
  const routes = http
    .routesOf()
    // HEAD is answered by the handler of its GET.
    .filter(({ url, method }) => url.startsWith('/api/') && !isDocumentation(url) && method !== 'HEAD')
    .map(({ method, url }) => `${method} ${url}`);
  expect(routes.filter((route) => !(route in rows))).toEqual([]);
  expect(Object.keys(rows).filter((route) => !routes.includes(route))).toEqual([]);

  for (const [route, { path, body, expected }] of Object.entries(rows)) {
    const [method = 'GET', url = ''] = route.split(' ');
    for (const name of ['nobody', ...everybody] as const) {
      const cookie = name === 'nobody' ? undefined : cookies.get(name);
      const answer = await http.inject({
        method: method as 'GET',
        url: path ?? url,
        headers: { 'sec-fetch-site': 'same-origin', ...(cookie === undefined ? {} : { cookie }) },
        ...(body === undefined ? {} : { payload: typeof body === 'function' ? body() : body }),
      });
      const told = answer.statusCode < 300 ? '2xx' : (answer.json() as { error: { code: string } }).error.code;
      const allowed = (name === 'nobody' ? expected.nobody : (expected[name] ?? expected.rest)).split('|');
      expect(allowed, `${route} as ${name}`).toContain(told);
      if (['stranger', 'office', 'analyst', 'administrator', 'nobody'].includes(name))
        expect(answer.body, `${route} as ${name}`).not.toContain(SETTLEMENT);
    }
  }
});
