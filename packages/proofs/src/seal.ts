import { ed25519 } from '@noble/curves/ed25519.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import { canonicalBytes } from './canonical.ts';

/** What a seal says yes to: this digest, in this negotiation, for this party. */
export interface Sealed {
  readonly negotiation: string;
  readonly party: string;
  readonly digest: string;
}

/** The bytes under a seal's signature. The purpose keeps a seal from being taken for anything else that the key signs. */
export function sealBytes({ negotiation, party, digest }: Sealed): Uint8Array {
  return canonicalBytes({ purpose: 'lianyu/seal/1', negotiation, party, digest });
}

/** Whether the seal's key signed exactly this. Malformed input is false, never an exception. */
export function verifySeal(signature: { readonly key: string; readonly value: string }, sealed: Sealed): boolean {
  try {
    return ed25519.verify(hexToBytes(signature.value), sealBytes(sealed), hexToBytes(signature.key));
  } catch {
    return false;
  }
}
