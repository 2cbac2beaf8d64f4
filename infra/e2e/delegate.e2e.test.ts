import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type Seat, takeSeats } from '../test/browsers.ts';
import { TestServer } from '../test/server.ts';
import { clearedBetween } from './settled-agreement.fixtures.ts';

const seatsOf = {
  head: 'example-a.head',
  deputy: 'example-a.deputy',
  administrator: 'coordination-office.admin-one',
  counterparty: 'example-b.officer',
} as const;
type Who = keyof typeof seatsOf;
const server = new TestServer();
let seats: Map<Who, Seat>;
let browser: Browser;

beforeAll(async () => {
  [browser] = await Promise.all([launchBrowser(), server.start()]);
  seats = await takeSeats(browser, server, seatsOf);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server.stop();
  server.remove();
});

function at(who: Who): Page {
  const seat = seats.get(who);
  if (!seat) throw new Error(`nobody is ${who}`);
  return seat.page;
}
const open = (who: Who, path: string) => at(who).goto(`${server.origin}${path}`);

test('AZ-5 LV-6 a head delegates on screen, an administrator approves, the deputy signs, and the other party reads both names', async () => {
  const { agreement } = await clearedBetween(server, 'example-a', 'example-b');
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

  // The delegation of the demonstration is taken back; with it goes what the deputy could do.
  await open('deputy', `/agreements/${agreement}`);
  await at('deputy').getByRole('button', { name: '签署' }).waitFor();
  await open('head', '/administration');
  await at('head').getByRole('button', { name: '收回委托' }).click();
  await at('head')
    .getByRole('dialog')
    .getByLabel(/理由|原因/)
    .fill('已返岗');
  await at('head').getByRole('dialog').getByRole('button', { name: '收回委托' }).click();
  await at('head').getByText('已撤销').waitFor();

  // Delegated anew, by a letter, for today alone.
  await at('head').getByRole('button', { name: '委托他人' }).click();
  const form = at('head').getByRole('dialog');
  await form.getByLabel('角色').click();
  await at('head').locator('.ant-select-item-option').filter({ hasText: '签署人' }).click();
  await form.getByLabel('受托人').click();
  await at('head').locator('.ant-select-item-option').filter({ hasText: '演示副职' }).click();
  await form.getByLabel('结束日期').fill(today);
  await form.getByLabel('文号').fill('授权〔2026〕9号');
  await form.getByLabel('签发单位').fill('示例开发区甲管理委员会');
  await form.getByRole('button', { name: '委托他人' }).click();
  await at('head').getByText('待批准').waitFor();

  await open('administrator', '/administration?organisation=example-a');
  await at('administrator')
    .getByRole('button', { name: /批\s?准/ })
    .click();
  await at('administrator').getByText('生效中').waitFor();

  await open('deputy', `/agreements/${agreement}`);
  await at('deputy').getByRole('button', { name: '签署' }).click();
  const signing = at('deputy').getByRole('dialog');
  await signing.getByText('您受演示负责人委托办理').waitFor();
  await signing.getByLabel(/密码/).fill(server.account(seatsOf.deputy).password);
  await signing.getByRole('button', { name: '签署' }).click();

  await open('counterparty', `/agreements/${agreement}`);
  await at('counterparty').getByText('演示副职（副主任）受演示负责人（负责人）委托于').waitFor();
  expect(await at('counterparty').getByText('授权〔2026〕9号').count()).toBeGreaterThan(0);
  for (const { complaints } of seats.values()) expect(complaints).toEqual([]);
}, 60_000);
