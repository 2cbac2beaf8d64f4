import { join } from 'node:path';
import type { EventStore } from '@lianyu/event-store';
import { openBare } from './bare-sqlite.ts';
import { newEvent, newEvents } from './events.ts';
import { type Figure, figureOf, inTurns, perSecond, type Round, rounded, type Scale } from './figure.ts';
import { rawDisk, rawPages } from './raw-disk.ts';
import { fill, openStore } from './store.ts';

const RAW = 'append of 400 bytes and fdatasync, events/s';

export async function append1(folder: string, { rounds, roundMs }: Scale): Promise<Figure> {
  const opened = openStore(folder);
  const told = { what: 'one writer, one event per append', unit: 'events/s', baselineOf: RAW, target: 0.75 };
  const medians = await inTurns(rounds, writers(opened.store, 1, roundMs), rawDisk(folder, roundMs), rawPages(folder, roundMs));
  await opened.close();
  return figureOf(told, medians, {
    what: 'two pages written in place and fsync, all that SQLite does for an append, and nothing else',
    ratio: rounded(medians.limiting / medians.baseline),
  });
}

export async function append64(folder: string, { rounds, roundMs }: Scale): Promise<Figure> {
  const opened = openStore(folder);
  const told = { what: '64 writers, one event per append', unit: 'events/s', baselineOf: RAW, target: 4 };
  const figure = figureOf(told, await inTurns(rounds, writers(opened.store, 64, roundMs), rawDisk(folder, roundMs)));
  await opened.close();
  return figure;
}

export async function batch100(folder: string, { rounds, roundMs }: Scale): Promise<Figure> {
  const opened = openStore(folder);
  const bare = openBare(join(folder, 'bare.sqlite'), opened.path);
  const told = {
    what: '100 events per append',
    unit: 'events/s',
    baselineOf: 'bare node:sqlite insert loop, same tables and indexes, 100 per transaction',
    target: 0.8,
  };
  let stream = 0;
  const measured = () =>
    perSecond(roundMs, async () => {
      await opened.store.append(`negotiation-${stream++}`, 'no-stream', newEvents(100));
      return 100;
    });
  const baseline = () =>
    perSecond(roundMs, () => {
      bare.append(`negotiation-${stream++}`, newEvents(100));
      return 100;
    });
  const figure = figureOf(told, await inTurns(rounds, measured, baseline));
  bare.close();
  await opened.close();
  return figure;
}

/** The same writers on a large log and on one of 10,000 events, which is made anew for each round. */
export async function append64AtSize(folder: string, { rounds, roundMs }: Scale, large: EventStore, size: number): Promise<Figure> {
  const told = {
    what: `append64 with ${size.toLocaleString('en')} events in the log`,
    unit: 'events/s',
    baselineOf: 'append64 with 10,000 events in the log',
    target: 0.85,
  };
  const baseline: Round = async () => {
    const small = openStore(folder);
    await fill(small, 10_000, 100);
    const done = await writers(small.store, 64, roundMs)();
    await small.close();
    return done;
  };
  return figureOf(told, await inTurns(rounds, writers(large, 64, roundMs), baseline));
}

let writer = 0;

/** So many writers at once, each on a stream of its own, each waiting for its append before the next. */
export function writers(store: EventStore, count: number, milliseconds: number): Round {
  return async () => {
    const each = await Promise.all(
      Array.from({ length: count }, () => {
        const stream = `negotiation-writer${writer++}`;
        let revision = -1n;
        return perSecond(milliseconds, async () => {
          ({ revision } = await store.append(stream, revision < 0n ? 'no-stream' : revision, [newEvent()]));
          return 1;
        });
      }),
    );
    return each.reduce((sum, one) => sum + one, 0);
  };
}
