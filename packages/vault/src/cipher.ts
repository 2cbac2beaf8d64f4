import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { VaultError } from './vault.ts';

/**
 * AES-256-GCM. What is sealed is the nonce (12 bytes, fresh each time), the ciphertext and the tag (16 bytes). The identity
 * of its place (table, column, row and whatever else must not be exchanged) is authenticated with it, so that a value that
 * was moved or changed does not open: VAULT_CORRUPT, never a wrong plaintext.
 */
export interface Cipher {
  seal(plain: Uint8Array, identity: Identity): Uint8Array<ArrayBuffer>;
  open(sealed: Uint8Array, identity: Identity): Uint8Array;
}
export type Identity = readonly [table: string, column: string, ...row: (string | number)[]];

export const KEY_BYTES = 32;
const NONCE = 12;
const TAG = 16;

export function cipherOf(key: Uint8Array): Cipher {
  return {
    seal(plain, identity) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad(identity));
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, identity) {
      try {
        if (sealed.length < NONCE + TAG) throw new RangeError('too short');
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG });
        decipher.setAAD(aad(identity)).setAuthTag(sealed.subarray(-TAG));
        return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
      } catch (error) {
        throw corrupt(`${identity[0]}.${identity[1]}`, error);
      }
    },
  };
}

/** A key for one purpose, so that no two purposes share one. */
export function subkey(master: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', master, new Uint8Array(), `lianyu/vault/1/${purpose}`, KEY_BYTES));
}

export function sealJson(cipher: Cipher, value: unknown, identity: Identity): Uint8Array<ArrayBuffer> {
  return cipher.seal(Buffer.from(JSON.stringify(value ?? null)), identity);
}

export function openJson<T>(cipher: Cipher, schema: z.ZodType<T>, sealed: Uint8Array, identity: Identity): T {
  const parsed = schema.safeParse(JSON.parse(Buffer.from(cipher.open(sealed, identity)).toString('utf8')));
  if (!parsed.success) throw corrupt(`${identity[0]}.${identity[1]}`, parsed.error);
  return parsed.data;
}

/** @param what the table and column, or the file. */
export function corrupt(what: string, cause?: unknown): VaultError {
  return new VaultError('VAULT_CORRUPT', { what }, cause);
}

function aad(identity: Identity): Uint8Array {
  return Buffer.from(JSON.stringify(identity));
}
