/** One place in which what is recorded and what is computed are not the same. */
export interface Difference {
  readonly path: string;
  readonly recorded: unknown;
  readonly computed: unknown;
}

/** The places in which two plain values differ, the first `most` of them. */
export function differencesBetween(recorded: unknown, computed: unknown, most = 20, path = ''): Difference[] {
  if (Object.is(recorded, computed)) return [];
  if (!isNode(recorded) || !isNode(computed)) return [{ path, recorded: recorded ?? null, computed: computed ?? null }];
  const found: Difference[] = [];
  for (const key of new Set([...Object.keys(recorded), ...Object.keys(computed)])) {
    if (found.length >= most) break;
    found.push(...differencesBetween(recorded[key], computed[key], most - found.length, path === '' ? key : `${path}.${key}`));
  }
  return found;
}

function isNode(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
