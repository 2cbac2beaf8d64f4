/** One figure of the benchmark: what we do against what the machine can do, measured in turns within the same run. */
export interface Figure {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  readonly baseline: number;
  readonly baselineOf: string;
  /** `measured / baseline`: 1 is as good as the baseline, more is better. */
  readonly ratio: number;
  readonly target: number;
  readonly met: boolean;
  /** What no store of this kind could exceed on this machine, measured in the same turns. */
  readonly limit?: Limit;
}

export interface Limit {
  readonly what: string;
  readonly ratio: number;
}

/** A figure that has no baseline: it is held against a bound, and less is better. */
export interface Bound {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  readonly atMost: number;
  readonly met: boolean;
  readonly more?: Readonly<Record<string, number>>;
}

/** How much to do: `--quick` finishes within a minute. */
export interface Scale {
  readonly quick: boolean;
  readonly rounds: number;
  /** What one round of one side may take. */
  readonly roundMs: number;
}

/** One round: how many of the figure's unit were done in a second. */
export type Round = () => Promise<number> | number;

/** What was measured, what it is held against, and for some figures what limits it; each the median of its rounds. */
export interface Medians {
  readonly measured: number;
  readonly baseline: number;
  readonly limiting: number;
}

/** All sides in turns, since a shared machine drifts while it is measured: A B A B …, and the median of each. The first round warms up. */
export async function inTurns(rounds: number, measured: Round, baseline: Round, limiting: Round = () => Number.NaN): Promise<Medians> {
  const [ours, bare, limits]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round <= rounds; round += 1) {
    ours.push(await measured());
    bare.push(await baseline());
    limits.push(await limiting());
  }
  const settled = (values: readonly number[]) => median(values.slice(1));
  return { measured: settled(ours), baseline: settled(bare), limiting: settled(limits) };
}

/** Repeats `work`, which answers how much it did, at least once and until the time is over; what was done in a second. */
export async function perSecond(milliseconds: number, work: () => Promise<number> | number): Promise<number> {
  const begun = performance.now();
  let done = 0;
  let elapsed: number;
  do {
    done += await work();
    elapsed = performance.now() - begun;
  } while (elapsed < milliseconds);
  return (done * 1_000) / elapsed;
}

export function figureOf(
  told: Pick<Figure, 'what' | 'unit' | 'baselineOf' | 'target'>,
  { measured, baseline }: Pick<Medians, 'measured' | 'baseline'>,
  limit?: Limit,
): Figure {
  const ratio = rounded(measured / baseline);
  const figure = { ...told, measured: Math.round(measured), baseline: Math.round(baseline), ratio, met: ratio >= told.target };
  return limit === undefined ? figure : { ...figure, limit };
}

export function boundOf(told: Omit<Bound, 'met'>): Bound {
  return { ...told, met: told.measured <= told.atMost };
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);
export const rounded = (value: number) => Math.round(value * 100) / 100;
