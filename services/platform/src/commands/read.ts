import { type AnyEvent, recorded } from '@lianyu/domain/events';
import type { Recorded } from '@lianyu/domain/kernel';
import { type EventStore, limits, type Position } from '@lianyu/event-store';

/** A stream is read to its end, page by page: a decision on half of it would be wrong. */
export async function readWhole(
  store: Pick<EventStore, 'readStream'>,
  stream: string,
): Promise<{ events: Recorded<AnyEvent>[]; position: Position | undefined }> {
  const events: Recorded<AnyEvent>[] = [];
  let position: Position | undefined;
  for (;;) {
    const page = await store.readStream(stream, { from: BigInt(events.length), limit: limits.readEvents });
    events.push(...page.map(recorded));
    position = page.at(-1)?.position ?? position;
    if (page.length < limits.readEvents) return { events, position };
  }
}
