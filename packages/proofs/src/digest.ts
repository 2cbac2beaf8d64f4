import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalBytes } from './canonical.ts';

/** SHA-256 in lower-case hexadecimal. */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** The digest of a plain JSON value's canonical bytes. @throws NotCanonicalError */
export function digestOf(value: unknown): string {
  return sha256Hex(canonicalBytes(value));
}

/** What is confirmed, signed and sealed: data, Chinese text and the renderer that made it (PF-2). English is for reference and not in it. */
export function proposalDigest(proposal: { readonly content: unknown; readonly text: { readonly zh: string }; readonly renderer: string }): string {
  return digestOf({ content: proposal.content, renderer: proposal.renderer, text: proposal.text.zh });
}
