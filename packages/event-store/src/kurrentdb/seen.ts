import type { Position } from '../port.ts';

/** What is known of the log without asking. */
export interface Seen {
  read(position: Position): void;
  /** An append of ours was stored; this is where its last event stands. */
  appended(position: Position): void;
  /** The highest position that was ever read or acknowledged. */
  highest(): bigint;
  /** Where the log ended when an append of ours was stored, unless more has been seen since. */
  end(): Position | undefined;
}

export function openSeen(): Seen {
  let highest = 0n;
  let end: Position | undefined;
  const read = (position: bigint) => {
    if (position > highest) highest = position;
  };
  return {
    read,
    appended(position) {
      if (position >= highest) end = position;
      read(position);
    },
    highest: () => highest,
    end: () => (end === highest ? end : undefined),
  };
}
