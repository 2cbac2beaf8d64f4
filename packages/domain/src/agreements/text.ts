import { z } from 'zod';

/**
 * The renderers there were. What was signed keeps the version that it was made with, and its stored text is what counts. A new
 * version says what the ones before it could not (2: sharing terms that compute; 3: attachments; 4: optional parties); what they could say it says in their words.
 */
export const RENDERERS = ['lianyu-text/1', 'lianyu-text/2', 'lianyu-text/3', 'lianyu-text/4'] as const;

/** The renderer that makes new texts. */
export const RENDERER = 'lianyu-text/4';

export const renderedText = z.strictObject({ zh: z.string().min(1).max(400_000), en: z.string().max(600_000) });
export type RenderedText = z.infer<typeof renderedText>;
