import { DatabaseSync } from 'node:sqlite';
import { createSchema } from '../file/schema.ts';

/** Makes a file of version 1 with so many events in 40 streams, as that version would have written them. */
export function fillVersion1(path: string, events: number): void {
  const db = new DatabaseSync(path);
  createSchema(db, ['negotiation'], 1);
  db.exec('PRAGMA journal_mode = WAL; BEGIN');
  const stream = db.prepare('INSERT INTO streams (name, category) VALUES (?, ?)');
  for (let number = 0; number < 40; number += 1) stream.run(`negotiation-${number}`, 'negotiation');
  const insert = db.prepare('INSERT INTO events (stream, revision, id, type, data, metadata, stored_at) VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (let number = 0; number < events; number += 1) {
    const id = Buffer.from(number.toString(16).padStart(32, '0'), 'hex');
    const data = Buffer.from(JSON.stringify({ number, text: '税收分享'.repeat(number % 40) }));
    insert.run((number % 40) + 1, Math.floor(number / 40), id, 'TextConfirmed', data, Buffer.from('{"classification":"negotiation"}'), number);
  }
  db.exec('COMMIT');
  db.close();
}
