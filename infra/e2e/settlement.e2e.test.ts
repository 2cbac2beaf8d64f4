import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type Seat, takeSeats } from '../test/browsers.ts';
import { TestServer } from '../test/server.ts';
import { agreementInForce, people, type Settled } from './settled-agreement.fixtures.ts';

const DAY_MS = 86_400_000;
const dayOf = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
const [today, yesterday] = [dayOf(Date.now()), dayOf(Date.now() - DAY_MS)];
/** How far a clock is shifted that shows this time of a day in Beijing. */
const shiftTo = (day: string, time: string) => Date.parse(`${day}T${time}:00+08:00`) - Date.now();

const seatsOf = { officer: people.payerOfficer, reviewer: people.payerHead, payee: people.payeeHead, analyst: 'audit-office.analyst' } as const;
type Who = keyof typeof seatsOf;
const server = new TestServer({ shiftMs: shiftTo(yesterday, '20:00') });
let seats: Map<Who, Seat>;
let browser: Browser;
let settled: Settled;

beforeAll(async () => {
  [browser] = await Promise.all([launchBrowser(), server.start()]);
  settled = await agreementInForce(server);
  seats = await takeSeats(browser, server, seatsOf);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server.stop();
  server.remove();
});

test('ST-21 two parties settle three periods with a dispute, a partial payment and a refund; an analyst asks for the first as known on two days', async () => {
  const { agreement, firstDay } = settled;
  const account = `/settlement/${agreement}/sharing/official`;
  const quarter = (n: number) => quarterAfter(firstDay, n);
  const of = (n: number) => `${account}/${quarter(n).from}`;

  // The payer reports what it collected: one figure by form, two out of a file that has one twice; the payee confirms them.
  await open('officer', `/figures/${agreement}/report`);
  await choose('officer', '种类', '增值税（地方留成部分）');
  await figure(quarter(0).name, '1000万');
  await open('officer', `/figures/${agreement}/import`);
  const rows = ['1000', '2000.000001', '1200'].map((amount, n) => `增值税,地方留成部分,${quarter(n).name},${amount},万元,${quarter(n).to}`);
  await page('officer')
    .getByLabel('CSV 或 XLSX 文件')
    .setInputFiles({ name: '入库数据.csv', mimeType: 'text/csv', buffer: Buffer.from(['税种,级次,期间,金额,单位,入库日期', ...rows].join('\n')) });
  await sees('officer', '与已报送的 F-1 重复');
  await page('officer').getByRole('button', { name: '不导入这些行' }).click();
  await page('officer').getByRole('button', { name: '导入 2 行' }).click();
  await page('officer').waitForURL(/\/figures\?/);
  await open('payee', `/figures?agreement=${agreement}`);
  await confirmFigures(1, 2, 3);

  // The first period: to the same figure, and paid in part.
  await propose(account);
  await answer('reviewer', of(0));
  await answer('payee', of(0));
  await open('officer', account);
  await act('officer', /^登记付款/, async (fields) => {
    await fields.getByLabel('金额').fill('2500000');
    await voucher(fields, '拨付1号');
  });
  await open('payee', account);
  await act('payee', '确认收到');
  await act('officer', '登记下一程', (fields) => voucher(fields, '拨付1号-省'));
  await act('payee', '确认收到');
  await sees('officer', '3,500,000.00');

  // The second: one line disputed by the payer, what is not disputed goes on, and the parties find a figure.
  await propose(account);
  await answer('payee', of(1));
  await open('reviewer', of(1));
  await act('reviewer', '对部分项目提出争议', async (fields) => {
    await pick(fields.getByLabel('所涉项目'), /示例开发区丙/);
    await fields.getByLabel('主张金额').fill('11,000,000.01');
    await fields.getByLabel('理由').fill('一笔多缴税款应予扣除');
  });
  await open('officer', of(1));
  await sees('officer', '1,000,000.00');
  await act('officer', '提出处理结果', async (fields) => {
    await fields.getByLabel('该项应为').fill('11,500,000.01');
    await fields.getByRole('radio', { name: '各方协商' }).check();
    await fields.getByRole('radio', { name: /就此确定/ }).check();
    await fields.getByLabel('处理依据').fill('双方核对记录');
    await fields.getByLabel('处理日期').fill(yesterday);
  });
  await open('payee', of(1));
  await act('payee', '同意');
  await sees('payee', /处理结果：11,500,000\.01/);

  // On the next day a refund of the first period becomes known.
  server.shiftClock(shiftTo(today, '00:20'));
  await open('officer', `/figures/${agreement}/report`);
  await choose('officer', '种类', '增值税退库（地方留成部分）');
  await figure(quarter(0).name, '1234567.89');
  await open('payee', `/figures?agreement=${agreement}`);
  await confirmFigures(4);
  await open('analyst', of(0));
  await beside('5,259,259.27', '6,000,000.00', '0.00', '-740,740.73');

  // The third period books the difference.
  await propose(account);
  await answer('reviewer', of(2));
  await sees('reviewer', '以前期间差额');
  await answer('payee', of(2));
  await sees('payee', '-740,740.73');

  // The analyst has both answers, each with how it came about, and the sums it was fed with.
  await open('analyst', of(0));
  await beside('5,259,259.27', '6,000,000.00', '-740,740.73', '0.00');
  await open('analyst', `${of(0)}?of=entitlement`);
  expect(await why('analyst', '5,259,259.27')).toMatch(/10,000,000\.00.*-1,234,567\.89.*60 %5,259,259\.27/s);
  await page('analyst').getByRole('textbox', { name: '按何时所知' }).fill(yesterday);
  await sees('analyst', `${yesterday} 所知`);
  await beside('6,000,000.00', '6,000,000.00', '0.00', '0.00');
  // The same amount is still asked about, as it was known then.
  const before = await told('analyst');
  expect(before).toContain('10,000,000.00');
  expect(before).not.toContain('1,234,567.89');
  // A party that may read single figures gets down to the document.
  await open('payee', of(0));
  expect(await why('payee', '6,000,000.00')).toContain('入库证明');
  for (const [who, seat] of seats) expect(seat.complaints, who).toEqual([]);
});

const page = (who: Who): Page => {
  const seat = seats.get(who);
  if (!seat) throw new Error(`${who} has no seat`);
  return seat.page;
};
const open = (who: Who, path: string) => page(who).goto(server.origin + path);
const sees = (who: Who, text: string | RegExp) => page(who).getByText(text).first().waitFor({ timeout: 20_000 });

async function act(who: Who, name: string | RegExp, fill: (fields: Locator) => Promise<void> = async () => {}): Promise<void> {
  await page(who)
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
  const dialog = page(who).getByRole('dialog');
  await fill(dialog);
  await dialog.locator('.ant-modal-footer button').last().click();
  await dialog.waitFor({ state: 'hidden' });
}

async function propose(account: string): Promise<void> {
  await open('officer', account);
  await act('officer', '提出结算单');
}

async function answer(who: Who, statement: string): Promise<void> {
  await open(who, statement);
  await act(who, '确认结算单');
}

async function figure(period: string, amount: string): Promise<void> {
  const form = page('officer');
  await form.getByLabel('期间', { exact: true }).fill(period);
  await form.getByLabel('金额', { exact: true }).fill(amount);
  await form.getByLabel('凭证', { exact: true }).setInputFiles(document(`入库证明 ${period} ${amount}`));
  await form.getByRole('button', { name: '移除' }).waitFor();
  await form.getByRole('button', { name: '报送', exact: true }).click();
  await form.waitForURL(/\/figures\?/);
}

async function confirmFigures(...numbers: readonly number[]): Promise<void> {
  for (const number of numbers)
    await page('payee')
      .getByRole('checkbox', { name: `选择 F-${number}` })
      .check();
  await act('payee', '确认所选');
}

async function voucher(fields: Locator, number: string): Promise<void> {
  await fields.getByLabel('凭证号').fill(number);
  await fields.getByLabel('日期').fill(yesterday);
  await fields.getByLabel('凭证扫描件').setInputFiles(document(number));
  await fields.getByRole('button', { name: '移除' }).waitFor();
}

const document = (text: string) => ({ name: `${text}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text) });

async function choose(who: Who, label: string, option: string): Promise<void> {
  await pick(page(who).getByRole('combobox', { name: label }), option);
}

async function pick(select: Locator, option: string | RegExp): Promise<void> {
  await select.click();
  if (typeof option === 'string' && (await select.getAttribute('readonly')) === null) await select.fill(option);
  await select
    .page()
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: option })
    .first()
    .click();
}

/** What the payee is entitled to, what its statement booked, what later ones did, and what is open. */
async function beside(...amounts: readonly string[]): Promise<void> {
  const row = page('analyst').locator('table.beside tr', { hasText: '示例开发区丙' });
  await expect.poll(() => row.locator('td').allTextContents(), { timeout: 20_000 }).toEqual(amounts);
}

/** How the payee's amount came about, in words. */
async function why(who: Who, amount: string): Promise<string> {
  await page(who).locator('table.lines').getByRole('button', { name: amount }).first().click();
  return told(who);
}

const told = async (who: Who): Promise<string> => (await page(who).getByRole('region', { name: '为什么是这个数' }).textContent()) ?? '';

interface Quarter {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

function quarterAfter(firstDay: string, n: number): Quarter {
  const quarters = Number(firstDay.slice(0, 4)) * 4 + Math.floor((Number(firstDay.slice(5, 7)) - 1) / 3) + n;
  const begins = (count: number) => `${Math.floor(count / 4)}-${String((count % 4) * 3 + 1).padStart(2, '0')}-01`;
  const to = new Date(Date.parse(`${begins(quarters + 1)}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
  return { from: begins(quarters), to, name: `${Math.floor(quarters / 4)}Q${(quarters % 4) + 1}` };
}
