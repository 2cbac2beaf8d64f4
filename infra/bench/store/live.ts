import { setTimeout as pause } from 'node:timers/promises';
import { newEvent } from './events.ts';
import { type Bound, boundOf, quantile, rounded, type Scale } from './figure.ts';
import { openStore } from './store.ts';

const PER_SECOND = 1_000;

/** From the moment when an append is acknowledged until a subscriber of the whole log holds the event. */
export async function liveMs(folder: string, { quick }: Scale): Promise<Bound> {
  const opened = openStore(folder);
  const ending = new AbortController();
  const acknowledged = new Map<string, number>();
  const delivered = new Map<string, number>();
  const following = (async () => {
    for await (const delivery of opened.store.subscribe({ signal: ending.signal }))
      if (delivery.kind === 'event') delivered.set(delivery.event.id, performance.now());
  })();
  const count = PER_SECOND * (quick ? 3 : 20);
  const begun = performance.now();
  const appends: Promise<void>[] = [];
  for (let sent = 0; sent < count; ) {
    const due = Math.min(count, Math.floor(((performance.now() - begun) * PER_SECOND) / 1_000));
    for (; sent < due; sent += 1) {
      const event = newEvent();
      appends.push(opened.store.append(`negotiation-${sent}`, 'no-stream', [event]).then(() => void acknowledged.set(event.id, performance.now())));
    }
    await pause(1);
  }
  await Promise.all(appends);
  while (delivered.size < count) await pause(1);
  ending.abort();
  await following;
  await opened.close();
  const delays = [...acknowledged].map(([id, at]) => Math.max(0, (delivered.get(id) ?? Number.POSITIVE_INFINITY) - at));
  const [p50, p99] = [rounded(quantile(delays, 0.5)), rounded(quantile(delays, 0.99))];
  return boundOf({
    what: `acknowledged → subscriber at ${PER_SECOND} appends/s, 99th percentile`,
    measured: p99,
    unit: 'ms',
    atMost: 10,
    more: { p50, p99 },
  });
}
