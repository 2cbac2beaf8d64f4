import type { StoredEvent } from '@lianyu/event-store';
import { expect, test } from 'vitest';
import { type PlatformStore, recogniseLog } from './event-store.ts';
import { NOTE as PROCESSES_SEEN } from './processes/runner.ts';

/** A vault's notes, and a store of that engine whose ledger begins with this event. */
function installation() {
  const notes = new Map([[PROCESSES_SEEN, '41']]);
  const vault = { note: (name: string) => notes.get(name), setNote: (name: string, value: string) => void notes.set(name, value) };
  return {
    notes,
    meets(engine: PlatformStore['engine'], first: string | undefined) {
      const events = first === undefined ? [] : [{ id: first } as StoredEvent];
      return recogniseLog({ engine, readAll: async () => events } as unknown as PlatformStore, vault);
    },
  };
}

const foreign = { code: 'STORE_FOREIGN', data: { problem: 'another-installation' } };

test('a data directory is begun on an empty log, or on its own embedded one, and keeps to it', async () => {
  const remote = installation();
  await remote.meets('remote', undefined);
  await remote.meets('remote', undefined);
  await remote.meets('remote', 'a');
  await remote.meets('remote', 'a');
  await expect(remote.meets('remote', 'b')).rejects.toMatchObject(foreign);
  await expect(remote.meets('remote', undefined)).rejects.toMatchObject(foreign);
  const embedded = installation();
  await embedded.meets('embedded', 'a');
  await expect(embedded.meets('embedded', 'b')).rejects.toMatchObject(foreign);
});

test('a new data directory does not take over a log that somebody else has begun', async () => {
  await expect(installation().meets('remote', 'a')).rejects.toMatchObject(foreign);
});

test('CM-5 the same log behind another engine is the same, but its positions are not: processes begin anew', async () => {
  const { meets, notes } = installation();
  await meets('embedded', 'a');
  expect(notes.get(PROCESSES_SEEN)).toBe('41');
  await meets('remote', 'a');
  expect(notes.get(PROCESSES_SEEN)).toBe('0');
});
