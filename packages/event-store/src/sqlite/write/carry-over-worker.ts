import { parentPort, workerData } from 'node:worker_threads';
import type { EventStoreErrorCode } from '../../port.ts';
import { storeError } from '../file/errors.ts';
import { openForWriting } from '../file/files.ts';

/** What the thread tells of each time it was asked. */
export interface Told {
  readonly failed?: { readonly code: EventStoreErrorCode; readonly data: Readonly<Record<string, string>> };
}

const db = openForWriting(String(workerData));
const carry = db.prepare('PRAGMA wal_checkpoint(PASSIVE)');

function carried(): Told {
  try {
    carry.get();
    return {};
  } catch (cause) {
    const { code, data } = storeError(cause);
    return { failed: { code, data } };
  }
}

parentPort?.on('message', (word: 'carry' | 'stop') => {
  if (word === 'carry') parentPort?.postMessage(carried());
  else {
    db.close();
    parentPort?.close();
  }
});
