import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StoredEvent } from '../../port.ts';
import { ids, type OpenStore, wholeLog } from '../harness.ts';
import { clients, type History, run } from './history.ts';
import { isLinearizable } from './linearizable.ts';

/** More is a matter of patience: `HISTORIES=2000 npm test -- contract`. */
const asked = Number(process.env['HISTORIES'] ?? 0);

export function histories(open: OpenStore, runs: number): void {
  const numRuns = asked || runs;
  describe('histories', () => {
    test(
      'ES-1 ES-10 ES-11 ES-19 EV-4 whatever clients do at the same time, each stream can be told as one order, and the log agrees with all',
      async () => {
        const { remove, close } = await open();
        await close();
        await fc.assert(
          fc.asyncProperty(clients(remove !== undefined), async (programs) => {
            const opened = await open();
            try {
              const history = await run(opened, programs);
              const log = await wholeLog(opened.store);
              for (const [stream, calls] of history.calls) {
                if (!isLinearizable(calls)) throw new Error(`no order of ${stream} explains ${JSON.stringify(calls, asText, 1)}`);
              }
              expectAgreement(history, log);
              for (const { follower, options } of history.followers) {
                const head = await opened.store.head();
                if (head !== undefined) await follower.past(head);
                await follower.stop();
                const wanted = log.filter(
                  ({ stream, position }) => position > (options.after ?? 0n) && (!options.filter || stream.startsWith('notes-')),
                );
                expect(ids(follower.events())).toEqual(ids(wanted));
              }
            } finally {
              await opened.close();
            }
          }),
          { numRuns },
        );
      },
      60_000 + numRuns * 500,
    );
  });
}

/** The log's order is that of every stream, of the answers, and of time; whatever page was read is a piece of it. */
function expectAgreement({ appends, pages }: History, log: readonly StoredEvent[]): void {
  const last = new Map<string, bigint>();
  for (const { stream, revision } of log) {
    expect(revision).toBe((last.get(stream) ?? -1n) + 1n);
    last.set(stream, revision);
  }
  const at = new Map(log.map((stored, index) => [stored.position, index]));
  for (const { position, stream, ids: appended } of appends) {
    const end = at.get(position) ?? -1;
    const stored = log.slice(end - appended.length + 1, end + 1);
    expect(stored.map((one) => [one.stream, one.id])).toEqual(appended.map((id) => [stream, id]));
  }
  for (const one of appends) for (const other of appends) if (one.answered < other.called) expect(one.position < other.position).toBe(true);
  for (const { after, limit, events, called } of pages) {
    const rest = log.filter(({ position }) => position > (after ?? 0n));
    expect(events).toEqual(rest.slice(0, events.length));
    const known = appends.filter(({ answered, position }) => answered < called && position > (after ?? 0n));
    const reached = events.at(-1)?.position ?? after ?? 0n;
    if (events.length < limit) expect(known.every(({ position }) => position <= reached)).toBe(true);
  }
}

const asText = (_: string, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value);
