import { balances, explanation, periodKnown, preview, rows } from '@lianyu/contract';
import type { NegotiationId } from '@lianyu/domain/kernel';
import { type DocumentKind, documentSchemas } from '@lianyu/projections/folds';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestPlatform } from '../platform.fixtures.ts';
import { BAYANNUR, must, XIAN } from '../walk.fixtures.ts';
import { computedContent, inForce, quarter, Settlers } from './settled.fixtures.ts';

const platform = new TestPlatform();
const OFFICE = 'coordination-office.coordinator';
const ANALYST = 'audit-office.analyst';
const STRANGER = 'hohhot-etdz.officer';
let agreement: NegotiationId;
let settlers: Settlers;

beforeAll(async () => {
  await platform.play();
  agreement = await inForce(platform, computedContent());
  settlers = new Settlers(platform, agreement);
});
afterAll(() => platform.close());

const cookies = new Map<string, Promise<string>>();
function cookieOf(who: string): Promise<string> {
  // Sessions end when nobody is seen for a day.
  const key = `${who} ${platform.platform.clock.now().slice(0, 10)}`;
  const known = cookies.get(key) ?? signIn(who);
  cookies.set(key, known);
  return known;
}
async function signIn(who: string): Promise<string> {
  const { signInName, password } = platform.account(who);
  const answer = await platform.platform.http.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'sec-fetch-site': 'same-origin' },
    payload: { signInName, password },
  });
  return `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`;
}
async function ask(who: string, url: string) {
  const answer = await platform.platform.http.inject({ url, headers: { cookie: await cookieOf(who) } });
  return { status: answer.statusCode, body: answer.payload, json: () => answer.json() as unknown, headers: answer.headers };
}
const path = () => `/api/settlements/${agreement}/taxes/official`;
const topics = () => [`settlement/${agreement}`, `figures/${agreement}`, 'settlements', 'activity', 'tasks', 'agreements'];

/** All that somebody can find, in lists, pages and computations. */
async function foundBy(who: string): Promise<readonly string[]> {
  const documents = await Promise.all(topics().map((topic) => platform.documentsOf(who, topic)));
  const urls = [
    '/api/figures',
    '/api/figures?q=密',
    '/api/statements',
    '/api/disputes',
    '/api/calendar?from=2020-01-01&to=2030-12-31',
    '/api/balances?organisation=xian-etdz',
    ...['preview', 'history', 'actions', 'periods/2025-01-01', 'periods/2025-01-01/explain?subject=money&line=0'].map((page) => `${path()}/${page}`),
    `/api/agreements/${agreement}/reports/figure/1/actions`,
  ];
  const answers = await Promise.all(urls.map((url) => ask(who, url)));
  // Cursors and the numbers of requests are random by design.
  const told = answers.map(({ body }) => body.replace(/"(cursor|requestId)":"[^"]*"/g, ''));
  return [...topics().map((topic, index) => `${topic} ${JSON.stringify(documents[index])}`), ...urls.map((url, index) => `${url} ${told[index]}`)];
}

test('ST-9 with its force an agreement opens its accounts and the reporting of figures, each once', async () => {
  const log = await platform.log();
  const opened = log
    .filter(({ event }) => event.type === 'SettlementOpened' || event.type === 'ReportingOpened')
    .filter(({ stream }) => stream.includes(agreement));
  expect(opened.map(({ stream }) => stream).sort()).toEqual([
    `appraisal-${agreement}-output`,
    `figures-${agreement}`,
    `settlement-${agreement}-output`,
    `settlement-${agreement}-taxes`,
  ]);
});

test('ST-1 ST-10 ST-12 ST-13 ST-15 from figures to money: reported, confirmed, computed, disputed, resolved, paid hop by hop', async () => {
  await must(settlers.report(await settlers.figure(0, '1000000000')));
  await must(settlers.confirm(1));
  const shown = preview.parse((await ask(BAYANNUR.officer, `${path()}/preview`)).json());
  expect(shown.next).toMatchObject({ period: quarter(0), over: true });
  expect(shown.inputs).toMatchObject([{ kind: 'figure', number: 1, amount: '1000000000', documents: [{ name: '完税证明.txt' }] }]);
  const { period, digest } = await settlers.propose();
  const on = { ...settlers.account, period: period as never, basis: digest };
  expect(await platform.give(BAYANNUR.officer, 'confirm-statement', on)).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  await must(platform.give(XIAN.head, 'confirm-statement', on));
  const line = shown.next?.statements[0]?.lines.findIndex(({ party }) => party === 'xian-etdz') ?? -1;
  const disputes = [{ subject: 'money' as const, line, claimed: '450000000', reason: '三月退库未计', documents: [] }];
  await must(platform.give(BAYANNUR.head, 'dispute-statement', { ...on, disputes }));
  const [statement] = (await platform.documentsOf(XIAN.officer, `settlement/${agreement}`)).filter(({ kind }) => kind === 'statement');
  expect(statement?.body).toMatchObject({ phase: 'adopted', obligations: [{ amount: '450000000' }], held: [{ amount: '50000000' }] });

  const document = { digest: await settlers.put(BAYANNUR.officer), name: '拨款单.txt' };
  const voucher = { number: '拨付〔2026〕1号', on: '2026-05-30' as never, document };
  const payment = { ...settlers.account, payment: 1 };
  expect(
    await platform.give(BAYANNUR.officer, 'record-payment', { ...settlers.account, to: 'xian-etdz' as never, amount: '450000001', voucher }),
  ).toMatchObject({
    code: 'PAYMENT_EXCEEDS_DUE',
  });
  await must(platform.give(BAYANNUR.officer, 'record-payment', { ...settlers.account, to: 'xian-etdz' as never, amount: '450000000', voucher }));
  await must(platform.give(XIAN.head, 'confirm-payment-hop', { ...payment, hop: 0 }));
  await must(platform.give(BAYANNUR.officer, 'record-payment-hop', { ...payment, hop: 1, voucher }));
  await must(platform.give(XIAN.head, 'confirm-payment-hop', { ...payment, hop: 1 }));

  const basis = { text: '联席会议纪要', documents: [], resolvedOn: '2026-05-31' as never };
  const resolution = { ...settlers.account, dispute: 1, amount: '500000000', by: 'joint-committee' as const, effect: 'stands' as const, basis };
  await must(platform.give(BAYANNUR.officer, 'propose-resolution', resolution));
  await must(platform.give(XIAN.head, 'agree-to-matter', { ...settlers.account, matter: 1 }));
  const known = balances.parse((await ask(XIAN.officer, '/api/balances')).json());
  expect(known.pairs.find(({ from }) => from === 'bayannur-etdz')?.points.at(-1)).toMatchObject({
    due: '500000000',
    received: '450000000',
    held: '0',
    open: '50000000',
  });
  const calendar = rows.parse((await ask(XIAN.officer, '/api/calendar?from=2026-01-01&to=2027-12-31')).json());
  expect(calendar.rows.filter(({ key }) => key.startsWith(agreement)).map(({ body }) => (body as { what: string }).what)).toContain('pay');
});

test('ST-21 a period as known on two days: each its own answer, computed again, with what is not yet booked', async () => {
  platform.at('2026-06-02T02:00:00.000Z');
  await must(
    settlers.report(await settlers.figure(0, '123456789', { measure: 'refund/value-added/local-retained', effectiveOn: '2026-05-20' as never })),
  );
  await must(settlers.confirm(2));
  const of = async (on: string, who = ANALYST) => periodKnown.parse((await ask(who, `${path()}/periods/2025-01-01?on=${on}`)).json());
  const share = (known: Awaited<ReturnType<typeof of>>) => known.entitlement[0]?.lines.find(({ party }) => party === 'xian-etdz')?.amount;
  const [before, after] = [await of('2026-06-01'), await of('2026-06-02')];
  expect([share(before), share(after)]).toEqual(['500000000', '438271606']);
  for (const known of [before, after]) expect(known.booked).toMatchObject({ phase: 'adopted', verified: true });
  const open = (known: typeof before) => known.unbooked[0]?.amounts.find(({ party }) => party === 'xian-etdz')?.amount;
  expect([open(before), open(after)]).toEqual(['0', '-61728394']);

  await must(settlers.report(await settlers.figure(1, '0')));
  await must(settlers.confirm(3));
  await settlers.adopt();
  const booked = await of('2026-06-02');
  expect(open(booked)).toBe('0');
  expect(booked.bookedLater).toMatchObject([
    { period: quarter(1), lines: expect.arrayContaining([expect.objectContaining({ party: 'xian-etdz', amount: '-61728394' })]) },
  ]);
  expect(share(await of('2026-06-01'))).toBe('500000000');
  expect((await ask(STRANGER, `${path()}/periods/2025-01-01`)).status).toBe(404);
  expect((await ask(OFFICE, `${path()}/periods/2025-01-01`)).status).toBe(404);
});

test('ST-21 a line explains itself down to the document, for who may read single figures', async () => {
  const url = `${path()}/periods/2025-01-01/explain?subject=money&line=0`;
  const own = explanation.parse((await ask(XIAN.officer, url)).json());
  expect(own.line.amount).toBe('500000000');
  expect(own.derivation.some(({ steps }) => steps.some(({ applied }) => applied))).toBe(true);
  const [figure] = own.inputs;
  expect(figure).toMatchObject({ kind: 'figure', number: 1, confirmations: [{ party: 'xian-etdz' }] });
  const file = await ask(XIAN.officer, `/api/files/${figure?.documents[0]?.digest}`);
  expect(file.body).toContain('完税证明');
  const audited = explanation.parse((await ask(ANALYST, url)).json());
  expect(audited).toMatchObject({ line: own.line, inputs: [] });
  expect(audited.sums.length).toBeGreaterThan(0);
  expect(JSON.stringify(audited.derivation)).not.toContain(figure?.eventId);
});

test('ST-20 a file is read by who put it in and by who may read what names it, and served so that it can do nothing', async () => {
  const hash = await settlers.put(BAYANNUR.officer, '只有本方的附件');
  expect((await ask(BAYANNUR.head, `/api/files/${hash}`)).status).toBe(200);
  for (const who of [XIAN.officer, STRANGER, OFFICE, ANALYST]) expect((await ask(who, `/api/files/${hash}`)).status).toBe(404);
  await must(settlers.report(await settlers.figure(2, '100', { document: { digest: hash, name: '附件 (1).txt' } })));
  const served = await ask(XIAN.officer, `/api/files/${hash}`);
  expect(served).toMatchObject({ status: 200, body: '只有本方的附件' });
  expect(served.headers).toMatchObject({
    'content-disposition': "attachment; filename*=UTF-8''%E9%99%84%E4%BB%B6%20%281%29.txt",
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  for (const who of [STRANGER, OFFICE, ANALYST]) expect((await ask(who, `/api/files/${hash}`)).status).toBe(404);
  const foreign = await settlers.put(XIAN.officer);
  expect(await settlers.report(await settlers.figure(3, '1', { document: { digest: foreign, name: '-' } }))).toMatchObject({ code: 'FILE_UNKNOWN' });
});

test('ST-22 AZ-2 what is of single enterprises, and what is not yet adopted, nobody else finds in lists, pages, search or errors', async () => {
  const company = { code: '91150203011539802X', name: '密企业甲' };
  const secret = { company, note: '密备注乙', document: { digest: await settlers.put(BAYANNUR.officer, '密文件丙'), name: '密文件丙.txt' } };
  platform.at('2026-07-02T02:00:00.000Z');
  const others = [ANALYST, OFFICE, STRANGER, 'coordination-office.admin-one'];
  const before = await Promise.all(others.map(foundBy));
  await must(settlers.report(await settlers.figure(4, '987654321', secret)));
  const number = await settlers.count();
  await must(platform.give(XIAN.officer, 'question-report', { agreement, kind: 'figure', number, reason: '密疑问丁' }));
  await must(settlers.confirm(number));
  for (const [index, who] of others.entries()) {
    const now = await foundBy(who);
    // By place first: what differs is named, not spread out.
    expect(
      now.flatMap((found, place) => (found === before[index]?.[place] ? [] : [found.slice(0, 200)])),
      who,
    ).toEqual([]);
    for (const found of now)
      for (const word of ['密', '91150203011539802X'])
        expect(found.slice(found.indexOf(' ')).includes(word), `${who}: ${found.slice(0, 80)}`).toBe(false);
  }
  expect((await foundBy(XIAN.officer)).join()).toContain('密企业甲');
  expect((await foundBy(BAYANNUR.head)).join()).toContain('密疑问丁');
});

test('ST-23 appraisal is withheld from who may not see it: other roles of a party, the office; it is labelled internal', async () => {
  const output = await settlers.figure(0, '10000000000', { measure: 'indicator/gross-industrial-output' });
  await must(settlers.report(output));
  await must(settlers.confirm(await settlers.count()));
  const account = { agreement, clause: 'output', ledger: 'appraisal' as const };
  await settlers.adopt(account);
  // The same figures in the official ledger have statements of their own.
  await settlers.adopt({ ...account, ledger: 'official' });
  const appraisal = async (who: string) =>
    (await platform.documentsOf(who, `settlement/${agreement}`)).filter(({ key }) => key.startsWith(`${agreement}/output/appraisal`));
  const seen = await appraisal(XIAN.officer);
  expect(seen.map(({ kind }) => kind)).toContain('statement');
  for (const { body } of seen) expect(body).toMatchObject({ internal: true, ledger: 'appraisal' });
  expect((await appraisal(ANALYST)).length).toBeGreaterThan(0);
  for (const who of [OFFICE, STRANGER, 'coordination-office.admin-one']) expect(await appraisal(who)).toEqual([]);
  for (const who of [OFFICE, STRANGER]) {
    const lists = await Promise.all(['/api/statements', '/api/calendar?from=2020-01-01&to=2030-12-31'].map((url) => ask(who, url)));
    expect(lists.map(({ body }) => body).join()).not.toContain('appraisal');
  }
});

test('PR-1 every document of settlement is of its schema', async () => {
  for (const who of [XIAN.officer, BAYANNUR.head, OFFICE, ANALYST]) {
    const documents = (await Promise.all(topics().map((topic) => platform.documentsOf(who, topic)))).flat();
    for (const { kind, body } of documents) expect(() => documentSchemas[kind as DocumentKind].parse(body), kind).not.toThrow();
  }
});
