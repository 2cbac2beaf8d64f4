import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ClientReadableStream } from '@grpc/grpc-js';

/** A call's messages, taken one by one: what is not taken is not read off the connection, so that a slow reader holds no buffer. */
export interface Inbox {
  /** The next message; `quiet` when none came within so many milliseconds, `ended` when none will come. Rejects as the call fails. */
  next(quietAfter?: number): Promise<ReadResp | 'quiet' | 'ended'>;
  close(): void;
}

export function openInbox(call: ClientReadableStream<ReadResp>, signal: AbortSignal): Inbox {
  let wake: () => void = () => {};
  let failed: { readonly cause: unknown } | undefined;
  let over = false;
  const end = () => {
    over = true;
    wake();
  };
  call.on('readable', () => wake());
  call.on('end', end);
  call.on('error', (cause) => {
    failed = { cause };
    wake();
  });
  signal.addEventListener('abort', end);
  if (signal.aborted) over = true;

  function woken(within: number | undefined): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = within === undefined ? undefined : setTimeout(() => resolve(false), within);
      wake = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }

  return {
    async next(quietAfter) {
      for (;;) {
        if (signal.aborted) return 'ended';
        const message: ReadResp | null = call.read();
        if (message !== null) return message;
        if (failed) throw failed.cause;
        if (over) return 'ended';
        if (!(await woken(quietAfter))) return 'quiet';
      }
    },
    close() {
      signal.removeEventListener('abort', end);
      call.cancel();
    },
  };
}
