import { type AttachmentKind, attachmentKindWords } from '@lianyu/domain/agreements';
import type { Words } from './subjects.ts';

/** A paper that stands behind the text. Attached as a file, or named in the text by its Chinese name, which is how one sees that it is. */
export interface Attachment {
  readonly id: Exclude<AttachmentKind, 'other'>;
  readonly name: Words;
}

const order: readonly Attachment['id'][] = [
  'boundary-map',
  'project-list',
  'quota-list',
  'ratio-table',
  'duty-table',
  'resolutions',
  'legal-review-opinions',
  'authority-letters',
];

export const attachments: readonly Attachment[] = order.map((id) => ({ id, name: attachmentKindWords[id] }));

/** The text of a clause that names attachments in order: `附件一：四至范围图`. */
export function attachmentsText(chosen: readonly string[]): string {
  const numerals = '一二三四五六七八';
  const named = attachments.filter(({ id }) => chosen.includes(id));
  return ['下列附件是本协议的组成部分，与正文具有同等效力：', ...named.map(({ name }, index) => `附件${numerals[index] ?? ''}：${name.zh}`)].join(
    '\n',
  );
}
