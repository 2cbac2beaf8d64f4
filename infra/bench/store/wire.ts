import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type KurrentEventStore, openKurrentStore } from '@lianyu/event-store/kurrentdb';
import { writers } from './appending.ts';
import { newEvents } from './events.ts';
import { type Figure, figureOf, inTurns, perSecond, rounded, type Scale } from './figure.ts';
import { readWhole } from './reading.ts';

const storeNode = fileURLToPath(new URL('../../../services/store-node/src/main.ts', import.meta.url));
const bareEndpoint = fileURLToPath(new URL('./bare-endpoint.ts', import.meta.url));

/** The adapter and a store node, against the same adapter and an endpoint that stores nothing: what is left is the store's. */
export async function wire(folder: string, { rounds, roundMs, quick }: Scale): Promise<{ wireAppend: Figure; wireRead: Figure }> {
  const size = quick ? 10_000 : 50_000;
  const node = await connect(storeNode, ['--data', mkdtempSync(join(folder, 'node-')), '--port', '0']);
  const bare = await connect(bareEndpoint, [String(size)]);
  const onDisk = await connect(bareEndpoint, ['0', join(folder, 'wire.log')]);
  for (let done = 0; done < size; done += 1_000)
    await Promise.all(Array.from({ length: 10 }, (_, index) => node.store.append(`negotiation-${done / 100 + index}`, 'no-stream', newEvents(100))));
  const read = (store: KurrentEventStore) => () => perSecond(0, () => readWhole(store));
  const wireRead = figureOf(
    { what: 'the whole log through the adapter', unit: 'events/s', baselineOf: 'the same adapter, an endpoint with prepared bytes', target: 0.6 },
    await inTurns(rounds, read(node.store), read(bare.store)),
  );
  const appending = await inTurns(rounds, writers(node.store, 1, roundMs), writers(bare.store, 1, roundMs), writers(onDisk.store, 1, roundMs));
  const wireAppend = figureOf(
    {
      what: 'one writer through the adapter, one event per append',
      unit: 'events/s',
      baselineOf: 'the same adapter, an endpoint that stores nothing',
      target: 0.7,
    },
    appending,
    {
      what: 'the endpoint of the baseline, which appends 400 bytes and waits for fdatasync before it answers: an engine that costs nothing else',
      ratio: rounded(appending.limiting / appending.baseline),
    },
  );
  for (const { store, process } of [node, bare, onDisk]) {
    await store.close();
    process.stdin?.end();
    process.kill();
  }
  return { wireAppend, wireRead };
}

/** A server in a process of its own, and the adapter connected to it; it ends with us. */
async function connect(script: string, args: readonly string[]): Promise<{ store: KurrentEventStore; process: ChildProcess }> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, LIANYU_EXIT_WITH_PARENT: '1' },
  });
  const ready = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
  const port = /(\d+)(\?|$)/.exec(ready)?.[1];
  return { store: await openKurrentStore({ url: `esdb://127.0.0.1:${port}?tls=false`, ledgerCategories: [] }), process: child };
}
