import { sourceDocument } from '@lianyu/domain/settlement';
import { z } from 'zod';

/** Which file is brought in: one that `POST /api/files` keeps, one sheet of it, and the rows that are left out on purpose. */
export const importedFile = z.strictObject({
  document: sourceDocument,
  /** Of a workbook; without it the first. */
  sheet: z.string().max(100).optional(),
  /** As the file counts its rows, the first is 1. */
  skip: z.array(z.number().int().min(1).max(100_000)).max(1_000),
});
