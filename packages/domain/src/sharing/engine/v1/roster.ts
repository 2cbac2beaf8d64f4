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

export const zeros = (length: number): bigint[] => new Array<bigint>(length).fill(0n);
