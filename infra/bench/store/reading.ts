import { DatabaseSync } from 'node:sqlite';
import type { EventStore, Position, StoredEvent } from '@lianyu/event-store';
import { type Figure, figureOf, inTurns, perSecond, type Scale } from './figure.ts';
import { fill, openStore } from './store.ts';

const columns = 'e.position, s.name AS stream, e.revision, e.id, e.type, e.data, e.metadata, e.stored_at';
const from = 'FROM events e JOIN streams s ON s.id = e.stream';

export async function readAll(folder: string, { rounds, quick }: Scale): Promise<Figure> {
  const opened = openStore(folder);
  await fill(opened, quick ? 50_000 : 200_000, 100);
  const bare = new DatabaseSync(opened.path, { readOnly: true });
  const all = bare.prepare(`SELECT ${columns} ${from} ORDER BY e.position`);
  const told = { what: 'the whole log, parsed', unit: 'events/s', baselineOf: 'bare SELECT and JSON.parse of data and metadata', target: 0.7 };
  const measured = () => perSecond(0, () => readWhole(opened.store));
  const baseline = () =>
    perSecond(0, () => {
      let seen = 0;
      for (const row of all.iterate()) {
        parsed(row);
        seen += 1;
      }
      return seen;
    });
  const figure = figureOf(told, await inTurns(rounds, measured, baseline));
  bare.close();
  await opened.close();
  return figure;
}

export async function rehydrate(folder: string, { rounds, roundMs }: Scale): Promise<Figure> {
  const opened = openStore(folder);
  await fill(opened, 10_000, 50);
  const bare = new DatabaseSync(opened.path, { readOnly: true });
  const stream = bare.prepare(`SELECT ${columns} ${from} WHERE s.name = ? ORDER BY e.revision`);
  const told = {
    what: 'read and fold one stream of 50 events, warm',
    unit: 'streams/s',
    baselineOf: 'bare SELECT of the same rows, parsed and folded',
    target: 0.5,
  };
  const name = (turn: number) => `negotiation-${turn % 20}`;
  let turn = 0;
  const measured = () =>
    perSecond(roundMs, async () => {
      amountOf(await opened.store.readStream(name(turn++)));
      return 1;
    });
  const baseline = () =>
    perSecond(roundMs, () => {
      amountOf(stream.all(name(turn++)).map((row) => ({ ...row, ...parsed(row) })));
      return 1;
    });
  const figure = figureOf(told, await inTurns(rounds, measured, baseline));
  bare.close();
  await opened.close();
  return figure;
}

/** How many events the log holds, read page by page as the port gives them. */
export async function readWhole(store: Pick<EventStore, 'readAll'>): Promise<number> {
  let seen = 0;
  for (let after: Position | undefined; ; ) {
    const page: readonly StoredEvent[] = await store.readAll(after === undefined ? {} : { after });
    const last = page.at(-1);
    if (!last) return seen;
    seen += page.length;
    after = last.position;
  }
}

function parsed(row: Record<string, unknown>): { data: unknown; metadata: unknown } {
  return { data: JSON.parse(row['data'] as string), metadata: JSON.parse(row['metadata'] as string) };
}

/** The fold: a sum, so that no event can be left out unnoticed. */
function amountOf(events: readonly { readonly data: unknown }[]): number {
  const sum = events.reduce((total, { data }) => total + (data as { amount: number }).amount, 0);
  if (events.length !== 50 || sum < 50_000_000) throw new Error('a stream of the benchmark is not as it was written');
  return sum;
}
