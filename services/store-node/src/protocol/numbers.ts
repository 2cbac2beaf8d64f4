import type { Position } from '@lianyu/event-store';

/** The engine's largest revision and position, EventStoreDB's largest int64: beyond every event. */
export const LARGEST = 9_223_372_036_854_775_807n;

/** A uint64 of the wire as a revision or position; what is larger than the engine can hold lies beyond the end just the same. */
export function unsigned(text: string): bigint {
  const value = BigInt.asUintN(64, BigInt(text));
  return value > LARGEST ? LARGEST : value;
}

/** Commit and prepare position are one: the engine has no transactions that span others. */
export function position(commit: string): Position {
  return unsigned(commit) as Position;
}

/** Ticks of 100 ns since the Unix epoch, as `created` tells them. */
export function ticks(date: Date): string {
  const milliseconds = date.getTime();
  return milliseconds === 0 ? '0' : `${milliseconds}0000`;
}
