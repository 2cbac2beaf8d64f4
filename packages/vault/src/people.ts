import { createHmac, randomBytes } from 'node:crypto';
import { type MemberId, memberId, organisationId } from '@lianyu/domain/kernel';
import { z } from 'zod';
import { type Cipher, cipherOf, corrupt, KEY_BYTES, openJson, sealJson } from './cipher.ts';
import { bytes, type Database, type Row, text } from './database.ts';
import { type PasswordHash, passwordHash } from './passwords.ts';
import { type Person, VaultError } from './vault.ts';

/** A person with the password's hash as it is stored, so that it can be seen whether it changed meanwhile. */
export interface Account {
  readonly person: Person;
  readonly password: PasswordHash | undefined;
  readonly passwordSealed: Uint8Array | undefined;
}

/** The rows of `person`: everything personal under the person's own key, that key under the master key. */
export interface People {
  /** @throws VaultError SIGN_IN_NAME_TAKEN */
  put(person: Person): void;
  account(member: MemberId): Account | undefined;
  accountNamed(signInName: string): Account | undefined;
  setPassword(member: MemberId, hash: PasswordHash): boolean;
  forget(member: MemberId): boolean;
  /** A keyed hash: the table tells no sign-in name, not even to who guesses. */
  nameHash(signInName: string): Uint8Array;
}

const record = z.strictObject({ signInName: z.string(), name: z.string(), office: z.string() });

export function createPeople(database: Database, rows: Cipher, names: Uint8Array): People {
  const nameHash = (signInName: string) => createHmac('sha256', names).update(signInName.normalize('NFKC').trim().toLowerCase()).digest();

  function keyOf(row: Row): Cipher | undefined {
    if (row.key_sealed === null) return undefined;
    return cipherOf(rows.open(bytes(row, 'key_sealed'), ['person', 'key_sealed', text(row, 'member')]));
  }

  function read(row: Row | undefined): Account | undefined {
    const key = row && keyOf(row);
    if (row === undefined || key === undefined) return undefined;
    const ids = z.object({ member: memberId, organisation: organisationId }).safeParse(row);
    if (!ids.success) throw corrupt('person', ids.error);
    const { member, organisation } = ids.data;
    const { signInName, name, office } = openJson(key, record, bytes(row, 'record_sealed'), ['person', 'record_sealed', member, organisation]);
    if (!nameHash(signInName).equals(bytes(row, 'name_hash'))) throw corrupt('person.name_hash');
    const person = { member, organisation, signInName, name, office };
    if (row.password_sealed === null) return { person, password: undefined, passwordSealed: undefined };
    const passwordSealed = bytes(row, 'password_sealed');
    return { person, password: openJson(key, passwordHash, passwordSealed, ['person', 'password_sealed', member]), passwordSealed };
  }

  return {
    nameHash,
    put: ({ member, organisation, ...rest }) =>
      database.transaction(() => {
        const hash = nameHash(rest.signInName);
        const holder = database.get('SELECT member FROM person WHERE name_hash = ?', hash);
        const before = database.get('SELECT organisation, password_sealed FROM person WHERE member = ?', member);
        const mayCorrect = before === undefined || (before.organisation === organisation && before.password_sealed === null);
        if (!mayCorrect || (holder !== undefined && holder.member !== member)) throw new VaultError('SIGN_IN_NAME_TAKEN');
        const key = randomBytes(KEY_BYTES);
        const told = record.parse({ signInName: rest.signInName, name: rest.name, office: rest.office });
        database.run(
          'INSERT OR REPLACE INTO person VALUES (?, ?, ?, ?, ?, NULL)',
          member,
          organisation,
          hash,
          rows.seal(key, ['person', 'key_sealed', member]),
          sealJson(cipherOf(key), told, ['person', 'record_sealed', member, organisation]),
        );
      }),
    account: (member) => read(database.get('SELECT * FROM person WHERE member = ?', member)),
    accountNamed: (signInName) => read(database.get('SELECT * FROM person WHERE name_hash = ?', nameHash(signInName))),
    setPassword(member, hash) {
      const row = database.get('SELECT * FROM person WHERE member = ?', member);
      const key = row && keyOf(row);
      if (key === undefined) return false;
      database.run('UPDATE person SET password_sealed = ? WHERE member = ?', sealJson(key, hash, ['person', 'password_sealed', member]), member);
      return true;
    },
    forget: (member) =>
      database.run(
        'UPDATE person SET name_hash = NULL, key_sealed = NULL, record_sealed = NULL, password_sealed = NULL WHERE member = ? AND key_sealed IS NOT NULL',
        member,
      ) > 0,
  };
}
