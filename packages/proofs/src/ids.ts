import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** The namespace of all ids that derive from a command (CM-3). */
const NAMESPACE = 'b1f0a5de-6c51-5f0e-9a3e-8d2a4c7e1f60';

/** UUIDv5 (RFC 9562 §5.5) of a name in a namespace. */
export function uuidV5(namespace: string, name: string): string {
  const hash = sha1(concatBytes(hexToBytes(namespace.replaceAll('-', '')), utf8ToBytes(name))).slice(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytesToHex(hash);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The id of the command's event at this index: sent twice, it is the same event. */
export function eventIdOf(commandId: string, index: number): string {
  return uuidV5(NAMESPACE, `event/${commandId}/${index}`);
}

/** The id of something that a command or an event gives rise to, by name. */
export function derivedId(from: string, name: string): string {
  return uuidV5(NAMESPACE, `derived/${from}/${name}`);
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `LY-2026-7K3M9Q`: not sequential, so that it tells nothing about how many there are (LV-3). `attempt` counts from 0. */
export function agreementNumber(agreement: string, year: number, attempt: number): string {
  const hash = sha256(utf8ToBytes(`agreement-number/${agreement}/${attempt}`));
  const letters = [...hash.slice(0, 6)].map((byte) => CROCKFORD[byte % 32]).join('');
  return `LY-${year}-${letters}`;
}
