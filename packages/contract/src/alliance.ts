import { bilingual, cooperationMode } from '@lianyu/domain/agreements';
import { calendarDate, negotiationId, organisationId } from '@lianyu/domain/kernel';
import { stage } from '@lianyu/projections/folds';
import { z } from 'zod';

const agreement = z.strictObject({
  id: negotiationId,
  parties: z.array(organisationId),
  stage,
  title: bilingual.optional(),
  mode: cooperationMode.optional(),
  number: z.string().optional(),
  concludedOn: calendarDate.optional(),
  /** The parties report figures to each other under it: 信息共享. */
  reports: z.boolean(),
});

/** GET /api/alliance: by circle of item 14 its zones that take part, and the signed agreements with them that the viewer may read. */
export const alliance = z.strictObject({
  circles: z.array(
    z.strictObject({
      circle: z.string(),
      /** Ours and partners that are registered here. */
      ours: z.array(organisationId),
      partners: z.array(organisationId),
      agreements: z.array(agreement),
    }),
  ),
  /** More agreements than are looked at: what is shown is a part. */
  more: z.boolean(),
});
export type Alliance = z.infer<typeof alliance>;
