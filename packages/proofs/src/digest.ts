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

/**
 * What the parties of a paper agreement confirm: the transcription by its own digest, what is known of the paper, and the scan.
 * Another scan is another thing to confirm.
 */
export function transcriptionDigest(transcribed: {
  readonly digest: string;
  readonly paper: unknown;
  readonly scan?: { readonly digest: string } | undefined;
}): string {
  return digestOf({ digest: transcribed.digest, paper: transcribed.paper, scan: transcribed.scan?.digest ?? null });
}

/** What is confirmed, signed and sealed: data, Chinese text and the renderer that made it (PF-2). English is for reference and not in it. */
export function proposalDigest(proposal: { readonly content: unknown; readonly text: { readonly zh: string }; readonly renderer: string }): string {
  return digestOf({ content: proposal.content, renderer: proposal.renderer, text: proposal.text.zh });
}
