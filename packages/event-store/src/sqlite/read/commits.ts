/** Tells whoever waits at the end of the log that it may go on. Waiting costs one entry, not a buffer. */
export interface Commits {
  happened(): void;
  /** Resolves at the next commit or when the signal is aborted, whichever is first. */
  next(signal: AbortSignal): Promise<void>;
}

export function watchCommits(): Commits {
  let waiting = new Set<() => void>();
  return {
    happened() {
      const woken = waiting;
      waiting = new Set();
      for (const wake of woken) wake();
    },
    next(signal) {
      if (signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        function wake(): void {
          waiting.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        }
        waiting.add(wake);
        signal.addEventListener('abort', wake);
      });
    },
  };
}
