import { z } from 'zod';

/** The renderer that made a text. What was signed keeps the version it was made with, and is never rendered again. */
export const RENDERER = 'lianyu-text/1';

export const renderedText = z.strictObject({ zh: z.string().min(1).max(400_000), en: z.string().max(600_000) });
export type RenderedText = z.infer<typeof renderedText>;
