import { instant } from '@lianyu/domain/kernel';
import { z } from 'zod';

/** A position of the log, for whoever holds an audit mandate (LV-3), or an instant. */
export const pastMoment = z.union([z.string().regex(/^\d{1,16}$/), instant]);

/**
 * The query parameter that every list, page and export takes: as it stood then, under today's grants (PR-4). An instant means the last
 * position whose running maximum of `recordedAt` is not later; what lies ahead is the newest there is.
 */
export const asOfParameter = { asOf: pastMoment.optional() };

/** When the rows stood. For an audit mandate the position, with the instant there; for the others the instant that was asked for. */
export const stoodAt = z.strictObject({ at: instant, position: z.string().optional() });
export type StoodAt = z.infer<typeof stoodAt>;

/** What became of a row of the past since. `corrected`: it was superseded, restated or withdrawn, so that it no longer counts. */
export const laterFate = z.enum(['changed', 'corrected', 'removed']);
export type LaterFate = z.infer<typeof laterFate>;
