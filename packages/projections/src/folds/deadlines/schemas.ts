import { bilingual } from '@lianyu/domain/agreements';
import { deadline } from '@lianyu/domain/deadlines';
import { negotiationId } from '@lianyu/domain/kernel';
import { z } from 'zod';

/**
 * A day that somebody waits for (topic `deadlines/<agreement>`), also after it has an outcome. Key: `<agreement>/<id>`, or
 * `organisation/<organisation>/<id>` (topic `organisations`), sorted by the day. Whether it is late is for the reader's clock to say: `open`, a duty, and `on` before today.
 */
export const deadlineDocument = deadline.extend({
  /** What it is about: an agreement on its way or signed. Missing where somebody's mandate ends: then `who` says whose day it is. */
  agreement: negotiationId.optional(),
  /** Of what is signed. */
  agreementNumber: z.string().optional(),
  /** Of the agreement; of a mandate the organisation's short name. */
  title: bilingual,
  /** `2026-03`, to filter by. */
  month: z.string(),
  open: z.boolean(),
  /** Somebody has to do something; otherwise it comes by itself. */
  duty: z.boolean(),
  /** Whether it is the reader's own organisation that has to. */
  ours: z.boolean(),
  search: z.string(),
});
export type DeadlineDocument = z.infer<typeof deadlineDocument>;
