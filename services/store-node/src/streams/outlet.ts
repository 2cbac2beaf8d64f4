import type { EventEmitter } from 'node:events';

/** The part of a gRPC stream of responses that is written to. */
interface Sink<Message> extends EventEmitter {
  readonly cancelled: boolean;
  write(message: Message): boolean;
}

/** Where responses go, as fast as their reader takes them and no faster. */
export interface Outlet<Message> {
  /** Aborted when the call is over, whoever ended it. */
  readonly over: AbortSignal;
  /** Writes, then waits for as long as the reader is behind; false when the call is over. Waits for nothing while there is room. */
  write(message: Message): boolean | Promise<boolean>;
}

/** gRPC lets a stream hold a handful of messages: with that and its page, a slow reader costs a cursor. */
export function openOutlet<Message>(call: Sink<Message>): Outlet<Message> {
  const over = new AbortController();
  const end = () => over.abort();
  call.once('cancelled', end);
  call.once('close', end);
  if (call.cancelled) end();

  function room(): Promise<boolean> {
    return new Promise((resolve) => {
      function done(): void {
        call.off('drain', done);
        over.signal.removeEventListener('abort', done);
        resolve(!over.signal.aborted);
      }
      call.once('drain', done);
      over.signal.addEventListener('abort', done);
    });
  }

  return {
    over: over.signal,
    write(message) {
      if (over.signal.aborted) return false;
      return call.write(message) || room();
    },
  };
}
