import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore, type SqliteEventStore } from '@lianyu/event-store/sqlite';
import { newEvents } from './events.ts';

export interface BenchStore {
  readonly store: SqliteEventStore;
  readonly path: string;
  close(): Promise<void>;
}

/** A store of the benchmark's own, gone when it is closed. */
export function openStore(folder: string): BenchStore {
  const own = mkdtempSync(join(folder, 'store-'));
  const path = join(own, 'events.sqlite');
  const store = openSqliteStore({ path, ledgerCategories: ['negotiation'] });
  return {
    store,
    path,
    async close() {
      await store.close();
      rmSync(own, { recursive: true });
    },
  };
}

/** Streams of `length` events each, as long as there are fewer than `count` events. */
export async function fill({ store }: BenchStore, count: number, length: number, progress: (done: number) => void = () => {}): Promise<void> {
  const together = 10;
  for (let done = 0; done < count; done += together * length) {
    const streams = Array.from({ length: Math.min(together, (count - done) / length) }, (_, index) => `negotiation-${done / length + index}`);
    await Promise.all(streams.map((stream) => store.append(stream, 'no-stream', newEvents(length))));
    progress(done);
  }
}
