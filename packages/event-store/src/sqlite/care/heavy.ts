import { Worker } from 'node:worker_threads';
import { EventStoreError, type EventStoreErrorCode } from '../../port.ts';
import type { Copied, Copying } from './copy.ts';
import type { Finding } from './integrity.ts';
import type { Progress, Step } from './progress.ts';

/** What takes as long as reading a whole file: what it is given and what it comes to. */
export interface Tasks {
  readonly check: { readonly given: { readonly path: string }; readonly result: readonly Finding[] };
  readonly copy: { readonly given: Copying; readonly result: Copied };
  readonly restore: { readonly given: Copying; readonly result: Copied };
}

/** What the thread tells. */
export type HeavyTold =
  | { readonly kind: 'progress'; readonly step: Step }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly code: EventStoreErrorCode; readonly data: Readonly<Record<string, string>> };

/**
 * Runs the task in a thread of its own, so that it does not hold the process. Abort ends the thread where it is; what it
 * was making stays unfinished and is not taken for whole.
 * @throws EventStoreError, or the signal's reason
 */
export function inWorker<Kind extends keyof Tasks>(
  kind: Kind,
  given: Tasks[Kind]['given'],
  { progress = () => {}, signal }: { progress?: Progress; signal?: AbortSignal } = {},
): Promise<Tasks[Kind]['result']> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const worker = new Worker(new URL('./heavy-worker.ts', import.meta.url), { workerData: { kind, given } });
    const abort = () => void worker.terminate();
    signal?.addEventListener('abort', abort);
    worker.on('message', (told: HeavyTold) => {
      if (told.kind === 'progress') progress(told.step);
      else if (told.kind === 'done') resolve(told.result as Tasks[Kind]['result']);
      else reject(new EventStoreError(told.code, told.data));
    });
    worker.on('error', (cause) => reject(new EventStoreError('STORE_FAILED', { problem: 'thread' }, cause)));
    worker.on('exit', () => {
      signal?.removeEventListener('abort', abort);
      reject(signal?.aborted ? signal.reason : new EventStoreError('STORE_FAILED', { problem: 'thread' }));
    });
  });
}
