import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import type { EventStore, Position } from '../port.ts';
import { eventsOf, expectedOf } from './batches.ts';
import type { Batch, Line } from './lines.ts';

/**
 * Appends from several sides at once, in streams of their own and in one that all share, and follows the log, until the
 * process is killed. `round` names the streams; the subscriber goes on after `seen`.
 */
export function load(store: EventStore, { round, seen }: { round: string; seen: string }): void {
  for (let writer = 0; writer < 8; writer += 1) void write(store, `negotiation-${round}-${writer}`, writer);
  void follow(store, seen === '' ? undefined : (BigInt(seen) as Position));
}

async function write(store: EventStore, own: string, writer: number): Promise<void> {
  for (let revision = -1n, turn = 0; ; turn += 1) {
    const shared = turn % 3 === 2;
    const expected = shared ? 'any' : revision < 0n ? 'no-stream' : String(revision);
    const ids = Array.from({ length: 1 + ((turn * 7 + writer) % 6) }, () => randomUUID());
    const batch: Batch = { id: `${own}-${turn}`, stream: shared ? 'negotiation-shared' : own, expected, ids };
    say({ kind: 'sends', batch });
    const { revision: last } = await store.append(batch.stream, expectedOf(batch), eventsOf(batch));
    say({ kind: 'stored', batch: batch.id, first: String(last - BigInt(ids.length) + 1n) });
    if (!shared) revision = last;
  }
}

async function follow(store: EventStore, after: Position | undefined): Promise<void> {
  for await (const delivery of store.subscribe(after === undefined ? {} : { after })) {
    if (delivery.kind === 'event') say({ kind: 'seen', position: String(delivery.event.position), id: delivery.event.id });
  }
}

function say(line: Line): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}
