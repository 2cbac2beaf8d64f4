import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openSqliteStore } from '@lianyu/event-store/sqlite';
import { append64AtSize } from './appending.ts';
import { type Bound, boundOf, type Figure, rounded, type Scale } from './figure.ts';
import { fill, openStore } from './store.ts';

/** What a large log changes. It is filled once, through the engine, for both figures. */
export async function atSize(folder: string, scale: Scale): Promise<{ append64AtSize: Figure; catchUpRss: Bound }> {
  const size = scale.quick ? 200_000 : 5_000_000;
  const large = openStore(folder);
  await fill(large, size, 100, (done) => {
    if (done > 0 && done % 1_000_000 === 0) console.error(`  ${done.toLocaleString('en')} events …`);
  });
  await large.store.close();
  const catchUpRss = await memoryOfCatchUp(large.path, size);
  const again = openSqliteStore({ path: large.path, ledgerCategories: ['negotiation'] });
  const figure = await append64AtSize(folder, scale, again, size);
  await again.close();
  await large.close();
  return { append64AtSize: figure, catchUpRss };
}

async function memoryOfCatchUp(path: string, size: number): Promise<Bound> {
  const child = fork(fileURLToPath(new URL('./catch-up.ts', import.meta.url)), [path], { execArgv: ['--expose-gc'] });
  const exited = new Promise<never>((_, fail) => child.once('exit', (code) => fail(new Error(`the subscriber ended with ${code}`))));
  const told = new Promise<{ before: number; highest: number; events: number }>((done) => child.once('message', done));
  const { before, highest, events } = await Promise.race([told, exited]);
  // It holds the store until it is gone.
  await exited.catch(() => {});
  if (events !== size) throw new Error(`the subscriber saw ${events} of ${size} events`);
  const megabytes = (bytes: number) => rounded(bytes / 1_048_576);
  return boundOf({
    what: `memory while a subscriber reads ${size.toLocaleString('en')} events`,
    measured: megabytes(highest - before),
    unit: 'MiB',
    atMost: 150,
    more: { before: megabytes(before), highest: megabytes(highest) },
  });
}
