import { join } from 'node:path';
import { type NegotiationId, negotiationId } from '@lianyu/domain/kernel';
import type { StoredEvent } from '@lianyu/event-store';
import { content, digestOf, TestPlatform } from '@lianyu/platform/fixtures';
import { NOTE as PROCESSES_SEEN } from '@lianyu/platform/processes';
import { BAYANNUR, clear, must, signAndSeal, XIAN } from '@lianyu/platform/walk/fixtures';
import { appendCopies } from './copies.ts';
import type { Standing } from './messages.ts';

// The whole platform as it runs, over a log of many agreements.
const copies = Number(process.argv[2]);
const OFFICE = 'coordination-office.coordinator';
const TITLE = '试验协议';

const platform = new TestPlatform();
process.on('disconnect', () => void platform.close().finally(() => process.exit()));
await platform.play();

const agreement = await agreed();
const original = await eventsAbout(agreement);
await platform.platform.processes.stop();
const { store, vault } = platform.platform;
await appendCopies(store, original, agreement, TITLE, copies);
// What followed from the original was copied with it.
vault.setNote(PROCESSES_SEEN, String(await store.head()));
await platform.platform.close();
const began = performance.now();
await platform.open();
await platform.platform.runner.caughtUp();
const foldedMs = Math.round(performance.now() - began);

const account = (name: string) => ({ signInName: name, password: platform.account(name).password });
const standing: Standing = {
  url: await platform.platform.listen(),
  readModel: join(platform.dataDir, 'read.sqlite'),
  agreements: copies,
  events: original.length,
  agreement,
  accounts: { party: account(XIAN.officer), office: account(OFFICE) },
  foldedMs,
};
process.send?.(standing);

/** Two texts, each confirmed and taken through both parties' internal procedures; the last is signed: about sixty events. */
async function agreed(): Promise<NegotiationId> {
  const { subject } = await must(platform.give(XIAN.officer, 'table-proposal', { content: content('一'), note: '' }));
  const negotiation = negotiationId.parse(subject);
  await cleared(negotiation, '一', BAYANNUR);
  await must(platform.give(BAYANNUR.officer, 'counter-proposal', { negotiation, basis: digestOf('一'), content: content('二'), reason: '修改意见' }));
  await cleared(negotiation, '二', XIAN);
  for (const zone of [XIAN, BAYANNUR]) await signAndSeal(platform, zone, negotiation, digestOf('二'));
  await platform.settled();
  return negotiation;
}

async function cleared(negotiation: NegotiationId, text: string, answering: typeof XIAN): Promise<void> {
  const basis = digestOf(text);
  await must(platform.give(answering.officer, 'confirm-text', { negotiation, basis }));
  for (const zone of [XIAN, BAYANNUR]) await clear(platform, zone, negotiation, basis);
}

/** Everything in the log that stands in a stream of the agreement's. */
async function eventsAbout(id: string): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  for await (const event of every()) if (event.stream.includes(id)) found.push(event);
  return found;
}

async function* every(): AsyncIterable<StoredEvent> {
  for (let after: Parameters<typeof store.readAll>[0] = {}; ; ) {
    const page = await platform.platform.store.readAll({ ...after, limit: 1_000 });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < 1_000) return;
    after = { after: last.position };
  }
}
