import { figureContent } from '@lianyu/domain/settlement';
import { measure } from '@lianyu/domain/sharing';
import { z } from 'zod';
import { agreementsFilter } from './queries.ts';
import { balancesQuery, figuresFilter, knownQuery } from './settlement-queries.ts';

const line = z.number().int().min(1).max(100_000);

/** What a column may hold. */
export const importField = z.enum([
  'measure',
  'tax',
  'level',
  'movement',
  'amount',
  'unit',
  'period',
  'from',
  'to',
  'effectiveOn',
  'companyCode',
  'companyName',
  'consolidated',
  'estimated',
  'note',
  'supersedes',
  'reason',
]);
/** Why a cell does not say what its column asks for. */
export const cellProblem = z.enum([
  'missing',
  'unreadable',
  'amount-malformed',
  'amount-too-fine',
  'amount-too-large',
  'amount-negative',
  'unit-missing',
  'unit-unknown',
  'unit-conflict',
  'unit-of-another-kind',
  'date-malformed',
  'period-malformed',
  'period-incomplete',
  'measure-unknown',
  'level-missing',
  'code-malformed',
  'choice-unknown',
  'too-long',
]);

const problems = z.array(z.strictObject({ field: importField, problem: cellProblem, data: z.record(z.string(), z.unknown()).optional() }));
const figure = z.strictObject({
  figure: figureContent,
  restates: z.strictObject({ supersedes: z.number().int(), reason: z.string() }).optional(),
});

/** What would happen to one row. */
export const rowFate = z.discriminatedUnion('fate', [
  z.strictObject({ line, fate: z.literal('accepted'), figure }),
  z.strictObject({ line, fate: z.literal('refused'), problems }),
  /** By the rules as the agreement stands now. */
  z.strictObject({ line, fate: z.literal('against-rules'), refusal: z.strictObject({ code: z.string(), data: z.record(z.string(), z.unknown()) }) }),
  /** Counts the same as an earlier row of the file, or as a figure that was reported before. */
  z.strictObject({ line, fate: z.literal('duplicate'), of: z.union([z.strictObject({ line }), z.strictObject({ number: z.number().int() })]) }),
  z.strictObject({ line, fate: z.literal('skipped') }),
]);
export type RowFate = z.infer<typeof rowFate>;

/**
 * POST /api/agreements/:agreement/figures/dry-run with an `importedFile`: what `import-figures` with the same file would do,
 * row by row. Records nothing. `complete`: every row is accepted or left out, and the command would take it.
 */
export const importDryRun = z.strictObject({
  source: z.discriminatedUnion('format', [
    z.strictObject({
      format: z.literal('csv'),
      encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']),
      delimiter: z.enum([',', ';', '\t']),
    }),
    z.strictObject({ format: z.literal('xlsx'), sheet: z.string(), sheets: z.array(z.string()) }),
  ]),
  header: z.strictObject({
    line,
    columns: z.array(z.strictObject({ field: importField, header: z.string() })),
    /** Headers that are not understood; their columns are not read. */
    ignored: z.array(z.string()),
  }),
  rows: z.array(rowFate),
  counts: z.record(z.enum(['accepted', 'refused', 'against-rules', 'duplicate', 'skipped']), z.number().int()),
  /** Sums of what is accepted, in the smallest part of each measure's unit. */
  totals: z.array(z.strictObject({ measure, amount: z.string() })),
  complete: z.boolean(),
});
export type ImportDryRun = z.infer<typeof importDryRun>;

/** In which language a file is written; figures are the same in both. */
const language = z.enum(['zh', 'en']).default('zh');
export const exportFormat = z.enum(['xlsx', 'csv']);
export type ExportFormat = z.infer<typeof exportFormat>;

/**
 * Files, each as `…/export.xlsx` and `…/export.csv`. They hold what the page beside them shows to the same viewer, no more.
 *
 * - GET /api/settlements/:agreement/:clause/:ledger/periods/:from/export.…?on=…
 * - GET /api/figures/export.…, with the filters of the list
 * - GET /api/balances/export.…
 */
export const statementExportQuery = knownQuery.extend({ language });
/** GET /api/agreements/export.…: the list, narrowed the same. */
export const agreementsExportQuery = agreementsFilter.extend({ language });
export const figuresExportQuery = figuresFilter.extend({ language });
export const balancesExportQuery = balancesQuery.extend({ language });
