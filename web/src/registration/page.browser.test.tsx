import { paper } from '@lianyu/domain/agreements';
import { digest } from '@lianyu/domain/kernel';
import type { RegistrationPage } from '@lianyu/projections/folds';
import { sha256Hex, transcriptionDigest } from '@lianyu/proofs';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { first, id, organisations, other, own } from '../agreements/testing/agreement.fixtures.ts';
import { fakeLive } from '../agreements/testing/fake-live.tsx';
import { answerWith, meOf, pageAt } from '../agreements/testing/show.tsx';

vi.mock('../live/index.ts', () => import('../agreements/testing/fake-live.tsx'));
const { Component } = await import('../agreements/page/page.tsx');
const { Component: Import } = await import('./import.tsx');

const topic = `agreement/${id}`;
const known = paper.parse({
  signedOn: '2011-05-19',
  documentNumber: '',
  source: { citation: '双方签署的纸质协议', verification: 'partly', note: '' },
});
// As the fake server answers every file: its JSON text.
const scanBytes = new TextEncoder().encode(JSON.stringify('a scan'));
const scan = { digest: digest.parse(sha256Hex(scanBytes)), name: '扫描件.pdf' };
const { purpose: _, ...content } = first.content;

function registration(more: Partial<RegistrationPage> = {}): RegistrationPage {
  const { text, renderer, digest: textDigest } = first;
  const whole = { digest: textDigest, paper: known, ...(more.scan ? { scan: more.scan } : {}) };
  return {
    id,
    state: 'open',
    registrar: own,
    published: false,
    registeredOn: '2026-03-01' as RegistrationPage['registeredOn'],
    content,
    text,
    renderer,
    ...whole,
    transcription: digest.parse(transcriptionDigest(whole)),
    parties: [{ organisation: own }, { organisation: other }],
    objections: [],
    ...more,
  };
}
const show = (body: RegistrationPage) => fakeLive.show(topic, [{ kind: 'registration', key: id, body }]);
const allowed = (command: string) => ({ command, allowed: true, missing: [] });

beforeEach(() => {
  fakeLive.reset();
  fakeLive.show(
    'organisations',
    organisations.map((each) => ({ kind: 'organisation', key: each.id, body: each })),
  );
  fakeLive.show('agreements', []);
  fakeLive.answer = async ({ commandId }) => ({ ok: true, answer: { commandId: commandId as never, subject: id, repeated: false } });
});

test('AG-35 a registration that waits says that it computes nothing, where it was read, and that there is no scan', async () => {
  show(registration());
  answerWith({
    [`/api/agreements/${id}/actions`]: () => ({
      body: { actions: [{ command: 'confirm-transcription', allowed: false, missing: [{ code: 'SCAN_MISSING', data: {} }] }] },
    }),
  });
  void render(pageAt(`/agreements/${id}`, '/agreements/:id', <Component />, meOf(own)).element);
  await expect.element(page.getByText('只作列示，不参与任何计算', { exact: false })).toBeVisible();
  await expect.element(page.getByText('双方签署的纸质协议', { exact: false })).toBeVisible();
  await expect.element(page.getByText('部分核实')).toBeVisible();
  await expect.element(page.getByText('扫描件缺失')).toBeVisible();
  await expect.element(page.getByText('浏览器已重新计算，录入摘要一致')).toBeVisible();
  await expect.element(page.getByText('尚未附上扫描件，不能确认')).toBeVisible();
  await expect.element(page.getByRole('button', { name: '确认录入文本' })).toHaveAttribute('aria-disabled', 'true');
});

test('AG-31 AG-32 a confirmation names the transcription on the screen; another one while the dialog is open sends nothing', async () => {
  const body = registration({ scan, objections: [{ party: other, reason: '金额与原件不符', at: '2026-03-02T01:00:00.000Z' as never }] });
  show(body);
  answerWith({
    [`/api/agreements/${id}/actions`]: () => ({ body: { actions: [allowed('confirm-transcription')] } }),
    '/api/files/': () => ({ body: 'a scan' }),
  });
  void render(pageAt(`/agreements/${id}`, '/agreements/:id', <Component />, meOf(own, { roles: ['signatory'] })).element);
  await expect.element(page.getByText('金额与原件不符')).toBeVisible();
  // Whatever it is called: what is no picture is looked at in isolation when somebody asks, and nothing in it runs here.
  await expect.element(page.getByText('与登记的摘要一致')).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^预览/ })).toBeVisible();
  expect(document.querySelector('.scan img, .scan iframe, .scan object, .scan embed')).toBeNull();
  await page.getByRole('button', { name: '确认录入文本' }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByRole('button', { name: '确认录入文本' })).toBeEnabled();
  show(registration({ scan: { ...scan, digest: digest.parse('b'.repeat(64)) } }));
  await expect.element(dialog.getByRole('button', { name: '确认录入文本' })).toBeDisabled();
  expect(fakeLive.given).toEqual([]);
  show(body);
  await dialog.getByRole('button', { name: '确认录入文本' }).click();
  await expect
    .poll(() => fakeLive.given.map(({ name, data }) => ({ name, data })))
    .toEqual([{ name: 'confirm-transcription', data: { registration: id, basis: body.transcription } }]);
});

test('PF-2 a transcription or a scan that is not what its digest says fails loudly', async () => {
  show({ ...registration({ scan: { ...scan, digest: digest.parse('b'.repeat(64)) } }), paper: { ...known, signedOn: '2012-05-19' as never } });
  answerWith({ [`/api/agreements/${id}/actions`]: () => ({ body: { actions: [] } }), '/api/files/': () => ({ body: 'a scan' }) });
  void render(pageAt(`/agreements/${id}`, '/agreements/:id', <Component />, meOf(own)).element);
  await expect.element(page.getByText('录入摘要不一致', { exact: false })).toBeVisible();
  await expect.element(page.getByText('与登记的摘要不一致', { exact: false })).toBeVisible();
});

test('AG-34 the dry run shows every row with its fate; nothing is imported while one stands in the way', async () => {
  const header = { line: 1, columns: [], ignored: [] };
  const wrong = {
    line: 3,
    fate: 'refused',
    title: '另一份',
    problems: [{ field: 'destination', problem: 'organisation-unknown', data: { name: '某某区' } }],
  };
  const right = { line: 2, fate: 'accepted', title: '示例协议', parties: [own, other], signedOn: 'unknown' };
  const kept = { digest: scan.digest, bytes: 8, mediaType: 'text/plain' };
  answerWith({
    '/api/files': () => ({ body: kept }),
    '/api/registrations/dry-run': ({ body }) => {
      const skipped = (body as { skip: number[] }).skip.includes(3);
      const counts = { accepted: 1, refused: skipped ? 0 : 1, 'against-rules': 0, duplicate: 0, skipped: skipped ? 1 : 0 };
      return { body: { header, rows: [right, skipped ? { line: 3, fate: 'skipped', title: '另一份' } : wrong], counts, complete: skipped } };
    },
  });
  void render(pageAt('/agreements/import', '/agreements/import', <Import />, meOf(own)).element);
  await userEvent.upload(page.getByLabelText('清单文件', { exact: false }), new File([scanBytes], '清单.csv'));
  await expect.element(page.getByText('没有登记过“某某区”', { exact: false })).toBeVisible();
  await expect.element(page.getByText('不详', { exact: false })).toBeVisible();
  await expect.element(page.getByRole('button', { name: '导入 1 项' })).toBeDisabled();
  await page.getByRole('checkbox', { name: '略过第 3 行' }).click();
  await expect.element(page.getByRole('button', { name: '导入 1 项' })).toBeEnabled();
  await page.getByRole('button', { name: '导入 1 项' }).click();
  await expect
    .poll(() => fakeLive.given.map(({ name, data }) => ({ name, data })))
    .toEqual([{ name: 'import-papers', data: { document: { digest: scan.digest, name: '清单.csv' }, skip: [3] } }]);
});
