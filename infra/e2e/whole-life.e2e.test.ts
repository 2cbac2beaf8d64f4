import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type Seat, takeSeats } from '../test/browsers.ts';
import { TestServer } from '../test/server.ts';
import { acting } from './acting.fixtures.ts';

/** Eight people: two or three of each party, and the coordination office. */
const cast = {
  officerA: 'example-a.officer',
  headA: 'example-a.head',
  deputyA: 'example-a.deputy',
  officerB: 'example-b.officer',
  headB: 'example-b.head',
  officerC: 'example-c.officer',
  headC: 'example-c.head',
  office: 'coordination-office.coordinator',
} as const;
type Who = keyof typeof cast;
const everybody = Object.keys(cast) as Who[];
const members = everybody.filter((who) => who !== 'office');
const officers = ['officerA', 'officerB', 'officerC'] as const;
const parties = [
  ['officerA', 'headA'],
  ['officerB', 'headB'],
  ['officerC', 'headC'],
] as const;
const TITLE = '三方一区多园合作协议';

/** It takes more than two minutes on two cores: longer than the whole run has room for. */
const LONG = process.env['LONG_TESTS'] === '1';

const server = new TestServer();
let browser: Browser;
let seats: Map<Who, Seat>;
const { page, words, sees, press, dialog, confirmDialog, takeStep, clear, withPassword } = acting(server, cast, () => seats);

beforeAll(async () => {
  if (!LONG) return;
  [browser] = await Promise.all([launchBrowser(), server.start()]);
  seats = await takeSeats(browser, server, cast);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server.stop();
  server.remove();
});

const all = <T>(people: readonly T[], act: (who: T) => Promise<unknown>) => Promise.all(people.map(act));
const go = (who: Who, path: string) => page(who).goto(server.origin + path);

async function choose(who: Who, field: string, words: string): Promise<void> {
  const box = page(who).getByRole('combobox', { name: field, exact: true });
  await box.click();
  await box.fill(words);
  await page(who).keyboard.press('Enter');
}

/** From a draft to what all parties look at. */
async function tabled(who: Who): Promise<string> {
  await page(who).getByRole('button', { name: '提交给各方' }).click();
  await confirmDialog(who, '提交给各方');
  await page(who).waitForURL(/\/agreements\/[0-9a-f-]{36}$/);
  const address = new URL(page(who).url()).pathname;
  await all(
    everybody.filter((each) => each !== who),
    (each) => go(each, address),
  );
  return address;
}

async function counters(who: Who, clause: number, text: string, reason: string): Promise<void> {
  await press(who, '提出反方案');
  await page(who).waitForURL(/\/counter$/);
  await page(who).getByRole('textbox', { name: '正文（中文）' }).nth(clause).fill(text);
  await page(who).getByRole('button', { name: '提出反方案' }).click();
  await dialog(who)
    .getByLabel(/修改理由/)
    .fill(reason);
  await confirmDialog(who, '提出反方案');
}

async function confirms(who: Who): Promise<void> {
  await press(who, '确认本稿文本');
  await confirmDialog(who, '确认本稿文本');
}

/** Whoever is to sign does, the deputy for the head of the first party; then each officer seals. */
async function signedAndSealed(): Promise<void> {
  await all(['deputyA', 'headB', 'headC'] as const, (who) => withPassword(who, '签署'));
  await all(officers, (who) => withPassword(who, '用印'));
}

/** A change of the agreement from its page through negotiation and procedures to the last seal. */
async function changed(who: Who, address: string, kind: string, edit: () => Promise<void>): Promise<void> {
  await press(who, '变更、续期或解除');
  await dialog(who).getByRole('radio', { name: kind }).check();
  await dialog(who).getByRole('button', { name: '起草' }).last().click();
  await page(who).waitForURL(/\/change/);
  await edit();
  await tabled(who);
  await all(
    officers.filter((each) => each !== who),
    confirms,
  );
  await all(parties, ([officer, head]) => clear(officer, head));
  await signedAndSealed();
  await all(everybody, (each) => go(each, address));
}

/** What takes every party's word: the first proposes it, the others agree. */
async function together(step: string): Promise<void> {
  const [first, ...others] = ['headA', 'headB', 'headC'] as const;
  await press(first, `提出${step}`);
  await confirmDialog(first, `提出${step}`);
  for (const who of others) {
    await press(who, `同意${step}`);
    await confirmDialog(who, `同意${step}`);
  }
}

test.skipIf(!LONG)(
  'AG-42 AG-25 AG-28 AZ-5 three parties and eight people take one agreement from its template to the archive',
  async () => {
    // From the template of its mode, step by step; the parties share nothing in it.
    await go('officerA', '/agreements/begin');
    await page('officerA')
      .getByRole('radio', { name: /一区多园/ })
      .check();
    await press('officerA', '下一步');
    await page('officerA').getByRole('button', { name: '增加一方' }).click();
    await choose('officerA', '乙方', '示例开发区乙');
    await choose('officerA', '丙方', '示例开发区丙');
    await press('officerA', '下一步');
    await page('officerA')
      .getByRole('checkbox', { name: /利益共享/ })
      .uncheck();
    await press('officerA', '下一步');
    await page('officerA').getByLabel('协议标题').fill(TITLE);
    await press('officerA', '下一步');
    await press('officerA', '开始起草');
    await page('officerA').waitForURL(/\/drafts\//);
    const address = await tabled('officerA');
    await all(members, (who) => sees(who, TITLE));
    expect(await words('office')).not.toContain(TITLE);

    // Two counter-proposals, by two parties; what had been confirmed before counts no more.
    await counters('officerB', 0, '各方按一区多园的方式合作，园区由乙方建设。', '园区在乙方辖区内');
    await sees('officerC', /第 2 稿/);
    await confirms('officerC');
    await counters('officerC', 1, '规划面积一千二百亩，四至范围以附图为准。', '按已批复的规划');
    await all(['officerA', 'officerB'] as const, (who) => sees(who, /第 3 稿/));
    await all(['officerA', 'officerB'] as const, confirms);

    // A legal review is returned: that party begins again, and nobody else learns of it.
    await takeStep('officerB', '会签', (fields) => fields.getByLabel('会签部门（每行一个）').fill('财政局'));
    await press('headB', '退回：合法性审查');
    await dialog('headB')
      .getByLabel(/理由|原因/)
      .fill('缺少授权依据');
    await confirmDialog('headB', '退回：合法性审查');
    await sees('officerB', '缺少授权依据');
    await all(parties, ([officer, head]) => clear(officer, head));
    for (const who of ['officerA', 'officerC', 'office'] as const) expect(await words(who)).not.toContain('缺少授权依据');

    // The deputy signs for the head of the first party, and both names stand on everybody's page.
    await signedAndSealed();
    await all(members, (who) => sees(who, '已生效'));
    await sees('officerC', '演示副职（副主任）受演示负责人（负责人）委托于');
    await sees('office', TITLE);

    // An amendment makes the second version of it.
    await changed('officerB', address, '变更', async () => {
      await page('officerB').getByRole('textbox', { name: '正文（中文）' }).nth(1).fill('规划面积扩大到一千五百亩，四至范围以附图为准。');
    });
    await all(everybody, (who) => sees(who, '规划面积扩大到一千五百亩'));
    await sees('officerA', '第 2 版');

    // 解除 by consent, winding-up, archive.
    await changed('officerC', address, '协商解除', async () => {});
    await all(everybody, (who) => sees(who, '已解除'));
    await together('清算完毕');
    await all(members, (who) => sees(who, '已清结'));
    await together('归档');
    await all(everybody, (who) => sees(who, '已归档'));
    for (const who of members) expect(await page(who).getByRole('button', { name: '变更、续期或解除' }).count(), who).toBe(0);
    for (const [who, { complaints }] of seats) expect(complaints, who).toEqual([]);
  },
  280_000,
);
