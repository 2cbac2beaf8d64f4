import type { DatabaseSync } from 'node:sqlite';
import { invalid } from '../../input/refuse.ts';
import { EventStoreError } from '../../port.ts';
import { prepareRows, text } from '../read/rows.ts';

const CATEGORY = /^[a-z][a-z0-9]{0,63}$/;

/** Categories as streams carry them: what stands before the first hyphen. */
export function checkCategories(categories: readonly string[]): readonly string[] {
  for (const category of categories) if (!CATEGORY.test(category)) throw invalid('ledgerCategories', 'not-a-category');
  return [...new Set(categories)].sort();
}

/**
 * The file's ledger may gain a category that no stream has yet, and nothing else: to drop one would unguard it, and events
 * that were no leaves of the Merkle tree cannot become so afterwards without moving every later leaf (PF-1).
 * @returns the categories that are new
 * @throws EventStoreError STORE_LEDGER_DIFFERS
 */
export function compareCategories(db: DatabaseSync, given: readonly string[]): readonly string[] {
  const kept = keptCategories(db);
  const inUse = prepareRows(db, 'SELECT 1 FROM streams WHERE category = ? LIMIT 1');
  const added = given.filter((category) => !kept.includes(category));
  const dropped = kept.some((category) => !given.includes(category));
  if (dropped || added.some((category) => inUse.first(category) !== undefined)) {
    throw new EventStoreError('STORE_LEDGER_DIFFERS', { kept: kept.join(' '), given: given.join(' ') });
  }
  return added;
}

/**
 * Adds those that are new, if any are given at all.
 * @returns the file's categories
 * @throws EventStoreError STORE_LEDGER_DIFFERS
 */
export function keepCategories(db: DatabaseSync, given: readonly string[] | undefined): readonly string[] {
  if (given === undefined) return keptCategories(db);
  const insert = db.prepare('INSERT INTO ledger_categories (category) VALUES (?)');
  for (const category of compareCategories(db, given)) insert.run(category);
  return given;
}

/** A new file whose ledger nobody has named would guard nothing, for good. @throws EventStoreError INPUT_INVALID */
export function refuseUnknownLedger(): never {
  throw invalid('ledgerCategories', 'missing');
}

function keptCategories(db: DatabaseSync): readonly string[] {
  return prepareRows(db, 'SELECT category FROM ledger_categories ORDER BY category')
    .all()
    .map(([category]) => text(category));
}
