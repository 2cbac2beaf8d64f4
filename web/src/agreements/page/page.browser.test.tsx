import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { first, id, negotiation, organisations, other, own, second, signed, third } from '../testing/agreement.fixtures.ts';
import { type FakeRow, fakeLive } from '../testing/fake-live.tsx';
import { type Asked, answerWith, meOf, pageAt } from '../testing/show.tsx';

vi.mock('../../live/index.ts', () => import('../testing/fake-live.tsx'));
const { Component } = await import('./page.tsx');

const topic = `agreement/${id}`;
const body = (each: typeof first): FakeRow => ({ kind: 'proposal', key: `${id}/${each.number}`, body: each });
const talks = { kind: 'negotiation', key: id, body: negotiation(second) };
const allowed = (command: string) => ({ command, allowed: true, missing: [] });
const actions = [
  allowed('confirm-text'),
  allowed('counter-proposal'),
  allowed('decline-negotiation'),
  { command: 'give-signature', allowed: false, missing: [{ code: 'TEXT_NOT_CONFIRMED_BY_ALL', data: { missing: [own] } }] },
  { command: 'affix-seal', allowed: false, missing: [{ code: 'FORBIDDEN', data: { action: 'affix-seal' } }] },
];
/** As patient as the other expectations: a slow machine is no failure. */
const soon = <Value,>(look: () => Value) => expect.poll(look, { timeout: 15_000 });
let asked: Asked[];

function open(me = meOf(own), address = `/agreements/${id}`) {
  const { router, element } = pageAt(address, '/agreements/:id', <Component />, me);
  void render(element);
  return router;
}

beforeEach(() => {
  fakeLive.reset();
  fakeLive.show(
    'organisations',
    organisations.map((each) => ({ kind: 'organisation', key: each.id, body: each })),
  );
  fakeLive.show('agreements', []);
  fakeLive.show(topic, [talks, body(second), body(first)]);
  asked = answerWith({ [`/api/agreements/${id}/actions`]: () => ({ body: { actions } }), '/api/members': () => ({ body: { people: [] } }) });
});

test('a party sees whose turn it is, the redline against the proposal before, and what is missing', async () => {
  open();
  await expect.element(page.getByRole('strong').filter({ hasText: '轮到本方' })).toBeVisible();
  await expect.element(page.getByText('浏览器已重新计算，摘要一致')).toBeVisible();
  await soon(() => [...document.querySelectorAll('.clause del')].map((each) => each.textContent)).toContain('［删除：季度］');
  expect([...document.querySelectorAll('.clause ins')].map((each) => each.textContent)).toContain('［新增：年度］');
  expect(document.querySelector('.term-changes')?.textContent).toContain('60 %');
  await expect.element(page.getByText('尚有缔约方未确认这一稿：示例甲区')).toBeVisible();
  await expect.element(page.getByText('需由印章管理人办理')).toBeVisible();
  await expect.element(page.getByRole('button', { name: '签署' })).toHaveAttribute('aria-disabled', 'true');
});

test('PF-2 a text that is not what its digest says fails loudly', async () => {
  fakeLive.show(topic, [talks, body({ ...second, text: { ...second.text, zh: second.text.zh.replace('年度结算', '季度结算') } }), body(first)]);
  open();
  await expect.element(page.getByText('摘要不一致：内容可能被改动，请勿据此操作')).toBeVisible();
  await expect.element(page.getByText('所存文本与条款数据不符', { exact: false })).toBeVisible();
  expect(document.body.textContent).toContain('分享金额以季度结算');
});

test('a text of another renderer is shown word for word', async () => {
  fakeLive.show(topic, [
    talks,
    body({ ...second, renderer: 'lianyu-text/0', text: { zh: '旧版标题\n第一条 旧版条款\n旧版正文。\n', en: '' } }),
    body(first),
  ]);
  open();
  await expect.element(page.getByRole('heading', { name: '旧版标题' })).toBeVisible();
  await expect.element(page.getByText('旧版正文。')).toBeVisible();
});

test('AZ-2 who is not a party sees stage and dates, and why no more', async () => {
  const row = { id, stage: 'negotiating', parties: [own, other], beganOn: '2026-03-01', lastMoveOn: '2026-03-14', search: '' };
  fakeLive.show('agreements', [{ kind: 'agreement-row', key: id, body: row }]);
  fakeLive.show(topic, []);
  open(meOf('office' as typeof own, { roles: ['coordinator'] }));
  await expect.element(page.getByText('各方正在磋商，内容尚未公开')).toBeVisible();
  await expect.element(page.getByText('2026-03-14')).toBeVisible();
  expect(document.body.textContent).not.toContain('示例合作协议');
  expect(asked.filter(({ path }) => path.includes('/actions'))).toEqual([]);
});

test('seals are verified in the browser; a seal of another key or with another value is told', async () => {
  const { agreement, keys } = await signed(second);
  const enrolled = organisations.map((each) => ({ kind: 'organisation', key: each.id, body: { ...each, sealKey: keys.get(each.id) } }));
  fakeLive.show('organisations', enrolled);
  fakeLive.show(topic, [{ kind: 'signed-agreement', key: id, body: agreement }]);
  open(meOf('office' as typeof own));
  await soon(() => document.querySelectorAll('.signs .tag.ok').length).toBe(2);
  expect(document.querySelectorAll('.signs svg.seal').length).toBe(2);

  fakeLive.show(
    'organisations',
    enrolled.map((each, index) => (index === 0 ? { ...each, body: { ...each.body, sealKey: keys.get(other) } } : each)),
  );
  await soon(() => document.querySelectorAll('.signs .tag.fail').length).toBe(1);
  await expect.element(page.getByText('不是该单位登记的印章公钥', { exact: false }).first()).toBeVisible();

  const [one, ...rest] = agreement.executions;
  if (!one) throw new Error('an execution');
  const broken = { ...agreement, executions: [{ ...one, seal: { ...one.seal, value: '0'.repeat(128) } }, ...rest] };
  fakeLive.show(topic, [{ kind: 'signed-agreement', key: id, body: broken }]);
  await expect.element(page.getByText('印章签名验证失败').first()).toBeVisible();
});

test('AG-18 after signing: what was filed, what is late by today’s date, and the way to file', async () => {
  const { agreement } = await signed(second);
  const filings = [{ party: other, filedOn: '2026-03-16', office: '市司法局', fileNumber: '备1号', at: '2026-03-16T02:00:00.000Z' }];
  const body = { ...agreement, deadline: { dueOn: '2026-03-20', provisional: true, calendarVersion: 'c/1' }, filings };
  fakeLive.show(topic, [talks, { kind: 'signed-agreement', key: id, body }]);
  asked = answerWith({ [`/api/agreements/${id}/actions`]: () => ({ body: { actions: [allowed('file-agreement')] } }) });
  fakeLive.answer = async ({ commandId }) => ({ ok: true, answer: { commandId: commandId as never, subject: id, repeated: false } });
  open();
  await expect.element(page.getByText('2026-03-16 已备案 · 市司法局 · 备1号')).toBeVisible();
  await expect.element(page.getByText('逾期未备案')).toBeVisible();
  await expect.element(page.getByText('期限为暂定', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: '登记备案' }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByRole('button', { name: '登记备案' })).toBeDisabled();
  await userEvent.fill(dialog.getByLabelText('备案日期', { exact: false }), '2026-03-24');
  await userEvent.fill(dialog.getByLabelText('备案机关', { exact: false }), '市司法局');
  await dialog.getByRole('button', { name: '登记备案' }).click();
  await expect
    .poll(() => fakeLive.given.map(({ name, data }) => ({ name, data })))
    .toEqual([
      {
        name: 'file-agreement',
        data: { agreement: id, basis: second.digest, filedOn: '2026-03-24', office: '市司法局', fileNumber: '' },
      },
    ]);
});

test('an act pressed twice is one command; a refusal is said in words and what can be done is asked again', async () => {
  open();
  await page.getByRole('button', { name: '确认本稿文本' }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByText('文本确认不构成承诺', { exact: false })).toBeVisible();
  let refuse: () => void = () => {};
  fakeLive.answer = () =>
    new Promise((done) => {
      refuse = () => done({ ok: false, code: 'BASIS_OUTDATED', data: {} });
    });
  const button = dialog.getByRole('button', { name: '确认本稿文本' }).element();
  if (!(button instanceof HTMLElement)) throw new Error('a button');
  button.click();
  button.click();
  expect(fakeLive.given).toHaveLength(1);
  expect(fakeLive.given[0]?.data).toEqual({ negotiation: id, basis: second.digest });
  const before = asked.filter(({ path }) => path.includes('/actions')).length;
  refuse();
  await expect.element(dialog.getByText('文本已更新，请查看最新一稿后再操作')).toBeVisible();
  await soon(() => asked.filter(({ path }) => path.includes('/actions')).length).toBe(before + 1);
});

test('CM-3 after an answer that never came the same command is sent again, after a refusal another', async () => {
  open();
  await page.getByRole('button', { name: '谢绝' }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByRole('button', { name: '谢绝' })).toBeDisabled();
  await userEvent.fill(dialog.getByRole('textbox'), '条件不成熟');
  for (const code of ['OFFLINE', 'RATE_LIMITED', 'CONFLICT'] as const) {
    fakeLive.answer = async () => ({ ok: false, code, data: {} });
    const count = fakeLive.given.length;
    await dialog.getByRole('button', { name: '谢绝' }).click();
    await soon(() => fakeLive.given.length).toBe(count + 1);
    await expect.element(dialog.getByRole('alert')).toBeVisible();
  }
  const [one, two, three] = fakeLive.given.map(({ commandId }) => commandId);
  expect(two).toBe(one);
  expect(three).not.toBe(two);
});

test('a new proposal while a dialog is open: it says so and sends nothing', async () => {
  open();
  await page.getByRole('button', { name: '确认本稿文本' }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByRole('button', { name: '确认本稿文本' })).toBeEnabled();
  fakeLive.show(topic, [{ kind: 'negotiation', key: id, body: negotiation(third) }, body(third), body(second), body(first)]);
  await expect.element(dialog.getByText('对方刚刚提出了新的一稿', { exact: false })).toBeVisible();
  await expect.element(dialog.getByRole('button', { name: '确认本稿文本' })).toBeDisabled();
  expect(fakeLive.given).toEqual([]);
  await dialog.getByRole('button', { name: '查看新稿' }).click();
  await expect.element(page.getByText('第 3 稿', { exact: false }).first()).toBeVisible();
});

test('one’s own act on its way: nothing is offered twice', async () => {
  fakeLive.pending(['on-its-way']);
  open();
  await expect.element(page.getByText('已提交，正在更新页面')).toBeVisible();
  await expect.element(page.getByRole('button', { name: '确认本稿文本' })).toBeDisabled();
  fakeLive.pending([]);
  await expect.element(page.getByRole('button', { name: '确认本稿文本' })).toBeEnabled();
});

test('signing asks for the password again and says what the signature is not', async () => {
  asked = answerWith({ [`/api/agreements/${id}/actions`]: () => ({ body: { actions: [allowed('give-signature')] } }) });
  fakeLive.answer = async ({ commandId }) => ({ ok: true, answer: { commandId: commandId as never, subject: id, repeated: false } });
  open();
  await page.getByRole('button', { name: '签署' }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByText('不属于《电子签名法》第十三条', { exact: false })).toBeVisible();
  await expect.element(dialog.getByRole('button', { name: '签署' })).toBeDisabled();
  await userEvent.fill(dialog.getByLabelText('请再次输入您的密码'), 'a password');
  await dialog.getByRole('button', { name: '签署' }).click();
  await expect
    .poll(() => fakeLive.given)
    .toEqual([{ name: 'give-signature', data: { negotiation: id, basis: second.digest, password: 'a password' }, commandId: expect.any(String) }]);
});

test('PR-4 replay shows the page as it stood, plainly dated, steps by key, and comes back', async () => {
  const moments = [1, 2].map((moment) => ({
    moment,
    at: `2026-03-14T0${moment}:22:00.000Z`,
    kind: moment === 1 ? 'tabled' : 'countered',
    organisation: own,
  }));
  const rowOf = (each: FakeRow) => ({ ...each, topic, audience: 'test', sort: '1', version: 1 });
  const stood = [first, second].map((each) => [{ kind: 'negotiation', key: id, body: negotiation(each) }, body(each)].map(rowOf));
  answerWith({
    [`/api/agreements/${id}/moments/1`]: () => ({ body: { moment: 1, at: moments[0]?.at, rows: stood[0] } }),
    [`/api/agreements/${id}/moments/2`]: () => ({ body: { moment: 2, at: moments[1]?.at, rows: stood[1] } }),
    [`/api/agreements/${id}/moments`]: () => ({ body: { moments } }),
    [`/api/agreements/${id}/actions`]: () => ({ body: { actions } }),
  });
  const router = open(meOf(own), `/agreements/${id}?moment=1`);
  await expect.element(page.getByText('按 2026-03-14 09:22 所示')).toBeVisible();
  await expect.element(page.getByText('分享金额以季度结算。')).toBeVisible();
  expect(document.querySelector('.actions-card')).toBeNull();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByText('按 2026-03-14 10:22 所示')).toBeVisible();
  expect(router.state.location.search).toBe('?moment=2');
  await page.getByRole('button', { name: '回到现在' }).click();
  await expect.element(page.getByText('我现在能做什么')).toBeVisible();
  expect(router.state.location.search).toBe('');
});
