import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchBrowser, type Seat, takeSeats } from '../test/browsers.ts';
import { paperOf } from '../test/paper.ts';
import type { TestServer } from '../test/server.ts';
import { acting } from './acting.fixtures.ts';
import { fillSharingClause } from './sharing-clause.fixtures.ts';

/** Six people: two for each zone, so that duties are separate, the office, and an analyst with an audit mandate. */
const cast = {
  anna: 'xian-etdz.officer',
  bo: 'xian-etdz.head',
  chen: 'bayannur-etdz.officer',
  dong: 'bayannur-etdz.head',
  office: 'coordination-office.coordinator',
  analyst: 'audit-office.analyst',
} as const;
type Who = keyof typeof cast;
const TITLE = '绿色算力共建园区合作协议';
const SECRET = '分享金额以季度结算，本条仅供缔约方磋商';

/** Where the walk is gone: a server, what starts and stops it with all that it needs, and what befalls it in the middle. */
export interface Place {
  readonly server: TestServer;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Everything is killed and comes back. */
  interrupt(): Promise<void>;
  /** Something that nobody should notice, while the second party clears. */
  disturb(): Promise<void>;
}

/** The walk, and its browser before and after it. */
export function walk({ server, start, stop, interrupt, disturb }: Place): () => Promise<void> {
  let browser: Browser;
  let seats: Map<Who, Seat>;

  beforeAll(async () => {
    await start();
    browser = await launchBrowser();
    seats = await takeSeats(browser, server, cast);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await stop();
  });

  const { page, words, sees, press, dialog, confirmDialog, clear, withPassword } = acting(server, cast, () => seats);

  return async () => {
    // Xi'an drafts, in private.
    await page('anna').goto(`${server.origin}/agreements/new`);
    await page('anna').getByLabel('标题（中文）').fill(TITLE);
    await page('anna').getByRole('combobox', { name: '乙方', exact: true }).click();
    await page('anna').getByRole('combobox', { name: '乙方', exact: true }).fill('巴彦淖尔');
    await page('anna').keyboard.press('Enter');
    await fillSharingClause(page('anna'), '西安经开区');
    await page('anna').getByRole('textbox', { name: '正文（中文）' }).nth(5).fill(SECRET);
    await page('chen').goto(`${server.origin}/agreements`);
    await page('office').goto(`${server.origin}/agreements`);
    await sees('chen', '飞地园区合作协议');
    expect(await words('chen')).not.toContain(TITLE);

    // It tables; the other side's list shows it without a reload, the office's only that something goes on.
    await page('anna').getByRole('button', { name: '提交给各方' }).click();
    await confirmDialog('anna', '提交给各方');
    await page('anna').waitForURL(/\/agreements\/[0-9a-f-]{36}$/);
    const address = new URL(page('anna').url()).pathname;
    await sees('chen', TITLE);
    await sees('office', '西安经开区 — 巴彦淖尔经开区');
    expect(await words('office')).not.toContain(TITLE);
    await page('office').goto(server.origin + address);
    await sees('office', '未签署的内容只有缔约各方可见');
    expect(await words('office')).not.toContain(SECRET);
    for (const who of ['bo', 'chen', 'dong'] as const) await page(who).goto(server.origin + address);
    await sees('chen', SECRET);

    // Bayannur counters, Xi'an sees the redline and confirms: the same digest by both.
    await press('chen', '提出反方案');
    await page('chen').waitForURL(/\/counter$/);
    await page('chen').getByRole('textbox', { name: '正文（中文）' }).nth(5).fill('分享金额以年度结算，由双方财政部门核对一致。');
    await page('chen').getByRole('button', { name: '提出反方案' }).click();
    await dialog('chen')
      .getByLabel(/修改理由/)
      .fill('与年终上下级结算一致');
    await confirmDialog('chen', '提出反方案');
    await sees('anna', /第 2 稿/);
    await page('anna').locator('ins', { hasText: '年度' }).first().waitFor();
    await press('anna', '确认本稿文本');
    await sees('anna', /不构成承诺/);
    await confirmDialog('anna', '确认本稿文本');

    // Each clears in private. In the middle the server is killed, comes back, and nobody reloads.
    await clear('anna', 'bo');
    await sees('chen', '已就绪');
    for (const secret of ['法审〔2026〕1号', '纪要〔2026〕7号', '财政局']) expect(await words('chen')).not.toContain(secret);
    await interrupt();
    await sees('chen', '实时');
    await disturb();
    await clear('chen', 'dong');

    // Signature and seal by different people; two press the same button at once and one effect follows.
    await withPassword('bo', '签署');
    await withPassword('anna', '用印');
    await withPassword('dong', '签署');
    expect(await words('office')).not.toContain(TITLE);
    await withPassword('chen', '用印');
    for (const who of ['anna', 'bo', 'chen', 'dong'] as const) await sees(who, /LY-2026-/);
    await sees('anna', '已生效');
    // On paper: the text, the seals with what they are checked by, how it came about, and nothing of what went on inside.
    const paper = await paperOf(page('anna'));
    for (const printed of [TITLE, '由双方财政部门核对一致', '签章信息', '印章签名验证通过', '来往', 'LY-2026-']) expect(paper).toContain(printed);
    expect(paper).toMatch(/SHA-256[0-9a-f]{64}/);
    expect(paper).not.toContain('法审〔2026〕1号');

    // What is signed is the office's to read, without the way there; the analyst steps back through it.
    await sees('office', TITLE);
    expect(await words('office')).not.toContain(SECRET);
    await page('analyst').goto(server.origin + address);
    await sees('analyst', '摘要一致');
    await page('analyst').getByRole('button', { name: '回放' }).click();
    await sees('analyst', SECRET);
    expect(await words('analyst')).not.toContain('LY-2026-');
    expect(await words('analyst')).not.toContain('法审〔2026〕1号');
    await page('analyst').getByRole('button', { name: '下一步' }).click();
    await sees('analyst', /第 2 稿/);
    for (const [who, { complaints }] of seats) expect(complaints, who).toEqual([]);
  };
}
