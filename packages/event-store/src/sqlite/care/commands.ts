import { existsSync } from 'node:fs';
import { trueName } from '../file/files.ts';
import { foreign, refuseForeign } from '../file/identity.ts';
import { inspect } from '../file/opening.ts';
import type { Copied, Copying } from './copy.ts';
import { inWorker } from './heavy.ts';
import type { Finding } from './integrity.ts';
import type { Progress } from './progress.ts';

export interface CareOptions {
  readonly progress?: Progress;
  /** Leaves off; what was being made does not appear. */
  readonly signal?: AbortSignal;
}

/**
 * A copy of a store, also of one that is being written, in this or another process: the log up to the moment of the call.
 * @throws EventStoreError STORE_FOREIGN, STORE_NEWER, STORE_OLDER, STORE_EXISTS, STORE_FULL, STORE_READ_ONLY, STORE_FAILED
 */
export async function backupStore({ from, to }: Copying, options?: CareOptions): Promise<Copied> {
  return inWorker('copy', { from: storeAt(from), to: trueName(to) }, options);
}

/**
 * Puts a backup where a store belongs and none is. Nobody can open it before it is there and checked.
 * @throws EventStoreError STORE_FOREIGN, STORE_NEWER, STORE_EXISTS, STORE_LOCKED, STORE_FULL, STORE_READ_ONLY, STORE_FAILED
 */
export async function restoreStore({ from, to }: Copying, options?: CareOptions): Promise<Copied> {
  return inWorker('restore', { from: storeAt(from), to: trueName(to) }, options);
}

/**
 * Everything that is wrong with a store's file, at most 100 findings; also beside its writer.
 * @throws EventStoreError STORE_FOREIGN, STORE_NEWER, STORE_FAILED when so much is wrong that it could not be opened
 */
export async function checkStore(path: string, options?: CareOptions): Promise<readonly Finding[]> {
  const file = storeAt(path);
  inspect(file);
  return inWorker('check', { path: file }, options);
}

function storeAt(path: string): string {
  const file = trueName(path);
  if (!existsSync(file)) throw foreign(file, 'absent');
  refuseForeign(file);
  return file;
}
