import type { OrganisationId } from '../../kernel/index.ts';
import { type Base, type BaseSource, type Measure, type MoneyTerm, type TaxSource, unitOf } from '../term/index.ts';
import { among, type Check, first, known, twice, wrong } from './found.ts';

/** Taxes that have ended: terms that name one say what counts in its place. */
const ENDED: ReadonlySet<TaxSource['tax']> = new Set(['business']);

export function inBase({ sources, collectedBy, refunds }: Base, parties: readonly OrganisationId[]): Check {
  return first(
    (function* () {
      yield among(collectedBy, parties, 'base.collectedBy');
      for (const node of ['tax', 'income'] as const) {
        const names = sources.map((source, index) => (source.node !== node ? `${index}` : source.node === 'tax' ? source.tax : source.income));
        yield twice(names, (index) => `base.sources.${index}`, node === 'tax' ? 'tax-twice' : 'source-twice');
      }
      for (const [index, source] of sources.entries()) yield inSource(source, `base.sources.${index}`);
      for (const reason of ['ordinary', 'credit'] as const) {
        const bearer = refunds[reason];
        if (bearer.node === 'party') yield known(bearer.party, parties, `base.refunds.${reason}.party`);
      }
    })(),
  );
}

function inSource(source: BaseSource, path: string): Check {
  if (source.node === 'income') return undefined;
  const { tax, level, conversion, successor } = source;
  if (ENDED.has(tax) && successor === undefined) return { path: `${path}.successor`, problem: 'successor-missing' };
  if (level === 'gross' && conversion.node !== 'as-reported') return { path: `${path}.conversion`, problem: 'conversion-of-gross' };
  if (conversion.node !== 'stated') return undefined;
  const late = conversion.rates.findIndex(({ from }, at) => at > 0 && from <= (conversion.rates[at - 1]?.from ?? ''));
  return wrong(late >= 0, `${path}.conversion.rates.${late}`, 'dates-not-ascending');
}

export function inDeductions({ deductions, base }: MoneyTerm, parties: readonly OrganisationId[]): Check {
  return first(
    (function* () {
      yield twice(
        deductions.map(({ measure }) => measure),
        (index) => `deductions.${index}.measure`,
        'measure-twice',
      );
      for (const [index, { measure, borneBy }] of deductions.entries()) {
        yield inMoney([measure], `deductions.${index}.measure`, base);
        if (borneBy.node === 'party') yield known(borneBy.party, parties, `deductions.${index}.borneBy.party`);
      }
    })(),
  );
}

/** Measures that count money, and not what the base adds up already. */
export function inMoney(measures: readonly Measure[], path: string, { sources }: Base): Check {
  const at = (index: number) => (measures.length === 1 ? path : `${path}.${index}`);
  const taken = (measure: Measure) =>
    sources.some((source) =>
      source.node === 'tax'
        ? /^(tax|refund|credit-refund)\//.test(measure) && measure.includes(`/${source.tax}/`)
        : measure === `income/${source.income}`,
    );
  for (const [index, measure] of measures.entries()) {
    if (unitOf(measure) !== 'fen') return { path: at(index), problem: 'measure-not-money' };
    if (taken(measure)) return { path: at(index), problem: 'measure-in-base' };
  }
  return undefined;
}
