/**
 * Everybody who may stand in a line, in one order: parties and bodies get an index, amounts are kept in arrays by it. The
 * order is that in which they are first named.
 */
export interface Roster {
  readonly ids: readonly string[];
  readonly indexOf: (id: string) => number;
}

export function rosterOf(named: Iterable<string>): Roster {
  const index = new Map<string, number>();
  for (const id of named) if (!index.has(id)) index.set(id, index.size);
  return {
    ids: [...index.keys()],
    indexOf(id) {
      return index.get(id) ?? -1;
    },
  };
}

export function zeros(length: number): bigint[] {
  const amounts: bigint[] = [];
  for (let at = 0; at < length; at += 1) amounts.push(0n);
  return amounts;
}

/** `base.sources.0`; written once, since a step names one for every source of every stretch. Terms have at most twenty. */
export const sourcePath = (at: number): string => SOURCE_PATHS[at] ?? `base.sources.${at}`;
const SOURCE_PATHS: readonly string[] = Array.from({ length: 20 }, (_, at) => `base.sources.${at}`);
