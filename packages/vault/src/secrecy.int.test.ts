import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { Vault } from './index.ts';
import { steps } from './schema.ts';
import { codeOf, hohhot, member, person, place, settled } from './vault.fixtures.ts';

const planted = ['zhang.planted', '张种植', '种植处处长', 'planted-password-1', 'planted draft', 'planted browser', 'planted file'];

test('VT-5 nothing personal or secret stands in any file of the vault', async () => {
  const { folder, clock, at, open } = place();
  const vault = open();
  const token = vault.enter(person(1, { signInName: 'zhang.planted', name: '张种植', office: '种植处处长' }), clock.pass(1000));
  await vault.setUp(token, 'planted-password-1', clock.pass(-2000));
  const { secret } = vault.openSession(member(1), 'planted browser', clock.at, 1000);
  await vault.verifyPassword('zhang.planted', 'planted-password-1', clock.at);
  await vault.verifyPassword('zhang.planted', 'wrong', clock.at);
  vault.saveDraft({ id: 'd1', organisation: hohhot, revision: 0, content: { title: 'planted draft' }, updatedBy: member(1) }, clock.at);
  vault.keepFile(Buffer.from('planted file'), hohhot, 'text/plain', clock.at);
  const key = vault.secret('cursors');

  const everything = Buffer.concat(
    filesBelow(folder)
      .filter((path) => path !== at.keyFile)
      .map((path) => readFileSync(path)),
  );
  expect(everything.includes(hohhot)).toBe(true);
  for (const text of [...planted, token, secret]) expect(everything.includes(text), text).toBe(false);
  for (const bytes of [Buffer.from(secret, 'base64url'), Buffer.from(token, 'base64url'), Buffer.from(key), readFileSync(at.keyFile)])
    expect(everything.includes(bytes)).toBe(false);
});

describe('VT-6 a changed byte is VAULT_CORRUPT, never a wrong plaintext', () => {
  const reads: Record<string, (vault: Vault) => unknown> = {
    'person.key_sealed': (vault) => vault.person(member(1)),
    'person.record_sealed': (vault) => vault.person(member(1)),
    'person.password_sealed': (vault) => vault.person(member(1)),
    'person.name_hash': (vault) => vault.person(member(1)),
    'session.user_agent_sealed': (vault) => vault.sessionsOf(member(1), '2026-11-23T02:00:00.000Z' as never),
    'seal_key.private_sealed': (vault) => vault.seal(hohhot, Buffer.from('x')),
    'seal_key.public_key': (vault) => vault.seal(hohhot, Buffer.from('x')),
    'draft.content_sealed': (vault) => vault.drafts(hohhot),
    'webhook.url_sealed': (vault) => vault.webhooks(),
    'webhook.secret_sealed': (vault) => vault.webhookSecret('w1'),
    'secret.value_sealed': (vault) => vault.secret('cursors'),
  };

  test('every encrypted column is among these', () => {
    const columns = [...steps.join('').matchAll(/CREATE TABLE (\w+) \(([^;]*)\) STRICT/g)].flatMap(([, table, body]) =>
      [...(body ?? '').matchAll(/(\w+_sealed)/g)].map(([, column]) => `${table}.${column}`),
    );
    expect(columns.length).toBeGreaterThan(5);
    expect(Object.keys(reads)).toEqual(expect.arrayContaining(columns));
  });

  test.each(Object.entries(reads))('%s', async (place_, read) => {
    const { at, open } = await filled();
    read(open());
    const [table, column] = place_.split('.');
    const database = new DatabaseSync(at.path);
    const original = database.prepare(`SELECT ${column} AS value FROM ${table}`).get()?.value;
    const length = typeof original === 'string' ? original.length : (original as Uint8Array).length;
    for (const position of new Set([0, 11, 12, Math.floor(length / 2), length - 16, length - 1])) {
      const changed = typeof original === 'string' ? flippedText(original, position) : flipped(original as Uint8Array, position);
      database.prepare(`UPDATE ${table} SET ${column} = ?`).run(changed);
      expect(
        codeOf(() => read(open())),
        `byte ${position} of ${length}`,
      ).toBe('VAULT_CORRUPT');
    }
    for (const cut of typeof original === 'string'
      ? []
      : [new Uint8Array(0), (original as Uint8Array).subarray(0, 20), (original as Uint8Array).subarray(1)]) {
      database.prepare(`UPDATE ${table} SET ${column} = ?`).run(cut);
      expect(
        codeOf(() => read(open())),
        `cut to ${cut.length}`,
      ).toBe('VAULT_CORRUPT');
    }
    database.prepare(`UPDATE ${table} SET ${column} = ?`).run(original as Uint8Array);
    read(open());
    database.close();
  });

  test('a value that was moved to another row does not open', async () => {
    const { at, clock, open } = await filled();
    await settled(open(), clock, 2, 'another-password');
    const database = new DatabaseSync(at.path);
    database.exec(
      `UPDATE person SET password_sealed = (SELECT password_sealed FROM person WHERE member = '${member(1)}') WHERE member = '${member(2)}'`,
    );
    expect(codeOf(() => open().person(member(2)))).toBe('VAULT_CORRUPT');
    database.exec(`UPDATE person SET organisation = 'baotou-rare-earth' WHERE member = '${member(1)}'`);
    expect(codeOf(() => open().person(member(1)))).toBe('VAULT_CORRUPT');
    database.exec("UPDATE draft SET revision = 7, updated_by = '00000000-0000-4000-8000-000000000009'");
    expect(codeOf(() => open().drafts(hohhot))).toBe('VAULT_CORRUPT');
    database.close();
  });

  test('a file that was changed, cut or removed', async () => {
    const { at, clock, open } = await filled();
    const vault = open();
    const digest = vault.keepFile(Buffer.from('content'), hohhot, 'text/plain', clock.at);
    const path = join(at.filesPath, digest.slice(0, 2), digest.slice(2, 4), digest);
    const original = readFileSync(path);
    for (const position of [0, 12, original.length - 1]) {
      writeFileSync(path, flipped(original, position));
      expect(codeOf(() => vault.file(digest, hohhot))).toBe('VAULT_CORRUPT');
    }
    writeFileSync(path, '');
    expect(codeOf(() => vault.file(digest, hohhot))).toBe('VAULT_CORRUPT');
    expect(vault.keepFile(Buffer.from('content'), hohhot, 'text/plain', clock.at)).toBe(digest);
    expect(vault.file(digest, hohhot)?.bytes).toEqual(Buffer.from('content'));
  });
});

async function filled() {
  const made = place();
  const vault = made.open();
  await settled(vault, made.clock, 1, 'a-long-password');
  vault.openSession(member(1), 'browser', made.clock.at, 1000);
  vault.enrolSealKey(hohhot);
  vault.saveDraft({ id: 'd1', organisation: hohhot, revision: 0, content: { a: 1 }, updatedBy: member(1) }, made.clock.at);
  vault.secret('cursors');
  const openedAt = made.clock.at;
  vault.openWebhook({ id: 'w1', organisation: hohhot, audiences: [], kinds: [], url: 'https://example.org/', openedBy: member(1), openedAt });
  return made;
}

function flipped(bytes: Uint8Array, position: number): Uint8Array {
  return bytes.map((byte, index) => (index === position ? byte ^ 1 : byte));
}

function flippedText(text: string, position: number): string {
  return text.slice(0, position) + (text[position] === '0' ? '1' : '0') + text.slice(position + 1);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}
