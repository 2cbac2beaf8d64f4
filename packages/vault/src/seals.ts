import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { OrganisationId } from '@lianyu/domain/kernel';
import { type Cipher, corrupt } from './cipher.ts';
import { bytes, type Database, text } from './database.ts';
import type { Vault } from './vault.ts';

/** One Ed25519 key per organisation. The private half is opened to sign and never leaves. */
export function createSeals(database: Database, rows: Cipher): Pick<Vault, 'enrolSealKey' | 'seal'> {
  function keyOf(organisation: OrganisationId): { publicKey: string; privateKey: KeyObject } | undefined {
    const row = database.get('SELECT public_key, private_sealed FROM seal_key WHERE organisation = ?', organisation);
    if (row === undefined) return undefined;
    const publicKey = text(row, 'public_key');
    const der = rows.open(bytes(row, 'private_sealed'), ['seal_key', 'private_sealed', organisation, publicKey]);
    const privateKey = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
    if (publicHex(createPublicKey(privateKey)) !== publicKey) throw corrupt('seal_key.public_key');
    return { publicKey, privateKey };
  }

  return {
    enrolSealKey: (organisation) =>
      database.transaction(() => {
        const known = keyOf(organisation);
        if (known !== undefined) return known.publicKey;
        const made = generateKeyPairSync('ed25519');
        const publicKey = publicHex(made.publicKey);
        const der = made.privateKey.export({ format: 'der', type: 'pkcs8' });
        const sealed = rows.seal(der, ['seal_key', 'private_sealed', organisation, publicKey]);
        database.run('INSERT INTO seal_key VALUES (?, ?, ?)', organisation, publicKey, sealed);
        return publicKey;
      }),
    seal(organisation, message) {
      const key = keyOf(organisation);
      return key && { key: key.publicKey, value: sign(null, message, key.privateKey).toString('hex') };
    },
  };
}

function publicHex(key: KeyObject): string {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
}
