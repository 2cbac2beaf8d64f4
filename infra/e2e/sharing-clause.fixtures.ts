import type { Page } from 'playwright';

/** The sharing clause of a draft filled in as a person would: begun with a template, and what its document leaves open answered. */
export async function fillSharingClause(page: Page, origin: string): Promise<void> {
  await page.getByRole('button', { name: '编辑分享条款' }).click();
  await page.getByRole('textbox', { name: '按编号、名称或文号查找' }).fill('M15');
  await page.getByRole('button', { name: '查看', exact: true }).click();
  await page.getByRole('combobox', { name: '输出地', exact: true }).click();
  await page.getByTitle(origin, { exact: true }).last().click();
  await page.getByRole('button', { name: '以此为起点' }).click();
  await answersTo(page, {
    'clock.start.all.0.node': '到达日期',
    'clock.start.all.0.date': '2027-01-01',
    'clock.start.after.years': '0',
    'clock.start.after.months': '0',
    'clock.start.granularity': '当日',
    'clock.years.node': '按自然年度',
    'clock.years.firstPart': '即为第 1 年',
    'clock.partial.figures': '按天数划分，标注“估算”',
    'clock.partial.amounts': '按天数折算',
    'rounding.over': '逐期',
    'rounding.ties.0': origin,
    'reporting.period': '年',
    'reporting.figuresDue': '20',
    'reporting.confirmationDue': '10',
    'reporting.disputes.workingDays': '30',
    'reporting.disputes.resolvedBy.node': '联合工作组',
    'reporting.lateItems.months': '24',
    'reporting.lateItems.thereafter': '不再调整',
  });
  await page.getByText('已填完整').first().waitFor();
  await page.getByRole('button', { name: '返回协议草稿' }).click();
}

/** Each answer by the place it stands in and the words on the screen. */
async function answersTo(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, words] of Object.entries(answers)) {
    const place = page.locator(`[id$="body-term-${path.replaceAll('.', '-')}"]`);
    await place.waitFor();
    const choice = place.locator('.ant-radio-wrapper').getByText(words, { exact: true });
    if ((await choice.count()) > 0) await choice.click();
    else if ((await place.locator('.ant-select').count()) === 0) await place.locator('input').fill(words);
    else {
      await place.getByRole('combobox').click();
      await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle(words, { exact: true }).click();
    }
  }
}
