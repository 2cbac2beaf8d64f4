import { chmodSync, copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { APPLICATION_ID, SCHEMA_VERSION, steps } from './schema.ts';
import { codeOf, hohhot, member, place } from './vault.fixtures.ts';

test('VT-1 a new vault makes its master key: 32 random bytes for its owner alone', () => {
  const one = place();
  const other = place();
  one.open();
  other.open();
  expect(statSync(one.at.keyFile).mode & 0o777).toBe(0o600);
  expect(statSync(one.at.path).mode & 0o777).toBe(0o600);
  expect(readFileSync(one.at.keyFile)).toHaveLength(32);
  expect(readFileSync(one.at.keyFile).equals(readFileSync(other.at.keyFile))).toBe(false);
});

test('VT-1 a key that is there already is used for a new vault', () => {
  const { at, open } = place();
  writeFileSync(at.keyFile, Buffer.alloc(32, 7), { mode: 0o600 });
  const secret = open().secret('cursors');
  expect(readFileSync(at.keyFile).equals(Buffer.alloc(32, 7))).toBe(true);
  expect(open().secret('cursors')).toEqual(secret);
});

test('VT-2 without its master key a vault does not open, and none is made in its place', () => {
  const { at, open } = place();
  open().close();
  rmSync(at.keyFile);
  expect(codeOf(open)).toBe('MASTER_KEY_MISSING');
  expect(existsSync(at.keyFile)).toBe(false);
});

test.each([
  ['another one', Buffer.alloc(32, 1)],
  ['one that is too short', Buffer.alloc(31, 1)],
  ['one that is too long', Buffer.alloc(33, 1)],
  ['an empty one', Buffer.alloc(0)],
])('VT-2 with a wrong master key a vault does not open: %s', (_what, key) => {
  const { at, open } = place();
  open().close();
  writeFileSync(at.keyFile, key);
  expect(codeOf(open)).toBe('MASTER_KEY_WRONG');
});

test.each([0o640, 0o604, 0o660, 0o644])('VT-2 a master key that others can read is refused: %o', (mode) => {
  const { at, open } = place();
  open().close();
  chmodSync(at.keyFile, mode);
  expect(codeOf(open)).toBe('MASTER_KEY_READABLE');
});

test('VT-4 a vault of a newer version is refused and left as it is', () => {
  const { at, open } = place();
  open().close();
  alter(at.path, `PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
  const before = readFileSync(at.path);
  expect(codeOf(open)).toBe('VAULT_NEWER');
  expect(readFileSync(at.path).equals(before)).toBe(true);
});

test('VT-4 what is not a vault is refused: text, another database, a vault that was cut off', () => {
  const texts = place();
  writeFileSync(texts.at.keyFile, Buffer.alloc(32), { mode: 0o600 });
  writeFileSync(texts.at.path, 'not a database, but long enough to be taken for the header of one by somebody in a hurry'.repeat(9));
  expect(codeOf(texts.open)).toBe('VAULT_CORRUPT');

  const other = place();
  writeFileSync(other.at.keyFile, Buffer.alloc(32), { mode: 0o600 });
  alter(other.at.path, 'CREATE TABLE thesis (chapter TEXT)');
  expect(codeOf(other.open)).toBe('VAULT_CORRUPT');

  const cut = place();
  cut.open().close();
  writeFileSync(cut.at.path, readFileSync(cut.at.path).subarray(0, 3 * 4096));
  expect(codeOf(cut.open)).toBe('VAULT_CORRUPT');
});

test('VT-4 a copy of file and key opens elsewhere', () => {
  const one = place();
  const vault = one.open();
  const secret = vault.secret('cursors');
  vault.close();
  const other = place();
  for (const name of ['path', 'keyFile'] as const) copyFileSync(one.at[name], other.at[name]);
  expect(other.open().secret('cursors')).toEqual(secret);
});

function alter(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}

test('VT-4 a vault of the first version is brought to the newest, with all that is in it', () => {
  const { at, open } = place();
  const vault = open();
  const secret = vault.secret('cursors');
  vault.saveDraft({ id: 'd', organisation: hohhot, revision: 0, content: { kept: true }, updatedBy: member(1) }, '2026-11-23T02:00:00.000Z' as never);
  vault.close();
  const database = new DatabaseSync(at.path);
  const later = database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN ('calendar', 'notice', 'notice_reader', 'notice_read', 'webhook', 'delivery')",
    )
    .all();
  expect(later).toHaveLength(6);
  database.exec(
    'DROP TABLE calendar; DROP TABLE notice; DROP TABLE notice_reader; DROP TABLE notice_read; DROP TABLE webhook_host; DROP TABLE webhook; DROP TABLE delivery; PRAGMA user_version = 1',
  );
  database.close();
  const again = open();
  expect(again.secret('cursors')).toEqual(secret);
  expect(again.draft(hohhot, 'd')?.content).toEqual({ kept: true });
  expect(again.calendarHolder(again.openCalendar(member(1), '2026-11-23T02:00:00.000Z' as never))).toBe(member(1));
  expect([APPLICATION_ID, steps.length]).toEqual([0x4c595654, SCHEMA_VERSION]);
});
