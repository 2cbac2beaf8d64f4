import { join } from 'node:path';
import { ledgerCategories } from '@lianyu/domain/kernel';
import { type EventStore, EventStoreError } from '@lianyu/event-store';
import { type Health, openKurrentStore } from '@lianyu/event-store/kurrentdb';
import { openSqliteStore } from '@lianyu/event-store/sqlite';
import type { Vault } from '@lianyu/vault';
import type { FastifyBaseLogger } from 'fastify';
import type { Config } from './config/index.ts';
import { NOTE as PROCESSES_SEEN } from './processes/runner.ts';

export interface PlatformStore extends EventStore {
  readonly engine: 'embedded' | 'remote';
  health(): Promise<Health>;
}

/**
 * The engine behind the port: embedded in the data directory, or whatever speaks EventStoreDB's protocol at
 * `EVENT_STORE_URL`. With invented data a ledger that is not guarded is only complained about.
 */
export async function openEventStore({ dataDir, eventStoreUrl, mode }: Config, log: Pick<FastifyBaseLogger, 'warn'>): Promise<PlatformStore> {
  if (eventStoreUrl === undefined) {
    const store = openSqliteStore({ path: join(dataDir, 'events.sqlite'), ledgerCategories });
    return { ...store, engine: 'embedded', health: async () => ({ reachable: true }) };
  }
  const unguarded = mode === 'demonstration' ? 'complained' : 'refused';
  return { ...(await openKurrentStore({ url: eventStoreUrl, ledgerCategories, unguarded, log })), engine: 'remote' };
}

const NOTE = 'event-store';

/**
 * Keeps a data directory and a log together: persons and drafts of one installation are nothing without its events. The
 * first event of the ledger tells one log from another, whatever engine serves it. Positions are an engine's own, so that on
 * another one the processes begin anew, which changes nothing (CM-5), and the runner sees for itself.
 * @throws EventStoreError STORE_FOREIGN {problem: `another-installation`}
 */
export async function recogniseLog(store: PlatformStore, vault: Pick<Vault, 'note' | 'setNote'>): Promise<void> {
  const [event] = await store.readAll({ limit: 1, filter: { streamPrefixes: ledgerCategories.map((category) => `${category}-`) } });
  const first = event?.id ?? '';
  const note = vault.note(NOTE);
  const [engine, known] = note === undefined ? [store.engine, store.engine === 'embedded' ? first : ''] : note.split(' ');
  // An empty log was recognised before anything stood in it; a log that has lost its beginning is another one.
  const isSame = known === first || (known === '' && note !== undefined);
  if (!isSame) throw new EventStoreError('STORE_FOREIGN', { path: store.engine, problem: 'another-installation' });
  if (engine !== store.engine) vault.setNote(PROCESSES_SEEN, '0');
  vault.setNote(NOTE, `${store.engine} ${first}`);
}
