import type { Attachment, AttachmentKind, FileType } from './attachment.ts';
import type { AgreementContent } from './content.ts';
import { chineseNumeral, partyName, partyNameEn } from './numerals.ts';

export const attachmentKindWords: Readonly<Record<AttachmentKind, { zh: string; en: string }>> = {
  'boundary-map': { zh: '四至范围图', en: 'boundary map' },
  'project-list': { zh: '项目清单', en: 'project list' },
  'quota-list': { zh: '指标清单', en: 'quota list' },
  'ratio-table': { zh: '分享比例表', en: 'table of ratios' },
  'duty-table': { zh: '任务分工表', en: 'table of tasks and responsibilities' },
  resolutions: { zh: '决策文件', en: 'resolutions' },
  'legal-review-opinions': { zh: '合法性审查意见', en: 'legal-review opinions' },
  'authority-letters': { zh: '授权文件', en: 'authority letters' },
  other: { zh: '其他附件', en: 'other attachment' },
};

export const fileTypeWords: Readonly<Record<FileType, string>> = {
  'application/pdf': 'PDF',
  'application/ofd': 'OFD',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'text/plain': 'TXT',
};

/** What stands at the end: a line that says that the attachments belong to it, then one for each. Empty where there are none. */
export function attachmentsZh(content: Pick<AgreementContent, 'attachments' | 'parties'>): readonly string[] {
  const { attachments = [] } = content;
  return attachments.length === 0
    ? []
    : [
        '下列附件是本协议的组成部分，与正文具有同等效力，以所列摘要相符的文件为准：',
        ...attachments.map((each, index) => lineZh(each, index, content)),
      ];
}

export function attachmentsEn(content: Pick<AgreementContent, 'attachments' | 'parties'>): readonly string[] {
  const { attachments = [] } = content;
  return attachments.length === 0
    ? []
    : [
        'These attachments are part of this agreement, each the file with the digest that is stated:',
        ...attachments.map((each, index) => lineEn(each, index, content)),
      ];
}

function lineZh({ kind, name, mediaType, bytes, digest, from }: Attachment, index: number, { parties }: Pick<AgreementContent, 'parties'>): string {
  const by = parties.findIndex(({ organisation }) => organisation === from);
  const provider = by < 0 ? from : partyName(by);
  return `附件${chineseNumeral(index + 1)} ${attachmentKindWords[kind].zh}：“${name}”，${fileTypeWords[mediaType]}文件，${bytes}字节，由${provider}提供，SHA-256摘要${digest}`;
}

function lineEn({ kind, name, mediaType, bytes, digest, from }: Attachment, index: number, { parties }: Pick<AgreementContent, 'parties'>): string {
  const by = parties.findIndex(({ organisation }) => organisation === from);
  const provider = by < 0 ? from : partyNameEn(by);
  return `Attachment ${index + 1}, ${attachmentKindWords[kind].en}: "${name}", ${fileTypeWords[mediaType]}, ${bytes} bytes, provided by ${provider}, SHA-256 ${digest}`;
}
