import type { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import { invalidArgument } from './call-error.ts';
import { StreamIdentifier as StreamIdentifierMessage, UUID as UuidMessage } from './messages.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const UUID_TEXT = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A stream's name, which travels as bytes. @throws CallError INVALID_ARGUMENT */
export function streamName(identifier: StreamIdentifier | undefined): string {
  if (identifier === undefined) throw invalidArgument('Required field StreamIdentifier not set.');
  try {
    return utf8.decode(identifier.getStreamName_asU8());
  } catch {
    throw invalidArgument('A stream name must be UTF-8.');
  }
}

export function streamIdentifier(name: string): StreamIdentifier {
  const identifier = new StreamIdentifierMessage();
  identifier.setStreamName(Buffer.from(name, 'utf8'));
  return identifier;
}

/** An id in either of its two forms, as lower-case text. @throws CallError INVALID_ARGUMENT */
export function uuidText(uuid: UUID | undefined): string {
  const structured = uuid?.getStructured();
  const text = structured
    ? fromHalves(BigInt(structured.getMostSignificantBits()), BigInt(structured.getLeastSignificantBits()))
    : (uuid?.getString().toLowerCase() ?? '');
  if (!UUID_TEXT.test(text)) throw invalidArgument('An id must be a UUID.');
  return text;
}

export function uuidMessage(text: string): UUID {
  const uuid = new UuidMessage();
  uuid.setString(text);
  return uuid;
}

function fromHalves(most: bigint, least: bigint): string {
  const half = (bits: bigint) => BigInt.asUintN(64, bits).toString(16).padStart(16, '0');
  const hex = half(most) + half(least);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
