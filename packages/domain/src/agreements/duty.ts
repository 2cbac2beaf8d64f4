import { z } from 'zod';
import { calendarDate, type OrganisationId, organisationId } from '../kernel/index.ts';

/** What a signed text puts on somebody, by a day. */
export const promiseKind = z.enum([
  'file', // 备案
  'make-good', // 违约补正
  'report-figures', // 报送数据
  'confirm-statement', // 确认结算单
  'resolve-dispute', // 争议处理
  'pay', // 结算付款
]);
export type PromiseKind = z.infer<typeof promiseKind>;

/** One duty with its day, as it stood when somebody spoke of it. Of the appraisal ledger nothing is said here: it has readers of its own. */
export const duty = z.strictObject({
  /** As the deadline is called in its agreement: `<clause>/official/figures/2026-01-01/<party>`. */
  id: z.string().min(1).max(200),
  kind: promiseKind,
  /** Who must. */
  who: z.array(organisationId).min(1).max(10),
  on: calendarDate,
  clause: z.string().max(40).optional(),
  period: z.strictObject({ from: calendarDate, to: calendarDate }).optional(),
  number: z.number().int().optional(),
});
export type Duty = z.infer<typeof duty>;

/** A duty that is open now, and to whom it is owed: they may waive it. Nobody may where the law sets it (备案) or the others have a way of their own. */
export interface OpenDuty extends Duty {
  readonly creditors: readonly OrganisationId[];
}

/** Finds a duty that is open now. */
export type DutyOf = (id: string) => OpenDuty | undefined;

export const dutyIn = ({ creditors: _, ...rest }: OpenDuty): Duty => ({ ...rest, who: [...rest.who] });
