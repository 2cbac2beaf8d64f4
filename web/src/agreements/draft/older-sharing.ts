import { z } from 'zod';
import { type RoughRecord, roughRecord } from '../../sharing/form/rough.ts';

/** A sharing clause as drafts of an earlier version of this page kept it. */
const older = z.object({
  taxes: z.array(z.record(z.string(), z.string())),
  start: z.object({ kind: z.string(), date: z.string(), milestone: z.string() }),
  years: z.string(),
  bands: z.array(z.object({ fromYear: z.string(), toYear: z.string(), shares: z.record(z.string(), z.string()) })),
  level: z.string(),
  negative: z.string(),
  ties: z.array(z.string()),
});

/** What is kept of a sharing clause, brought to today's form: nothing that somebody typed is lost. */
export const keptSharing = z.preprocess((kept) => {
  const found = older.safeParse(kept);
  return found.success ? fromOlder(found.data) : kept;
}, roughRecord);

function fromOlder({ taxes, start, years, bands, level, negative, ties }: z.infer<typeof older>): RoughRecord {
  return {
    node: 'share',
    base: { taxes },
    start: start.kind === 'date' ? { node: 'on-date', date: start.date } : { node: 'on-milestone', milestone: start.milestone },
    years,
    allocation: {
      bands: bands.map(({ fromYear, toYear, shares }) => ({ fromYear, ...(toYear.trim() === '' ? {} : { toYear }), shares })),
    },
    rounding: { level, negative, ties },
  };
}
