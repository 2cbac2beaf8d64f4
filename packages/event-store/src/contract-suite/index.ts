import { describe } from 'vitest';
import { appending } from './appending.ts';
import { closing } from './closing.ts';
import type { OpenStore } from './harness.ts';
import { idempotency } from './idempotency.ts';
import { input } from './input.ts';
import { histories } from './model/histories.ts';
import { reading } from './reading.ts';
import { subscribing } from './subscribing.ts';
import { subscribingStream } from './subscribing-stream.ts';

export * from './harness.ts';
export { partOf } from './part.ts';

/** What every engine behind the port passes, rule by rule of `docs/spec/event-store.md`; `runs` is how often a property is tried. */
export function eventStoreContract(name: string, open: OpenStore, runs = 40): void {
  describe(name, () => {
    appending(open);
    idempotency(open, runs);
    input(open);
    reading(open);
    subscribing(open, runs);
    subscribingStream(open);
    closing(open);
    histories(open, 2 * runs);
  });
}
