import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerCategories } from '@lianyu/domain/kernel';
import { openSqliteStore, type SqliteEventStore } from '@lianyu/event-store/sqlite';
import type { ServeOptions } from './options.ts';

/** The data directory cannot be used. The message is one line that begins with the option. */
export class DirectoryError extends Error {}

/**
 * The store in the data directory. A new one has the ledger categories of the platform, or those that were given; one that
 * is there keeps its own, and those that are given must not contradict them.
 * @throws DirectoryError, EventStoreError
 */
export function openData({ data, ledger }: Pick<ServeOptions, 'data' | 'ledger'>): SqliteEventStore {
  make(data);
  const path = join(data, 'events.sqlite');
  const given = ledger ?? (existsSync(path) ? undefined : ledgerCategories);
  return openSqliteStore({ path, ...(given && { ledgerCategories: given }) });
}

function make(data: string): void {
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new DirectoryError(`--data: 目录不可写 / the directory cannot be written (${JSON.stringify(data)})`, { cause });
  }
  if (!statSync(data).isDirectory()) throw new DirectoryError(`--data: 不是目录 / is not a directory (${JSON.stringify(data)})`);
}
