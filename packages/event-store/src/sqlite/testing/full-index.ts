import { mkdirSync, rmSync, statfsSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { event, refusal, wholeLog } from '../../contract-suite/harness.ts';
import type { EventStoreError } from '../../port.ts';
import { openSqliteStore } from '../index.ts';
import { endWithParent } from './child.ts';

/**
 * The index of the write-ahead log grows by 32 KiB after each 4,062 pages. Fills the disk so that just this fails, with a
 * reader keeping the log from being carried over; prints what happened for two amounts of room left, too little for the index and too little for the log.
 */
endWithParent();
const folder = process.argv[2] ?? '';
for (const room of [20_000, 90_000]) writeSync(1, `${JSON.stringify(await fill(join(folder, String(room)), room))}\n`);
process.exit(0);

async function fill(own: string, room: number) {
  mkdirSync(own);
  const path = join(own, 'events.sqlite');
  const ballast = join(own, 'ballast');
  const store = openSqliteStore({ path, ledgerCategories: ['negotiation'] });
  let number = 0;
  const append = () => store.append('negotiation-1', 'any', [event(number, { data: 'x'.repeat(2_000) })]).then(() => (number += 1));
  await append();
  const reader = new DatabaseSync(path, { readOnly: true });
  reader.exec('BEGIN; SELECT count(*) FROM events');
  const beside = new DatabaseSync(path);
  const measure = beside.prepare('PRAGMA wal_checkpoint(NOOP)');
  while (Number(measure.get()?.['log']) < 4_040) await append();
  beside.close();
  const { bavail, bsize } = statfsSync(own);
  writeFileSync(ballast, Buffer.alloc(bavail * bsize - room));
  const codes: (string | number)[] = [];
  while (codes.length < 10) {
    await append().catch((error: EventStoreError) => {
      codes.push(error.code, error.cause instanceof Error && 'errcode' in error.cause ? Number(error.cause.errcode) : 0);
    });
  }
  rmSync(ballast);
  const afterwards = await refusal(append());
  reader.close();
  const outcome = { codes: [...new Set(codes)], afterwards, lost: number - (await wholeLog(store)).length, findings: await store.checkIntegrity() };
  await store.close();
  rmSync(own, { recursive: true });
  return outcome;
}
