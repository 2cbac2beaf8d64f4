import type { RoughRecord } from './rough.ts';

/** Fields that are asked only beside certain answers. */
const relevant: ReadonlyMap<string, (beside: RoughRecord) => boolean> = new Map([
  // 营业税 ended with 2016-04-30: only of it is asked what counts in its place.
  ['baseSource.tax.successor', (beside) => beside['tax'] === 'business'],
]);

export const isRelevant = (field: string, beside: RoughRecord): boolean => relevant.get(field)?.(beside) ?? true;
