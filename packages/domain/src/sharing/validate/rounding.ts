import type { OrganisationId } from '../../kernel/index.ts';
import type { MoneyTerm } from '../term/index.ts';
import { type Check, exactly, wrong } from './found.ts';

export function inRounding(term: MoneyTerm, parties: readonly OrganisationId[]): Check {
  return (
    exactly(term.rounding.ties, parties, 'rounding.ties') ??
    wrong(term.rounding.level === 'per-source' && !dividesBySource(term), 'rounding.level', 'per-source-impossible')
  );
}

/** Sources can be divided one by one only where nothing stands between the base and the ratios that looks at their sum. */
function dividesBySource({ deductions, recovery, bands, rounding, base }: MoneyTerm): boolean {
  return (
    recovery === undefined &&
    deductions.every(({ borneBy }) => borneBy.node === 'party') &&
    rounding.negative === 'mirror' &&
    base.scope === 'together' &&
    bands.every(({ allocation }) => ['ratio', 'equity', 'contribution', 'not-shared'].includes(allocation.node))
  );
}
