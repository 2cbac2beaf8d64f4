import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { first, id, negotiation, organisations, own, second, third } from '../testing/agreement.fixtures.ts';
import { fakeLive } from '../testing/fake-live.tsx';
import { type Asked, answerWith, meOf, pageAt } from '../testing/show.tsx';
import { draftFrom } from './content.ts';

vi.mock('../../live/index.ts', () => import('../testing/fake-live.tsx'));
const { Component } = await import('./draft.tsx');

const topic = `agreement/${id}`;
const DRAFT = '7b0c1d52-1111-4222-8333-444455556666';
const kept = (revision: number, content: unknown) => ({
  id: DRAFT,
  negotiation: id,
  revision,
  content,
  updatedAt: '2026-03-14T02:00:00.000Z',
  updatedBy: '00000000-0000-4000-8000-0000000000bb',
});
const begun = draftFrom(second.content, { digest: second.digest, number: 2 });
/** As patient as the other expectations: a slow machine is no failure. */
const soon = <Value,>(look: () => Value) => expect.poll(look, { timeout: 15_000 });
let asked: Asked[];
let put: (one: Asked) => { status?: number; body: unknown };

function talksAbout(...proposals: (typeof first)[]): void {
  const [current] = proposals;
  if (!current) throw new Error('a proposal');
  fakeLive.show(topic, [
    { kind: 'negotiation', key: id, body: negotiation(current) },
    ...proposals.map((each) => ({ kind: 'proposal', key: String(each.number), body: each })),
  ]);
}

function openDraft() {
  const { router, element } = pageAt(`/drafts/${DRAFT}`, '/drafts/:draft', <Component />, meOf(own));
  void render(element);
  return router;
}

const settlement = () => page.getByRole('textbox', { name: '正文（中文）' }).nth(1);
const kepts = () =>
  asked.filter(({ method }) => method === 'PUT').map(({ body }) => body as { revision: number; content: { clauses: { text: { zh: string } }[] } });

beforeEach(() => {
  fakeLive.reset();
  fakeLive.show(
    'organisations',
    organisations.map((each) => ({ kind: 'organisation', key: each.id, body: each })),
  );
  talksAbout(second, first);
  put = ({ body }) => ({ body: kept((body as { revision: number }).revision + 1, (body as { content: unknown }).content) });
  asked = answerWith({
    [`/api/drafts/${DRAFT}`]: (one) => (one.method === 'PUT' ? put(one) : { body: kept(1, begun) }),
    '/api/members': () => ({ body: { people: [] } }),
  });
});

test('what is written is kept by itself, on the revision that was read', async () => {
  openDraft();
  await userEvent.fill(settlement(), '分享金额以月度结算。');
  await soon(() => kepts().length).toBe(1);
  expect(kepts()[0]?.revision).toBe(1);
  expect(kepts()[0]?.content.clauses[1]?.text.zh).toBe('分享金额以月度结算。');
  await expect.element(page.getByText('草稿已保存（第 2 版）')).toBeVisible();
});

test('a colleague’s revision is never written over unasked', async () => {
  put = ({ body }) =>
    (body as { revision: number }).revision < 1
      ? { body: {} }
      : { status: 409, body: { error: { code: 'DRAFT_CHANGED', data: { revision: 1 }, requestId: 'r' } } };
  openDraft();
  await userEvent.fill(settlement(), '我的内容。');
  await expect.element(page.getByText('同事刚刚修改了这份草稿', { exact: false })).toBeVisible();
  const count = kepts().length;
  await userEvent.fill(settlement(), '我的内容，继续写。');
  expect(kepts()).toHaveLength(count);
  put = ({ body }) => ({ body: kept(2, (body as { content: unknown }).content) });
  await page.getByRole('button', { name: '以我的内容覆盖' }).click();
  await expect.element(page.getByText('草稿已保存（第 2 版）')).toBeVisible();
  expect(kepts().at(-1)?.content.clauses[1]?.text.zh).toBe('我的内容，继续写。');
});

test('or their revision is taken', async () => {
  const theirs = {
    ...begun,
    clauses: begun.clauses.map((clause) => (clause.id === 'settlement' ? { ...clause, text: { zh: '同事的内容。', en: '' } } : clause)),
  };
  let reads = 0;
  asked = answerWith({
    [`/api/drafts/${DRAFT}`]: ({ method }) => {
      if (method === 'PUT') return { status: 409, body: { error: { code: 'DRAFT_CHANGED', data: { revision: 5 }, requestId: 'r' } } };
      reads += 1;
      return { body: reads === 1 ? kept(1, begun) : kept(5, theirs) };
    },
  });
  openDraft();
  await userEvent.fill(settlement(), '我的内容。');
  await page.getByRole('button', { name: '载入同事的版本', exact: false }).click();
  await expect.element(settlement()).toHaveValue('同事的内容。');
  await expect.element(page.getByText('草稿已保存（第 5 版）')).toBeVisible();
});

test('a counter-proposal is sent on the text that was looked at, with its draft, and leads to the page', async () => {
  fakeLive.answer = async ({ commandId }) => ({ ok: true, answer: { commandId: commandId as never, subject: id, repeated: false } });
  const router = openDraft();
  await expect.element(page.getByRole('button', { name: '提出反方案' })).toBeDisabled();
  await userEvent.fill(settlement(), '分享金额以月度结算。');
  await page.getByRole('button', { name: '提出反方案' }).click();
  const dialog = page.getByRole('dialog');
  await userEvent.fill(dialog.getByRole('textbox').first(), '按月更便于核对');
  await dialog.getByRole('button', { name: '提出反方案' }).click();
  await soon(() => router.state.location.pathname).toBe(`/agreements/${id}`);
  expect(fakeLive.given).toEqual([
    {
      name: 'counter-proposal',
      commandId: expect.any(String),
      data: expect.objectContaining({ negotiation: id, basis: second.digest, reason: '按月更便于核对', draft: DRAFT }),
    },
  ]);
});

test('what cannot be kept is not sent, and the person is told', async () => {
  put = () => ({ status: 409, body: { error: { code: 'DRAFT_CHANGED', data: { revision: 5 }, requestId: 'r' } } });
  openDraft();
  await userEvent.fill(settlement(), '分享金额以月度结算。');
  await page.getByRole('button', { name: '提出反方案' }).click();
  const dialog = page.getByRole('dialog');
  await userEvent.fill(dialog.getByRole('textbox').first(), '按月更便于核对');
  await dialog.getByRole('button', { name: '提出反方案' }).click();
  await expect.element(page.getByText('草稿没有保存成功，因此没有提交')).toBeVisible();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByText('同事刚刚修改了这份草稿', { exact: false })).toBeVisible();
  expect(fakeLive.given).toEqual([]);
});

test('kept from three sides at once, each waits for the one before: no colleague is made up', async () => {
  let revision = 1;
  put = ({ body }) => {
    const said = body as { revision: number; content: unknown };
    if (said.revision !== revision) return { status: 409, body: { error: { code: 'DRAFT_CHANGED', data: { revision }, requestId: 'r' } } };
    revision += 1;
    return { body: kept(revision, said.content) };
  };
  openDraft();
  await userEvent.fill(settlement(), '分享金额以月度结算。');
  const save = page.getByRole('button', { name: '保存', exact: true });
  (save.element() as HTMLElement).click();
  await userEvent.fill(settlement(), '分享金额以月度结算，次月核对。');
  for (let press = 0; press < 3; press += 1) (save.element() as HTMLElement).click();
  await soon(() => kepts().at(-1)?.content.clauses[1]?.text.zh).toBe('分享金额以月度结算，次月核对。');
  await expect.element(page.getByText(/草稿已保存/)).toBeVisible();
  expect(page.getByText('同事刚刚修改了这份草稿', { exact: false }).elements()).toEqual([]);
});

test('a new proposal while one writes: nothing is sent until it was looked at', async () => {
  openDraft();
  await userEvent.fill(settlement(), '分享金额以月度结算。');
  talksAbout(third, second, first);
  await expect.element(page.getByText('而您的草稿针对第 2 稿', { exact: false })).toBeVisible();
  await expect.element(page.getByRole('button', { name: '提出反方案' })).toBeDisabled();
  await page.getByRole('button', { name: '已核对，针对第 3 稿继续' }).click();
  await expect.element(page.getByRole('button', { name: '提出反方案' })).toBeEnabled();
  await expect.element(settlement()).toHaveValue('分享金额以月度结算。');
});

test('nobody leaves with something unsaved without being asked', async () => {
  put = () => ({ status: 503, body: { error: { code: 'NOT_READY', data: {}, requestId: 'r' } } });
  const router = openDraft();
  await userEvent.fill(settlement(), '还没保存。');
  void router.navigate('/elsewhere');
  await expect.element(page.getByRole('dialog').getByText('这份草稿有尚未保存的修改。')).toBeVisible();
  expect(router.state.location.pathname).toBe(`/drafts/${DRAFT}`);
  await page.getByRole('button', { name: '留在此页' }).click();
  await expect.element(settlement()).toHaveValue('还没保存。');
});

test('clauses move by key and keep the focus; a removed one can be put back', async () => {
  openDraft();
  const headings = () => [...document.querySelectorAll('.clause-editor h3')].map((each) => each.textContent?.replace(/\s+/g, ' '));
  await page.getByRole('button', { name: '下移 第一条' }).click();
  await soon(headings).toEqual(['第一条 结算', '第二条 合作依据', '第三条 利益共享']);
  expect(document.activeElement?.getAttribute('aria-label')).toBe('下移 第二条');
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await soon(headings).toEqual(['第一条 合作依据', '第二条 结算', '第三条 利益共享']);
  await page.getByRole('button', { name: '删除 第二条' }).click();
  await soon(headings).toEqual(['第一条 合作依据', '第二条 利益共享']);
  await page.getByRole('button', { name: '撤销删除' }).click();
  await soon(headings).toEqual(['第一条 合作依据', '第二条 结算', '第三条 利益共享']);
});

test('what is wrong is said beside its field, and what is missing once one wants to send', async () => {
  openDraft();
  await page.getByRole('button', { name: '编辑分享条款' }).click();
  await userEvent.fill(page.getByRole('textbox', { name: '示例甲区', exact: true }).first(), '70');
  await expect.element(page.getByText('合计 130 %')).toBeVisible();
  await expect.element(page.getByText('各方比例之和不等于 100%')).toBeVisible();
  await page.getByRole('button', { name: '返回协议草稿' }).click();
  await expect.element(page.getByText('各方比例之和不等于 100%')).toBeVisible();
  await userEvent.fill(page.getByLabelText('标题（中文）'), '');
  expect(document.querySelector('.problem-list')).toBeNull();
  await page.getByRole('button', { name: '提出反方案' }).click();
  await expect.element(page.getByRole('button', { name: '标题（中文）：尚未填写' })).toBeVisible();
  expect(fakeLive.given).toEqual([]);
});
