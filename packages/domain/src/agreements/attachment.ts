import { z } from 'zod';
import { digest, organisationId } from '../kernel/index.ts';

/** What a paper behind the text is for; the words are those of the clause list of cooperation agreements. */
export const attachmentKind = z.enum([
  'boundary-map', // 四至范围图
  'project-list', // 项目清单
  'quota-list', // 指标清单
  'ratio-table', // 分享比例表
  'duty-table', // 任务分工表
  'resolutions', // 决策文件
  'legal-review-opinions', // 合法性审查意见
  'authority-letters', // 授权文件
  'other', // 其他附件
]);
export type AttachmentKind = z.infer<typeof attachmentKind>;

/** The types of files that are taken, judged by their content. */
export const fileType = z.enum([
  'application/pdf',
  'application/ofd',
  'image/png',
  'image/jpeg',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/plain',
]);
export type FileType = z.infer<typeof fileType>;

export const attachmentLimits = { count: 20, bytes: 20 << 20, bytesInAll: 100 << 20, nameCharacters: 200 } as const;

/** Neither control nor invisible characters: a name reads as what it is, on paper too. */
export const fileName = z
  .string()
  .trim()
  .min(1)
  .max(attachmentLimits.nameCharacters)
  .regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+$/u);

/** One paper behind the text. All of this is confirmed, signed and sealed; the file itself is kept by its hash. */
export const attachment = z.strictObject({
  kind: attachmentKind,
  name: fileName,
  mediaType: fileType,
  bytes: z.number().int().min(1).max(attachmentLimits.bytes),
  /** SHA-256 of the file. */
  digest,
  /** The organisation that put it in. */
  from: organisationId,
});
export type Attachment = z.infer<typeof attachment>;

/** Whether two say the same of the same file. */
export function sameAttachment(one: Attachment, other: Attachment): boolean {
  return one.digest === other.digest && one.from === other.from && one.mediaType === other.mediaType && one.bytes === other.bytes;
}
