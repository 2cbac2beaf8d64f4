import { createHash, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Digest, digest as digestSchema, type OrganisationId } from '@lianyu/domain/kernel';
import { type Cipher, corrupt } from './cipher.ts';
import { type Database, integer, text } from './database.ts';
import { vaultLimits } from './limits.ts';
import { type Vault, VaultError } from './vault.ts';

/**
 * Files in a folder, two levels deep, each under the SHA-256 of its content and encrypted: a file that was changed does not
 * open. Who may have it is a row per owner.
 */
export function createFiles(database: Database, files: Cipher, root: string): Pick<Vault, 'keepFile' | 'hasFile' | 'fileFacts' | 'file'> {
  const pathOf = (digest: Digest) => join(root, digest.slice(0, 2), digest.slice(2, 4), digest);

  /** @throws VaultError VAULT_CORRUPT when it is gone or not what it was. */
  function read(digest: Digest): Uint8Array {
    let sealed: Uint8Array;
    try {
      sealed = readFileSync(pathOf(digest));
    } catch (error) {
      throw corrupt('files', error);
    }
    const plain = files.open(sealed, ['files', digest]);
    if (digestOf(plain) !== digest) throw corrupt('files');
    return plain;
  }

  function keepsWell(digest: Digest): boolean {
    try {
      return read(digest).length >= 0;
    } catch {
      return false;
    }
  }

  /** @throws VaultError LIMIT_REACHED */
  function checkRoom(digest: Digest, owner: OrganisationId, more: number): void {
    if (database.get('SELECT 1 FROM file WHERE digest = ? AND owner = ?', digest, owner)) return;
    const kept = database.get('SELECT count(*) AS files, coalesce(sum(bytes), 0) AS bytes FROM file WHERE owner = ?', owner);
    const { filesPerOrganisation: files, fileBytesPerOrganisation: bytes } = vaultLimits;
    if (Number(kept?.['files']) >= files) throw new VaultError('LIMIT_REACHED', { what: 'files', limit: String(files) });
    if (Number(kept?.['bytes']) + more > bytes) throw new VaultError('LIMIT_REACHED', { what: 'file-bytes-in-all', limit: String(bytes) });
  }

  return {
    keepFile(bytes, owner, mediaType, now) {
      if (bytes.length > vaultLimits.fileBytes) throw new VaultError('LIMIT_REACHED', { what: 'file-bytes', limit: String(vaultLimits.fileBytes) });
      const digest = digestOf(bytes);
      checkRoom(digest, owner, bytes.length);
      if (!keepsWell(digest)) write(pathOf(digest), files.seal(bytes, ['files', digest]), root);
      database.run('INSERT OR IGNORE INTO file VALUES (?, ?, ?, ?, ?)', digest, owner, mediaType.slice(0, 200), bytes.length, Date.parse(now));
      return digest;
    },
    hasFile: (digest, owner) => database.get('SELECT 1 FROM file WHERE digest = ? AND owner = ?', digest, owner) !== undefined,
    fileFacts(digest, owner) {
      const row = database.get('SELECT media_type, bytes FROM file WHERE digest = ? AND owner = ?', digest, owner);
      return row && { mediaType: text(row, 'media_type'), bytes: integer(row, 'bytes') };
    },
    file(digest, owner) {
      const row = database.get('SELECT media_type FROM file WHERE digest = ? AND owner = ?', digest, owner);
      return row && { bytes: read(digestSchema.parse(digest)), mediaType: text(row, 'media_type') };
    },
  };
}

function digestOf(bytes: Uint8Array): Digest {
  return digestSchema.parse(createHash('sha256').update(bytes).digest('hex'));
}

/** Whole or not at all, and durable before the row that names it: written beside, flushed, given its name, the folders flushed. */
function write(path: string, bytes: Uint8Array, root: string): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const beside = `${path}.${randomUUID()}`;
  writeFileSync(beside, bytes, { mode: 0o600, flag: 'wx', flush: true });
  renameSync(beside, path);
  for (const level of [folder, dirname(folder), root]) {
    const handle = openSync(level, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }
}
