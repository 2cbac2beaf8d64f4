import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isNegotiationEvent } from '@lianyu/domain/events';
import { instant, ledgerCategories } from '@lianyu/domain/kernel';
import { openSqliteStore } from '@lianyu/event-store/sqlite';
import { attachLive, createCursors } from '@lianyu/platform/live';
import { viewerOf } from '@lianyu/platform/live/fixtures';
import { createRunner } from '@lianyu/projections';
import type { Projection } from '@lianyu/projections/folds';
import { openSqliteReadStore } from '@lianyu/projections/sqlite';
import { bodyOf, now } from './messages.ts';
import { tell, underLoad } from './pace.ts';

// The real pieces from the append to the socket: store, runner, read store, feed. Only the fold is the benchmark's own, so
// that each event is one row of a known size.
const folder = mkdtempSync(join(tmpdir(), 'lianyu-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const NEGOTIATION = '11111111-1111-4111-8111-111111111111';
const fold: Projection<{ count: number }> = {
  name: 'bench',
  version: 1,
  categories: ['negotiation'],
  keyOf: () => NEGOTIATION,
  initial: { count: 0 },
  evolve: ({ count }, event) => ({ count: isNegotiationEvent(event) ? count + 1 : count }),
  documents: ({ count }) =>
    count === 0
      ? []
      : [{ kind: 'move', key: NEGOTIATION, audience: 'organisation:xian', topic: `agreement/${NEGOTIATION}`, sort: '', body: bodyOf(count - 1) }],
};

const store = openSqliteStore({ path: join(folder, 'events.sqlite'), ledgerCategories });
const readStore = openSqliteReadStore({ path: join(folder, 'read.sqlite') });
createRunner({ store, readStore, projections: [fold] }).start();
const http = createServer();
attachLive(http, {
  readStore,
  cursors: createCursors(new Uint8Array(32)),
  viewerOf: async (cookie) => viewerOf(cookie ?? 'nobody', ['everyone', 'organisation:xian', `member:${cookie}`]),
  isOriginAllowed: () => true,
  revocations: () => [],
  now: () => instant.parse('2026-01-01T00:00:00.000Z'),
  log: { info: () => {}, warn: () => {} },
});
http.listen(0, '127.0.0.1', () => tell({ say: 'listening', url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` }));

let revision = -1n;
const digest = 'd'.repeat(64);
underLoad(async (ordinal) => {
  const id = `00000000-0000-4000-8000-${ordinal.toString(16).padStart(12, '0')}`;
  const metadata = {
    schemaVersion: 1,
    actor: { kind: 'process', process: 'bench' },
    commandId: id,
    commandDigest: digest,
    $correlationId: id,
    $causationId: id,
    recordedAt: '2026-01-01T00:00:00.000Z',
    classification: 'negotiation',
    policies: { ids: [], digest },
    rules: 'bench',
    salt: '0'.repeat(32),
  };
  const event = { id, type: 'TextConfirmed', data: { negotiation: NEGOTIATION, party: 'xian', digest }, metadata };
  revision = (await store.append(`negotiation-${NEGOTIATION}`, revision < 0n ? 'no-stream' : revision, [event])).revision;
  return now();
});
