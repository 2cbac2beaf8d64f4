import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreError } from '../port.ts';
import { faultOf, isOurs } from './fault.ts';

/** How long a call is tried again while its store cannot answer. */
export interface Patience {
  readonly forMs: number;
  /** Aborted when the store is closed. */
  readonly closing: AbortSignal;
}

/**
 * Does `work` until it succeeds, fails for good, or the time is over; then rejects with what failed last. `work` is told how
 * often it was tried before.
 */
export async function patiently<Result>({ forMs, closing }: Patience, stream: string, work: (tried: number) => Promise<Result>): Promise<Result> {
  const begun = performance.now();
  for (let tried = 0; ; tried += 1) {
    try {
      return await work(tried);
    } catch (cause) {
      if (closing.aborted && isOurs(cause)) throw new EventStoreError('STORE_CLOSED', {}, cause);
      const { error, passing } = faultOf(cause, stream);
      const wait = waitFor(tried);
      if (!passing || performance.now() - begun + wait > forMs) throw error;
      if (!(await pauseUnless(closing, wait))) throw new EventStoreError('STORE_CLOSED', {}, error);
    }
  }
}

const FIRST_MS = 20;
const LONGEST_MS = 3_000;

/** Doubled each time, up to a few seconds, and spread so that those who were cut off together do not come back together. */
export function waitFor(tried: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** tried) * (0.5 + Math.random() / 2);
}

/** False as soon as the signal is aborted. */
export async function pauseUnless(signal: AbortSignal, milliseconds: number): Promise<boolean> {
  await pause(milliseconds, undefined, { signal }).catch(() => {});
  return !signal.aborted;
}
