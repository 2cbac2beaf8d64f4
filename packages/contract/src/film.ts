import { instant } from '@lianyu/domain/kernel';
import { z } from 'zod';
import { delta, row } from './live/messages.ts';

/** GET /api/film: what the viewer, with today's grants, could have watched between two instants. */
export const filmQuery = z.strictObject({ from: instant, until: instant });

/** What one command changed for this viewer. `at`: when it was recorded. */
export const frame = z.strictObject({ at: instant, deltas: z.array(delta) });
export type Frame = z.infer<typeof frame>;

/** The rows as they stood at `from`, and everything that changed after it up to `until`, oldest first; `cut` when that was too much to send. */
export const film = z.strictObject({ from: instant, until: instant, opening: z.array(row), frames: z.array(frame), cut: z.boolean() });
export type Film = z.infer<typeof film>;

export const filmLimits = { frames: 5_000, opening: 5_000 } as const;
