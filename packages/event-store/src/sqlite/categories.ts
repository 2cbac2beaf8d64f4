import type { DatabaseSync } from 'node:sqlite';
import { invalid } from '../input/refuse.ts';
import { EventStoreError } from '../port.ts';

const CATEGORY = /^[a-z][a-z0-9]{0,63}$/;

/** Categories as streams carry them: what stands before the first hyphen. */
export function checkCategories(categories: readonly string[]): readonly string[] {
  for (const category of categories) if (!CATEGORY.test(category)) throw invalid('ledgerCategories', 'not-a-category');
  return [...new Set(categories)].sort();
}

/**
 * The file's ledger may gain a category that no stream has yet, and nothing else: to drop one would unguard it, and events
 * that were no leaves of the Merkle tree cannot become so afterwards without moving every later leaf (PF-1).
 * @throws EventStoreError STORE_LEDGER_DIFFERS
 */
export function keepCategories(db: DatabaseSync, given: readonly string[]): void {
  const kept = db
    .prepare('SELECT category FROM ledger_categories ORDER BY category')
    .all()
    .map(({ category }) => String(category));
  const inUse = db.prepare('SELECT 1 FROM streams WHERE category = ? LIMIT 1');
  const added = given.filter((category) => !kept.includes(category));
  const dropped = kept.some((category) => !given.includes(category));
  if (dropped || added.some((category) => inUse.get(category) !== undefined)) {
    throw new EventStoreError('STORE_LEDGER_DIFFERS', { kept: kept.join(' '), given: given.join(' ') });
  }
  const insert = db.prepare('INSERT INTO ledger_categories (category) VALUES (?)');
  for (const category of added) insert.run(category);
}
