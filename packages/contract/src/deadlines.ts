import { deadlineKind } from '@lianyu/domain/deadlines';
import { calendarDate, instant, negotiationId } from '@lianyu/domain/kernel';
import { z } from 'zod';
import { asOfParameter } from './moments.ts';

/** GET /api/deadlines: rows of kind `deadline`, latest day first, between two days (both within). */
export const deadlinesQuery = z.strictObject({
  from: calendarDate.optional(),
  to: calendarDate.optional(),
  kind: deadlineKind.optional(),
  agreement: negotiationId.optional(),
  /** Only those without an outcome, or only those with one. */
  state: z.enum(['open', 'ended']).optional(),
  /** Only what the viewer's organisation has to do. */
  ours: z.enum(['true']).optional(),
  /** Only what somebody has to do: what comes by itself is left out. */
  duty: z.enum(['true']).optional(),
  q: z.string().trim().max(80).optional(),
  ...asOfParameter,
});

/** GET /api/calendar-address: whether the member's calendar has a secret address. The address itself is shown once, by POST. */
export const calendarAddress = z.strictObject({ openedAt: instant.optional() });
export const openedCalendar = z.strictObject({ openedAt: instant, path: z.string() });
/** GET /api/calendars/:token?language=zh: the calendar itself (RFC 5545), to whoever has the address. */
export const calendarLanguage = z.strictObject({ language: z.enum(['zh', 'en']).default('zh') });
