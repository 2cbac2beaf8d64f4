import { type Instant, toInstant } from '@lianyu/domain/kernel';

/** Where the platform takes the time from; nothing else in it asks the machine. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => toInstant(Date.now()) };

/** A clock that stands where it is put until it is let go: then it is the machine's. For scenarios and tests. */
export class SetClock implements Clock {
  #standing: number | undefined;

  now(): Instant {
    return toInstant(this.#standing ?? Date.now());
  }

  /** @param instant milliseconds since 1970; undefined lets the clock go. */
  set(instant: number | undefined): void {
    this.#standing = instant;
  }
}
