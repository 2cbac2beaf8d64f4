import { EventStoreError, limits } from '../port.ts';

/** An argument that no engine accepts, named by its field. */
export function invalid(field: string, problem: string): EventStoreError {
  return new EventStoreError('INPUT_INVALID', { field, problem });
}

/** Throws LIMIT_EXCEEDED if `actual` is above the limit of that name. */
export function within(limit: keyof typeof limits, actual: number): void {
  if (actual > limits[limit]) throw new EventStoreError('LIMIT_EXCEEDED', { limit, allowed: String(limits[limit]), actual: String(actual) });
}
