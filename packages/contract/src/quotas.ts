import { calendarDate, commandId, organisationId } from '@lianyu/domain/kernel';
import { positiveText } from '@lianyu/domain/money';
import { basis, ledgerId, pool, resource } from '@lianyu/domain/resources';
import { z } from 'zod';
import { availability } from './commands.ts';
import { asOfParameter } from './moments.ts';

/** GET /api/quotas, /api/quotas/export.csv and .xlsx */
export const quotasFilter = z.strictObject({
  zone: organisationId.optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  resource: resource.optional(),
  ...asOfParameter,
});
export const quotasQuery = quotasFilter.extend({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export const quotasExportQuery = quotasFilter.extend({ language: z.enum(['zh', 'en']).default('zh') });

/** GET /api/quotas/:zone/:year/:resource/actions: `about` is the reservation or transfer. */
export const quotaParams = z.strictObject({ zone: organisationId, year: z.coerce.number().int().min(2000).max(2100), resource });
export const quotaActions = z.strictObject({ actions: z.array(availability.extend({ about: commandId.optional() })) });
export type QuotaActions = z.infer<typeof quotaActions>;

const line = z.number().int().min(1).max(100_000);
/** POST /api/quotas/dry-run with an `importedFile`: what `import-quotas` would do, row by row. Records nothing. */
export const quotaDryRun = z.strictObject({
  header: z.strictObject({ line, columns: z.array(z.strictObject({ field: z.string(), header: z.string() })), ignored: z.array(z.string()) }),
  rows: z.array(
    z.discriminatedUnion('fate', [
      z.strictObject({
        line,
        fate: z.literal('accepted'),
        row: z.strictObject({ ...ledgerId.shape, pool, amount: positiveText, on: calendarDate, basis, note: z.string() }),
      }),
      z.strictObject({ line, fate: z.literal('refused'), problems: z.array(z.strictObject({ field: z.string(), problem: z.string() })) }),
      z.strictObject({
        line,
        fate: z.literal('against-rules'),
        refusal: z.strictObject({ code: z.string(), data: z.record(z.string(), z.unknown()) }),
      }),
      /** The same zone, year, resource, pool and paper as an earlier row of the file. */
      z.strictObject({ line, fate: z.literal('duplicate'), of: line }),
      z.strictObject({ line, fate: z.literal('skipped') }),
    ]),
  ),
  counts: z.record(z.enum(['accepted', 'refused', 'against-rules', 'duplicate', 'skipped']), z.number().int()),
  complete: z.boolean(),
});
export type QuotaDryRun = z.infer<typeof quotaDryRun>;
