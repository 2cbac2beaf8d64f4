import type { RatioText } from '@lianyu/domain/money';
import type { ShareTerm } from '@lianyu/domain/sharing';

type Band = ShareTerm['allocation']['bands'][number];
type Years = Pick<Band, 'fromYear' | 'toYear'>;

/** One field of a sharing term that differs. A share is told by the years and the party that it is for. */
export type TermChange =
  | { readonly field: 'tax'; readonly tax: string; readonly before: string | undefined; readonly after: string | undefined }
  | { readonly field: 'start'; readonly before: ShareTerm['start']; readonly after: ShareTerm['start'] }
  | { readonly field: 'years' | 'level' | 'negative'; readonly before: string; readonly after: string }
  | { readonly field: 'ties'; readonly before: readonly string[]; readonly after: readonly string[] }
  | { readonly field: 'band'; readonly before: Band | undefined; readonly after: Band | undefined }
  | {
      readonly field: 'share';
      readonly years: Years;
      readonly party: string;
      readonly before: RatioText | undefined;
      readonly after: RatioText | undefined;
    };

/** What differs between two sharing terms, in the order in which the term is read. Nothing where either is missing. */
export function compareTerms(before: ShareTerm | undefined, after: ShareTerm | undefined): readonly TermChange[] {
  if (!before || !after) return [];
  return [
    ...inTaxes(before, after),
    ...(alike(before.start, after.start) ? [] : [{ field: 'start' as const, before: before.start, after: after.start }]),
    ...inWord('years', before.years, after.years),
    ...inBands(before.allocation.bands, after.allocation.bands),
    ...inWord('level', before.rounding.level, after.rounding.level),
    ...inWord('negative', before.rounding.negative, after.rounding.negative),
    ...(alike(before.rounding.ties, after.rounding.ties)
      ? []
      : [{ field: 'ties' as const, before: before.rounding.ties, after: after.rounding.ties }]),
  ];
}

function inTaxes(before: ShareTerm, after: ShareTerm): TermChange[] {
  const levels = (term: ShareTerm, tax: string) => {
    const found = term.base.taxes.filter((each) => each.tax === tax).map(({ level }) => level);
    return found.length === 0 ? undefined : found.join();
  };
  const named = [...new Set([...before.base.taxes, ...after.base.taxes].map(({ tax }) => tax))];
  return named
    .map((tax): TermChange => ({ field: 'tax', tax, before: levels(before, tax), after: levels(after, tax) }))
    .filter((change) => change.before !== change.after);
}

/** Bands are the same where their years are; otherwise one stretch of years went and another came. */
function inBands(before: readonly Band[], after: readonly Band[]): TermChange[] {
  const key = ({ fromYear, toYear }: Years) => `${fromYear}-${toYear ?? ''}`;
  const gone = before.filter((band) => !after.some((other) => key(other) === key(band)));
  const changes: TermChange[] = gone.map((band) => ({ field: 'band', before: band, after: undefined }));
  for (const band of after) {
    const earlier = before.find((other) => key(other) === key(band));
    if (earlier) changes.push(...inShares(earlier, band));
    else changes.push({ field: 'band', before: undefined, after: band });
  }
  return changes;
}

function inShares(before: Band, after: Band): TermChange[] {
  const years = { fromYear: after.fromYear, toYear: after.toYear };
  const parties = [...new Set([...before.shares, ...after.shares].map(({ party }) => party))];
  const of = (band: Band, party: string) => band.shares.find((share) => share.party === party)?.ratio;
  return parties
    .map((party) => ({ field: 'share' as const, years, party, before: of(before, party), after: of(after, party) }))
    .filter((change) => !alike(change.before, change.after));
}

function inWord(field: 'years' | 'level' | 'negative', before: string, after: string): TermChange[] {
  return before === after ? [] : [{ field, before, after }];
}

const alike = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
