import type { Words } from './subjects.ts';

/** A paper that stands behind the text. Named in the text by its Chinese name, which is how one sees that it is. */
export interface Attachment {
  readonly id: string;
  readonly name: Words;
}

const attachment = (id: string, zh: string, en: string): Attachment => ({ id, name: { zh, en } });

export const attachments: readonly Attachment[] = [
  attachment('boundary-map', '四至范围图', 'boundary map'),
  attachment('project-list', '项目清单', 'project list'),
  attachment('quota-list', '指标清单', 'quota list'),
  attachment('ratio-table', '分享比例表', 'table of ratios'),
  attachment('duty-table', '任务分工表', 'table of tasks and responsibilities'),
  attachment('resolutions', '决策文件', 'resolutions'),
  attachment('legal-review-opinions', '合法性审查意见', 'legal-review opinions'),
  attachment('authority-letters', '授权文件', 'authority letters'),
];

/** The text of a clause that names attachments in order: `附件一：四至范围图`. */
export function attachmentsText(chosen: readonly string[]): string {
  const numerals = '一二三四五六七八';
  const named = attachments.filter(({ id }) => chosen.includes(id));
  return ['下列附件是本协议的组成部分，与正文具有同等效力：', ...named.map(({ name }, index) => `附件${numerals[index] ?? ''}：${name.zh}`)].join(
    '\n',
  );
}
