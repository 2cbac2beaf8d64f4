import { closeSync, existsSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { EventStoreError } from '../../port.ts';
import { appear, openUntouched } from '../file/files.ts';
import { foreign, refuseForeign, refuseOrphan } from '../file/identity.ts';
import { holdLock } from '../file/lock.ts';
import { inspect } from '../file/opening.ts';
import { integer, prepareRows } from '../read/rows.ts';
import type { Copied, Copying } from './copy.ts';
import { refuseDamaged } from './integrity.ts';
import type { Progress } from './progress.ts';

const BLOCK = 8_388_608;

/**
 * Puts a backup where a store belongs, byte by byte, and checks it in full before it appears. One of an older version is
 * migrated when it is opened.
 * @throws EventStoreError STORE_EXISTS, STORE_LOCKED, STORE_FOREIGN, STORE_NEWER, STORE_FULL, STORE_FAILED {problem: 'damaged', kind, at}
 */
export function restoreStore({ from, to }: Copying, progress: Progress): Copied {
  refuseForeign(from);
  if (existsSync(`${from}-wal`) && statSync(`${from}-wal`).size > 0) throw foreign(from, 'log-beside');
  inspect(from);
  if (existsSync(to)) throw new EventStoreError('STORE_EXISTS', { path: to });
  refuseOrphan(to);
  const lock = holdLock(to);
  try {
    const counted = appear(to, (aside) => {
      copyBytes(from, aside, progress);
      const db = openUntouched(aside);
      try {
        refuseDamaged(db, progress);
        const row = prepareRows(db, 'SELECT count(*), coalesce(max(position), 0) FROM events').first();
        return { events: integer(row?.[0]), through: integer(row?.[1]) };
      } finally {
        db.close();
      }
    });
    return { ...counted, bytes: statSync(to).size };
  } finally {
    lock.release();
  }
}

function copyBytes(from: string, to: string, progress: Progress): void {
  const of = statSync(from).size;
  const block = Buffer.alloc(BLOCK);
  const source = openSync(from, 'r');
  const target = openSync(to, 'r+');
  try {
    for (let done = 0; done < of; ) {
      const read = readSync(source, block, 0, BLOCK, done);
      if (read === 0) throw foreign(from, 'changed-meanwhile');
      for (let written = 0; written < read; ) written += writeSync(target, block, written, read - written, done + written);
      done += read;
      progress({ phase: 'copying', done, of });
    }
  } finally {
    closeSync(target);
    closeSync(source);
  }
}
