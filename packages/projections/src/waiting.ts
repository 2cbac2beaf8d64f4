import type { Position } from '@lianyu/event-store';

/** Who waits until the documents have come to a position, and for the end. */
export function createWaiting() {
  const waiters = new Set<{ readonly position: Position; done(): void; fail(error: unknown): void }>();
  const { promise: end, resolve, reject } = Promise.withResolvers<void>();
  // Whoever does not look at the end learns of it by what it asks for next.
  end.catch(() => {});
  let at: Position | undefined;
  let over: { readonly error: unknown } | undefined;

  return {
    end,
    reached(position: Position): void {
      at = position;
      for (const waiter of waiters) {
        if (waiter.position > position) continue;
        waiters.delete(waiter);
        waiter.done();
      }
    },
    until(position: Position): Promise<void> {
      if (at !== undefined && at >= position) return Promise.resolve();
      if (over) return Promise.reject(over.error);
      return new Promise((done, fail) => waiters.add({ position, done, fail }));
    },
    /** The first call counts. Without an error: it was asked to end. */
    ended(error: unknown): void {
      if (over) return;
      over = { error: error ?? new Error('the runner was stopped') };
      if (error === undefined) resolve();
      else reject(error);
      for (const waiter of waiters) waiter.fail(over.error);
      waiters.clear();
    },
  };
}
