import { openSqliteStore } from '@lianyu/event-store/sqlite';

/** A process of its own: how much its memory grows while a subscriber reads the whole log. Told in bytes. */
const store = openSqliteStore({ path: process.argv[2] ?? '', ledgerCategories: ['negotiation'] });
process.on('disconnect', () => process.exit());

await store.readAll({ limit: 1 });
globalThis.gc?.();
const before = process.memoryUsage().rss;
let highest = before;
let events = 0;
let folded = 0;
for await (const delivery of store.subscribe()) {
  if (delivery.kind === 'caught-up') break;
  if (delivery.kind !== 'event') continue;
  folded += (delivery.event.data as { amount: number }).amount;
  events += 1;
  if (events % 2_000 === 0) highest = Math.max(highest, process.memoryUsage().rss);
}
process.send?.({ before, highest, events, folded });
await store.close();
process.disconnect();
