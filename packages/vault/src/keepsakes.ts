import { randomBytes } from 'node:crypto';
import { type Cipher, KEY_BYTES } from './cipher.ts';
import { bytes, type Database, text } from './database.ts';
import { vaultLimits } from './limits.ts';
import { type Vault, VaultError } from './vault.ts';

type Keepsakes = Pick<Vault, 'secret' | 'note' | 'setNote' | 'archivePolicies' | 'archivedPolicies'>;

/** Named secrets, encrypted; notes of processes and the texts of policies, which are neither personal nor secret. */
export function createKeepsakes(database: Database, rows: Cipher): Keepsakes {
  function kept(name: string): Uint8Array | undefined {
    const row = database.get('SELECT value_sealed FROM secret WHERE name = ?', name);
    return row && rows.open(bytes(row, 'value_sealed'), ['secret', 'value_sealed', name]);
  }

  return {
    secret: (name) =>
      kept(name) ??
      database.transaction(() => {
        const known = kept(name);
        if (known !== undefined) return known;
        const made = randomBytes(KEY_BYTES);
        database.run('INSERT INTO secret VALUES (?, ?)', name, rows.seal(made, ['secret', 'value_sealed', name]));
        return made;
      }),
    note(name) {
      const row = database.get('SELECT value FROM note WHERE name = ?', name);
      return row && text(row, 'value');
    },
    setNote(name, value) {
      if (value.length > vaultLimits.noteCharacters)
        throw new VaultError('LIMIT_REACHED', { what: 'note-characters', limit: String(vaultLimits.noteCharacters) });
      database.run('INSERT OR REPLACE INTO note VALUES (?, ?)', name, value);
    },
    archivePolicies(digest, policies, now) {
      database.run('INSERT OR IGNORE INTO policies VALUES (?, ?, ?)', digest, policies, Date.parse(now));
    },
    archivedPolicies(digest) {
      const row = database.get('SELECT text FROM policies WHERE digest = ?', digest);
      return row && text(row, 'text');
    },
  };
}
