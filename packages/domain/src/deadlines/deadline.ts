import { z } from 'zod';
import { bilingual } from '../agreements/content.ts';
import { promiseKind } from '../agreements/duty.ts';
import { clearanceStep } from '../clearance/chain.ts';
import { calendarDate, eventId, memberId, organisationId } from '../kernel/index.ts';
import { ledger } from '../settlement/account/events.ts';
import { period } from '../settlement/words.ts';

/** What is waited for on a day. Duties are somebody's; moments come by themselves, by the clock (TM-3). */
export const dutyKind = z.enum([
  ...promiseKind.options,
  'internal-step', // 内部程序环节: the party's alone, owed to nobody outside
]);
/** What ends with a date that stands in it: no event tells of the day, access follows the date itself. */
export const datedKind = z.enum([
  'delegation-ends', // 委托期满
  'authority-ends', // 授权文件期满
  'secondment-ends', // 挂职期满
]);
export const momentKind = z.enum([
  'negotiation-ends', // 磋商期限
  'take-force', // 生效
  'amendment-applies', // 变更适用
  'expire', // 届满
  'termination', // 协商解除之日
  'policy-termination', // 政策变化解除之日
  ...datedKind.options,
]);
export const deadlineKind = z.enum([...dutyKind.options, ...momentKind.options]);
export type DutyKind = z.infer<typeof dutyKind>;
export type DeadlineKind = z.infer<typeof deadlineKind>;

export const isDated = (kind: DeadlineKind): boolean => datedKind.safeParse(kind).success;
export const isDuty = (kind: DeadlineKind): kind is DutyKind => dutyKind.safeParse(kind).success;

/** Where a day comes from: a rule or a term, and how many days it counts. */
export const deadlineRule = z.strictObject({
  code: z.enum([
    'filing', // 5 working days after the conclusion (备案/归档, research B3 S65)
    'proposal', // set by who proposed
    'terms-effect', // the day that the terms name
    'terms-until', // the last day of the terms
    'terms-cure', // days to make good, from the notice
    'terms-notice', // days of notice before a policy change ends it
    'terms-figures', // working days after the period
    'terms-confirmation', // working days after the statement
    'terms-dispute', // working days after the dispute
    'terms-payment', // working days after all have confirmed
    'change-agreed', // the day from which a concluded change holds
    'termination-agreed', // the day that a concluded 解除协议 names
    'procedure', // working days that the party's own procedure gives a step
    'document', // the last day that a document of authority names
  ]),
  days: z.number().int().optional(),
});
export type DeadlineRule = z.infer<typeof deadlineRule>;

/** How it came out. `done`: by who had to; `passed`: the day came; `enforced`: what was to follow otherwise has followed; `waived`: by all to whom it was owed; `void`: it fell away. */
export const outcome = z.strictObject({ how: z.enum(['done', 'passed', 'enforced', 'waived', 'void']), on: calendarDate, by: eventId });
export type Outcome = z.infer<typeof outcome>;

/** One day that somebody waits for. Open until it has an outcome, which what is merely dated may never have; late is an open duty whose day is over, which is for the reader's clock to say. */
export const deadline = z.strictObject({
  /** Unique in its agreement and stable when the day moves: `file/<party>`. */
  id: z.string().max(200),
  kind: deadlineKind,
  /** Who must; all parties for what comes by itself. */
  who: z.array(organisationId).min(1).max(10),
  on: calendarDate,
  /** Counted without a published calendar (TM-2). */
  provisional: z.boolean(),
  rule: deadlineRule,
  /** The event that set the day as it stands. */
  setBy: eventId,
  /** Of settlement: which clause in which ledger. */
  account: z.strictObject({ clause: z.string(), ledger, heading: bilingual }).optional(),
  period: period.optional(),
  /** Of a version, notice or dispute: its number. */
  number: z.number().int().optional(),
  /** Of an internal procedure: the step. */
  step: clearanceStep.optional(),
  /** Of what somebody may act by: who, for whom or where, and the number of the document. */
  mandate: z
    .strictObject({
      member: memberId.optional(),
      principal: memberId.optional(),
      organisation: organisationId.optional(),
      document: z.string().max(80).optional(),
    })
    .optional(),
  outcome: outcome.optional(),
});
export type Deadline = z.infer<typeof deadline>;
