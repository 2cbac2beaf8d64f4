import type { Locator, Page } from 'playwright';
import type { Seat } from '../test/browsers.ts';
import type { TestServer } from '../test/server.ts';

/** What people do in front of their browsers: look, press, answer the dialog that opens. All of it waits for what is to be seen. */
export function acting<Who extends string>(server: TestServer, cast: Readonly<Record<Who, string>>, seats: () => ReadonlyMap<Who, Seat>) {
  const page = (who: Who): Page => {
    const seat = seats().get(who);
    if (!seat) throw new Error(`${who} has no seat`);
    return seat.page;
  };
  const words = async (who: Who): Promise<string> => ((await page(who).locator('main').textContent()) ?? '').replaceAll(' ', ' ');
  const sees = (who: Who, text: string | RegExp) => page(who).getByText(text).first().waitFor({ timeout: 60_000 });
  const press = (who: Who, name: string | RegExp) =>
    page(who)
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click();
  const dialog = (who: Who): Locator => page(who).getByRole('dialog');

  async function confirmDialog(who: Who, name: string | RegExp): Promise<void> {
    await dialog(who).getByRole('button', { name }).last().click();
    try {
      await dialog(who).waitFor({ state: 'hidden' });
    } catch (error) {
      // Whoever reads of the failure should know what the person saw.
      throw new Error(`${who} at ${page(who).url()} still sees: ${await dialog(who).first().textContent()}`, { cause: error });
    }
  }

  async function takeStep(who: Who, step: string, fill: (fields: Locator) => Promise<void> = async () => {}): Promise<void> {
    await press(who, `办理：${step}`);
    await fill(dialog(who));
    await confirmDialog(who, `办理：${step}`);
  }

  /** One party's internal procedure by its two people; nobody reloads anything. */
  async function clear(officer: Who, head: Who): Promise<void> {
    await takeStep(officer, '会签', (fields) => fields.getByLabel('会签部门（每行一个）').fill('财政局'));
    await takeStep(head, '合法性审查', (fields) => fields.getByLabel('法律意见书文号').fill('法审〔2026〕1号'));
    await takeStep(head, '公平竞争审查', (fields) => fields.getByLabel('不属于公平竞争审查范围').check());
    await takeStep(officer, '集体决策', async (fields) => {
      await fields.getByLabel('会议日期').fill('2026-11-20');
      await fields.getByLabel('出席人数').fill('9');
      await fields.getByRole('radio', { name: '同意', exact: true }).check();
      await fields.getByLabel('会议纪要文号').fill('纪要〔2026〕7号');
    });
    await takeStep(head, '用印审批');
  }

  async function withPassword(who: Who, act: string): Promise<void> {
    await press(who, act);
    await dialog(who).getByLabel('请再次输入您的密码').fill(server.account(cast[who]).password);
    await confirmDialog(who, act);
  }

  return { page, words, sees, press, dialog, confirmDialog, takeStep, clear, withPassword };
}
