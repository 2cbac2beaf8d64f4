import { createCipheriv, createDecipheriv, createHash, createSecretKey, randomBytes } from 'node:crypto';
import type { FeedPoint } from '@lianyu/projections';
import type { Audience } from '@lianyu/projections/folds';

/** Makes and reads the tokens that say where in the feed their holder stands. */
export interface Cursors {
  mint(point: FeedPoint, audiences: readonly Audience[]): string;
  /** @returns undefined for a token that was altered, is another server's, or was made for other audiences or another epoch. */
  read(token: string, audiences: readonly Audience[], epoch: string): FeedPoint | undefined;
}

const NONCE = 12;
const TAG = 16;

/**
 * Tokens of fixed length that tell nothing (LV-3): nonce, then {epoch, seq, audiences} under AES-256-GCM. A changed set of
 * audiences makes them void, since deltas alone would not bring what has become visible.
 */
export function createCursors(secret: Uint8Array): Cursors {
  const key = createSecretKey(secret);
  const ofAudiences = remembered<readonly Audience[]>((audiences) => short(shared(audiences).join('\n')));
  let ofEpoch: { readonly epoch: string; readonly hash: Buffer } = { epoch: '', hash: short('') };
  const hashOf = (epoch: string): Buffer => {
    if (epoch !== ofEpoch.epoch) ofEpoch = { epoch, hash: short(epoch) };
    return ofEpoch.hash;
  };
  return {
    mint({ epoch, seq }, audiences) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const plain = Buffer.concat([hashOf(epoch), bigEndian(seq), ofAudiences(audiences)]);
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url');
    },
    read(token, audiences, epoch) {
      const bytes = Buffer.from(token, 'base64url');
      if (bytes.length !== NONCE + 24 + TAG) return undefined;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE));
        decipher.setAuthTag(bytes.subarray(-TAG));
        const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
        const same = plain.subarray(0, 8).equals(hashOf(epoch)) && plain.subarray(16).equals(ofAudiences(audiences));
        return same ? { epoch, seq: Number(plain.readBigUInt64BE(8)) } : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

/** The key of the viewer's own commands says nothing about what is visible: without it colleagues share a cursor. */
export const shared = (audiences: readonly Audience[]) => audiences.filter((audience) => !audience.startsWith('member:'));

function remembered<Key extends object>(make: (key: Key) => Buffer): (key: Key) => Buffer {
  const known = new WeakMap<Key, Buffer>();
  return (key) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };
}

const short = (text: string) => createHash('sha256').update(text).digest().subarray(0, 8);

function bigEndian(seq: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(seq));
  return bytes;
}
