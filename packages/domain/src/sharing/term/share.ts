import { z } from 'zod';
import { calendarDate, organisationId } from '../../kernel/index.ts';
import { ratioText } from '../../money/index.ts';

/**
 * Terms of sharing are a typed tree with a closed set of nodes and no free expressions: data that the parties sign, text
 * that is rendered from it, figures that are computed from it. A new kind of node is a new member of its union; nothing
 * that was signed changes by it.
 */

/** Taxes that may be named in a base. Which of them exists at a date, and whose it is, is dated reference data (domain rule 11). */
export const taxKind = z.enum([
  'value-added',
  'enterprise-income',
  'individual-income',
  'urban-land-use',
  'property',
  'stamp-duty',
  'environmental-protection',
]);
export type TaxKind = z.infer<typeof taxKind>;

/** Which part of a tax: all that is collected, the local share, or what the city or county keeps of it. */
export const taxLevel = z.enum(['gross', 'local-share', 'local-retained']);
export type TaxLevel = z.infer<typeof taxLevel>;

export const taxBase = z.strictObject({
  node: z.literal('taxes'),
  taxes: z
    .array(z.strictObject({ tax: taxKind, level: taxLevel }))
    .min(1)
    .max(20),
});

/** Shares of the base for each party; they sum to exactly one. */
export const shares = z
  .array(z.strictObject({ party: organisationId, ratio: ratioText }))
  .min(2)
  .max(10);
export type Shares = z.infer<typeof shares>;

/** Ratios by year of the sharing period, counted from one; a band without `toYear` runs to the end of the agreement. */
export const yearBands = z.strictObject({
  node: z.literal('year-bands'),
  bands: z
    .array(
      z.strictObject({
        fromYear: z.number().int().min(1).max(100),
        toYear: z.number().int().min(1).max(100).optional(),
        shares,
      }),
    )
    .min(1)
    .max(20),
});

/** When year one begins. */
export const startEvent = z.discriminatedUnion('node', [
  z.strictObject({ node: z.literal('on-date'), date: calendarDate }),
  z.strictObject({ node: z.literal('on-milestone'), milestone: z.enum(['first-tax', 'in-production', 'full-capacity', 'construction-start']) }),
]);

/** Rounding is a term, never a default of the code (MN-2): one level, a sign rule, and every party ranked for the odd fen. */
export const rounding = z.strictObject({
  node: z.literal('largest-remainder'),
  level: z.enum(['total', 'per-tax']),
  negative: z.enum(['mirror', 'carry-forward']),
  ties: z.array(organisationId).min(2).max(10),
});

export const shareTerm = z.strictObject({
  node: z.literal('share'),
  base: taxBase,
  start: startEvent,
  years: z.enum(['calendar', 'anniversary']),
  allocation: yearBands,
  rounding,
});
export type ShareTerm = z.infer<typeof shareTerm>;
export type TaxBase = z.infer<typeof taxBase>;
export type YearBands = z.infer<typeof yearBands>;
export type StartEvent = z.infer<typeof startEvent>;
export type Rounding = z.infer<typeof rounding>;
