import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { ledgerCategories } from '@lianyu/domain/kernel';
import { openSqliteStore } from '@lianyu/event-store/sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projections } from './folds/index.ts';
import type { Change, ReadStore, ServedDocument } from './read-store.ts';
import { compareWithRebuild } from './rebuild.ts';
import { createRunner } from './runner.ts';
import { openSqliteReadStore } from './sqlite/index.ts';
import { inFolder } from './testing/folder.fixtures.ts';

/** More is a matter of patience: `CRASH_ROUNDS=100 npm test -- packages/projections/src/crash`. */
const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 5);
const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);

test(
  `PR-2 PR-3.1 a runner killed again and again misses nothing and applies nothing twice (CRASH_SEED=${seed})`,
  async () => {
    await inFolder(async (inside) => {
      const kills = fc.sample(fc.integer({ min: 1, max: 90 }), { numRuns: ROUNDS, seed });
      let torn = 0;
      for (const lines of kills) {
        await killedAfter(lines, dirname(inside('read.sqlite')));
        const { store, readStore, close } = open(inside);
        // As the crash left it, before anything is caught up: the documents are those of the log up to the checkpoint.
        const head = await store.head();
        if (readStore.checkpoint() !== head) torn += 1;
        const compared = await compareWithRebuild({ store, readStore, projections });
        expect(compared).toEqual({ position: readStore.checkpoint(), equal: true, differences: [] });
        expectWhole(readStore);
        await close();
      }
      // Otherwise none of the kills fell between an append and its documents.
      expect(torn).toBeGreaterThan(0);

      const { store, readStore, close } = open(inside);
      const runner = createRunner({ store, readStore, projections });
      runner.start();
      await runner.caughtUp();
      expect(readStore.checkpoint()).toBe(await store.head());
      expect(readStore.feed().seq).toBeGreaterThan(ROUNDS * 25);
      expect((await compareWithRebuild({ store, readStore, projections })).equal).toBe(true);
      expectWhole(readStore);
      await runner.stop();
      await close();
    });
  },
  30_000 + ROUNDS * 10_000,
);

function open(inside: (name: string) => string) {
  const store = openSqliteStore({ path: inside('events.sqlite'), ledgerCategories });
  const readStore = openSqliteReadStore({ path: inside('read.sqlite') });
  return {
    store,
    readStore,
    async close() {
      readStore.close();
      await store.close();
    },
  };
}

/** Runs until it has appended so many times, or all there is, and is then killed wherever it is. */
async function killedAfter(lines: number, folder: string): Promise<void> {
  const script = new URL('./testing/running.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, folder, String(seed)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise<unknown>((done) => child.once('close', (code, signal) => done(signal ?? code)));
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    seen += 1;
    if (seen === lines || line === 'done') child.kill('SIGKILL');
  }
  expect(await exited).toBe('SIGKILL');
}

interface ServedStep extends Pick<ServedDocument, 'kind' | 'key' | 'audience' | 'version'> {
  readonly removed: boolean;
}

/** Every step of every document is in the feed once, in order, up to the version that is served; every command is through once. */
function expectWhole(readStore: ReadStore): void {
  const changes = readStore.changes(0, Number.MAX_SAFE_INTEGER) ?? [];
  expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_, index) => index + 1));
  const last = new Map<string, ServedStep>();
  for (const change of changes) {
    if (change.op === 'through') continue;
    const { kind, key, audience, version } = change.op === 'put' ? change.document : change;
    const identity = JSON.stringify([kind, key, audience]);
    expect(version, identity).toBe((last.get(identity)?.version ?? 0) + 1);
    last.set(identity, { kind, key, audience, version, removed: change.op === 'remove' });
  }
  for (const { kind, key, audience, version, removed } of last.values()) {
    expect(readStore.get(kind, key, [audience])?.version).toBe(removed ? undefined : version);
  }
  const through = changes.filter((change): change is Extract<Change, { op: 'through' }> => change.op === 'through').map(({ commandId }) => commandId);
  expect(new Set(through).size).toBe(through.length);
}
