import { z } from 'zod';
import { calendarDate, negotiationId, organisationId } from '../kernel/index.ts';
import { sourceDocument } from '../settlement/words.ts';
import { projectFigure } from './figures.ts';

/**
 * What happens to a project, with its date. Those up to `full-capacity` are its way, in the order in which they usually come;
 * none of them has to (先建后验: started before it is permitted). The rest says what else became of it.
 */
export const projectMilestoneKind = z.enum([
  'lead', // 线索
  'negotiating', // 洽谈
  'reported', // 报备
  'assigned', // 认定归属
  'transferred', // 流转至其他开发区
  'signed', // 签约
  'code-assigned', // 备案/核准并赋码
  'land-secured', // 用地落实
  'permitted', // 许可
  'permitted-on-commitment', // 承诺后许可
  'started', // 开工
  'completed', // 竣工
  'verified', // 验收
  'in-production', // 投产
  'full-capacity', // 达产
  'progress', // 进度填报：到位资金等
  'under-agreement', // 归入协议
  'stalled', // 停滞
  'resumed', // 恢复
  'terminated', // 终止
  'relocated', // 迁出
]);
export type ProjectMilestoneKind = z.infer<typeof projectMilestoneKind>;

/** 项目代码 (GB/T 40058-2021): time, region, central department, type, number with its check character, which no source explains: taken as it is. */
export const projectCode = z.string().regex(/^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/);

/** What a milestone says: that it has come, on which day, by which documents, with the figures of that stage. */
export const projectMilestone = z.strictObject({
  kind: projectMilestoneKind,
  on: calendarDate,
  documents: z.array(sourceDocument).max(10),
  figures: z.array(projectFigure).max(8),
  note: z.string().trim().max(500),
  /** Of `code-assigned`. */
  code: projectCode.optional(),
  /** Of `transferred`: the zone that takes the project over. */
  to: organisationId.optional(),
  /** Of `under-agreement`: the agreement whose clocks it feeds. */
  agreement: negotiationId.optional(),
});
export type ProjectMilestone = z.infer<typeof projectMilestone>;

/** What may be said again and again; of the others one stands. */
export const repeatable: ReadonlySet<ProjectMilestoneKind> = new Set(['progress', 'stalled', 'resumed', 'transferred']);

/** What is said of a conversation needs no document; everything else does (域内制度 ask for photographs, certificates, bank slips). */
export const withoutEvidence: ReadonlySet<ProjectMilestoneKind> = new Set(['lead', 'negotiating', 'stalled', 'resumed', 'under-agreement']);

/** The one kind that each further field belongs to. */
export const fieldOf = { code: 'code-assigned', to: 'transferred', agreement: 'under-agreement' } as const;
