/** One row of values along the years (or periods): as bars that stand on each other, or as a line. Numbers are for drawing only (MN-1). */
export interface Series {
  readonly name: string;
  readonly draw: 'bar' | 'line';
  /** Bars of one stack stand on each other; a line has none. */
  readonly stack?: string;
  /** Which of the colours of shares it has, by the place of the party. */
  readonly colour: number;
  readonly dashed?: boolean;
  readonly values: readonly (number | undefined)[];
}

export interface Drawing {
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** What the axis counts in: 万元. */
  readonly unit: string;
}

/** Fen as ten thousand yuan, near enough for a bar. */
export const tenThousandYuan = (fen: bigint): number => Number(fen / 10_000n) / 100;

export const shareColours = ['--share-a', '--share-b', '--share-c', '--share-d'] as const;
