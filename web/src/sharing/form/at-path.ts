import { isRecord, type Rough, type RoughRecord } from './rough.ts';

/** A copy in which one place is another, `bands.0.fromYear`; everything beside the way there stays the same object. */
export function withAt(value: Rough | undefined, path: string, next: Rough | undefined): Rough | undefined {
  return replaced(value, path === '' ? [] : path.split('.'), next);
}

function replaced(value: Rough | undefined, [first, ...rest]: readonly string[], next: Rough | undefined): Rough | undefined {
  if (first === undefined) return next;
  if (Array.isArray(value)) return value.map((each: Rough, index) => (String(index) === first ? (replaced(each, rest, next) ?? '') : each));
  const record: RoughRecord = isRecord(value) ? value : {};
  const { [first]: before, ...others } = record;
  const after = replaced(before, rest, next);
  return after === undefined ? others : { ...record, [first]: after };
}
