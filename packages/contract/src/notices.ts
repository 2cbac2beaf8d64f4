import { deadline } from '@lianyu/domain/deadlines';
import { calendarDate, instant, negotiationId, organisationId } from '@lianyu/domain/kernel';
import { z } from 'zod';

/** What people are told, by kind: each may be left out by whoever does not want it, but for how a negotiation ended. */
export const noticeKind = z.enum([
  'negotiation', // what another party did
  'ended', // declined, withdrawn, lapsed: everyone who has acted is told
  'procedure', // the own internal procedure
  'agreement', // what became of what is signed
  'settlement', // statements, disputes, payments
  'access', // the own roles
  'reminder', // a day that comes
  'overdue', // a day that is over
  'coordination', // what the coordination office asks and thinks, and what is answered
  'supervision', // 督办建议: for the office
]);
export type NoticeKind = z.infer<typeof noticeKind>;
export const alwaysTold: readonly NoticeKind[] = ['ended'];

/** What a notice is about: ids and public words alone. */
export const noticeBody = z.strictObject({
  /** The type of the event that it tells of, or that a day comes or is over. */
  what: z.string().max(60),
  agreement: negotiationId.optional(),
  /** Who did it. */
  organisation: organisationId.optional(),
  /** The day from which it holds, of what time did. */
  on: calendarDate.optional(),
  account: z.strictObject({ clause: z.string(), ledger: z.string(), period: z.string().optional() }).optional(),
  deadline: deadline.pick({ id: true, kind: true, on: true }).optional(),
});
export type NoticeBody = z.infer<typeof noticeBody>;

export const notice = z.strictObject({
  seq: z.number().int(),
  id: z.string(),
  kind: noticeKind,
  at: instant,
  read: z.boolean(),
  lead: z.number().int().optional(),
  about: noticeBody,
  /** Of the agreement, where the reader may know it. */
  title: z.strictObject({ zh: z.string(), en: z.string() }).optional(),
});
export type Notice = z.infer<typeof notice>;

/** GET /api/notices: newest first. */
export const noticesQuery = z.strictObject({
  kind: noticeKind.optional(),
  unread: z.enum(['true']).optional(),
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const notices = z.strictObject({ notices: z.array(notice), unread: z.number().int(), next: z.number().int().optional() });

/** GET /api/notices/unread; POST /api/notices/read: some, or all up to one. */
export const unreadNotices = z.strictObject({ unread: z.number().int() });
export const readNotices = z.union([
  z.strictObject({ ids: z.array(z.string().max(300)).min(1).max(100) }),
  z.strictObject({ through: z.number().int().positive() }),
]);

/** GET, PUT /api/notice-choices: which kinds one does not want, and how many days ahead one is reminded at the earliest. */
export const daysAhead = [0, 1, 3, 7, 14, 30] as const;
export const noticeChoices = z.strictObject({
  muted: z.array(noticeKind.exclude(['ended'])).max(20),
  daysAhead: z.union(daysAhead.map((days) => z.literal(days))),
});
export type NoticeChoices = z.infer<typeof noticeChoices>;
