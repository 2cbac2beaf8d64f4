import { calendarDate, organisationId } from '@lianyu/domain/kernel';
import { z } from 'zod';

const count = { count: z.number().int().positive(), since: calendarDate, lastOn: calendarDate };

/**
 * How often something happened that proves a measure alive (topic `coverage`). Key: the type of the event. An organisation
 * has what it did itself; who reads across organisations has all of it, with each one's part.
 */
export const eventCount = z.strictObject({
  type: z.string(),
  ...count,
  by: z.array(z.strictObject({ organisation: organisationId, ...count })).optional(),
});
export type EventCount = z.infer<typeof eventCount>;
