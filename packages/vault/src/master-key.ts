import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fstatSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { KEY_BYTES } from './cipher.ts';
import { VaultError } from './vault.ts';

/**
 * The 32 bytes under which everything in the vault is encrypted.
 * @param make whether the vault is new, so that a key that is missing may be made: readable by its owner alone, and durable
 * before anything is encrypted under it.
 * @throws VaultError MASTER_KEY_MISSING, MASTER_KEY_READABLE, MASTER_KEY_WRONG
 */
export function masterKey(keyFile: string, make: boolean): Uint8Array {
  if (make && !existsSync(keyFile)) makeKey(keyFile);
  const file = openKey(keyFile);
  try {
    const mode = fstatSync(file).mode & 0o777;
    if ((mode & 0o077) !== 0) throw new VaultError('MASTER_KEY_READABLE', { keyFile, mode: mode.toString(8) });
    const key = readFileSync(file);
    if (key.length !== KEY_BYTES) throw new VaultError('MASTER_KEY_WRONG', { keyFile });
    return key;
  } finally {
    closeSync(file);
  }
}

/** Tells a key from every other without telling anything of it; kept in the vault. */
export function keyCheck(master: Uint8Array): Uint8Array {
  return createHmac('sha256', master).update('lianyu/vault/1/check').digest();
}

function openKey(keyFile: string): number {
  try {
    return openSync(keyFile, 'r');
  } catch (error) {
    throw new VaultError('MASTER_KEY_MISSING', { keyFile }, error);
  }
}

function makeKey(keyFile: string): void {
  mkdirSync(dirname(keyFile), { recursive: true, mode: 0o700 });
  const file = openSync(keyFile, 'wx', 0o600);
  try {
    writeSync(file, randomBytes(KEY_BYTES));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  const folder = openSync(dirname(keyFile), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
