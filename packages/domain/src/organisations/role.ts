import { z } from 'zod';

/** What a person may do for the organisation. Which pairs exclude each other is AZ-3 (`duties/matrix.ts`). */
export const role = z.enum([
  'administrator', // 管理员
  'drafter', // 经办人
  'legal-reviewer', // 法制审核人
  'decision-recorder', // 集体决策记录人
  'signatory', // 签署人
  'seal-keeper', // 印章管理人
  'finance-officer', // 财务经办人：报送数据、提出结算单、记录拨付
  'finance-reviewer', // 财务复核人：核对确认
  'coordinator', // 协调员
  'analyst', // 分析员
  'auditor', // 审计员：持有审计授权
]);
export type Role = z.infer<typeof role>;
