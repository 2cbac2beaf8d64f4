import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalBytes } from './canonical.ts';

/** An event as the ledger commits to it: without any position of an engine (PF-1). */
export interface LedgerEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: { readonly salt: string };
}

/**
 * The leaf hash of an event, 32 bytes as hexadecimal. It commits to the event under its random salt, so that who sees only
 * leaves learns nothing from them, and carries the leaf prefix of RFC 6962.
 */
export function leafHash({ stream, revision, id, type, data, metadata }: LedgerEvent): string {
  const parts = [canonicalBytes({ id, revision: revision.toString(), stream, type }), canonicalBytes(data), canonicalBytes(metadata)];
  const commitment = sha256(concatBytes(utf8ToBytes('lianyu/event/1'), hexToBytes(metadata.salt), ...parts.map(sha256)));
  return bytesToHex(sha256(concatBytes(Uint8Array.of(0), commitment)));
}
