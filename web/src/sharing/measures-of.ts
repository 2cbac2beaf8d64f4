import { type Measure, measures, type SharingTerm } from '@lianyu/domain/sharing';

const known: ReadonlySet<string> = new Set(measures);

/** The measures that a term looks at: those that it names, and those of its base, gross where the terms convert. */
export function measuresOf(term: SharingTerm): readonly Measure[] {
  const found = new Set<Measure>();
  const named = (value: unknown): void => {
    if (typeof value === 'string' && known.has(value)) found.add(value as Measure);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(named);
  };
  named(term);
  if (term.node === 'money') for (const source of term.base.sources) for (const code of sourceMeasures(source)) found.add(code);
  if (term.node === 'statistics')
    for (const { indicators } of term.bands) for (const { indicator } of indicators) found.add(`indicator/${indicator}`);
  if (term.node === 'quota')
    for (const movement of ['granted', 'transferred', 'used', 'returned'] as const) found.add(`quota/${term.quota}/${movement}`);
  return measures.filter((code) => found.has(code));
}

type Source = Extract<SharingTerm, { node: 'money' }>['base']['sources'][number];

function sourceMeasures(source: Source): Measure[] {
  if (source.node === 'income') return [`income/${source.income}`];
  const level = source.conversion.node === 'as-reported' ? source.level : 'gross';
  const taxes = [source.tax, ...(source.successor === undefined || source.successor === 'none' ? [] : [source.successor])];
  return taxes.flatMap((tax): Measure[] => [`tax/${tax}/${level}`, `refund/${tax}/${level}`, `credit-refund/${tax}/${level}`]);
}
