import type { SharingInput, TermsVersion } from '../../input.ts';
import type { Evaluation } from '../../statement.ts';
import type { ComputedTerm } from '../../term/index.ts';
import type { Engine } from '../interface.ts';
import { book } from './book.ts';
import { type Day, dayOf } from './days.ts';
import { evaluateMoney } from './money/evaluate.ts';
import { FOREVER } from './periods.ts';
import { evaluateQuota } from './quota/evaluate.ts';
import { evaluateStatistics } from './statistics/evaluate.ts';

/**
 * The first engine. This folder is frozen once it is released: it imports nothing of ours but types, and a test holds its
 * digest. What must change is a new folder beside it.
 */
export const engine: Engine = { version: 'sharing/1', evaluate, book };

/** A clause keeps its kind; versions in the first form of terms (`share`) lack choices and compute nothing. */
function evaluate(input: SharingInput): Evaluation {
  const versions = dated(input.versions);
  const kind = versions.find(({ term }) => term.node !== 'share')?.term.node;
  switch (kind) {
    case 'money':
      return evaluateMoney(ofKind(versions, 'money'), input);
    case 'statistics':
      return evaluateStatistics(ofKind(versions, 'statistics'), input);
    case 'quota':
      return evaluateQuota(ofKind(versions, 'quota'), input);
    default:
      return { engine: 'sharing/1', statements: [], problems: [] };
  }
}

interface Dated {
  readonly digest: string;
  readonly clause: string;
  readonly from: Day;
  readonly to: Day;
  readonly term: TermsVersion['term'];
}

/** In the order of their effect; each holds until the day before the next. Of two from the same day the later given one holds. */
function dated(versions: readonly TermsVersion[]): readonly Dated[] {
  const sorted = [...versions].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : a.effectiveFrom > b.effectiveFrom ? 1 : 0));
  return sorted
    .map(({ digest, clause, effectiveFrom, until, term }, at) => {
      const next = sorted[at + 1];
      const to = Math.min(next === undefined ? FOREVER : dayOf(next.effectiveFrom) - 1, until === undefined ? FOREVER : dayOf(until));
      return { digest, clause, from: dayOf(effectiveFrom), to, term };
    })
    .filter(({ from, to }) => from <= to);
}

function ofKind<Node extends ComputedTerm['node']>(versions: readonly Dated[], node: Node) {
  return versions.filter((version): version is Dated & { readonly term: Extract<ComputedTerm, { node: Node }> } => version.term.node === node);
}
