import { previewLimits } from './limits.ts';
import { NotShown } from './messages.ts';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const HEAD = 64 << 10;

/** A part of a package, inflated once to see that it can be. */
export interface Part {
  readonly name: string;
  readonly bytes: number;
  /** Its beginning, enough to see the measures of a picture. */
  readonly head: Uint8Array;
}

/**
 * Inflates every part of a package and throws it away, counting: what a library unpacks afterwards is known to be bounded,
 * whatever sizes the package states of itself. @throws NotShown
 */
export async function partsOf(bytes: Uint8Array<ArrayBuffer>): Promise<readonly Part[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > previewLimits.entries) throw new NotShown('too-large');
  const parts: Part[] = [];
  let left: number = previewLimits.inflatedBytes;
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new NotShown('broken');
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [packed, nameBytes] = [view.getUint32(at + 20, true), view.getUint16(at + 28, true)];
    if (flags & 1) throw new NotShown('encrypted');
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes));
    const content = bytesOf(bytes, view, view.getUint32(at + 42, true), packed);
    const part = await measured(content, method, Math.min(left, previewLimits.entryBytes));
    left -= part.bytes;
    parts.push({ name, ...part });
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  // Nothing between the directory and its end, so that no other reader finds another directory.
  if (at !== end) throw new NotShown('broken');
  return parts;
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - END_BYTES; at >= Math.max(0, view.byteLength - END_BYTES - 0xffff); at -= 1)
    if (view.getUint32(at, true) === END) {
      const large = view.getUint16(at + 10, true) === 0xffff || view.getUint32(at + 16, true) === 0xffffffff;
      if (large) throw new NotShown('too-large');
      return at;
    }
  throw new NotShown('broken');
}

function bytesOf(bytes: Uint8Array<ArrayBuffer>, view: DataView, local: number, packed: number): Uint8Array<ArrayBuffer> {
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) throw new NotShown('broken');
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + packed > bytes.length) throw new NotShown('broken');
  return bytes.subarray(from, from + packed);
}

async function measured(content: Uint8Array<ArrayBuffer>, method: number, most: number): Promise<Omit<Part, 'name'>> {
  if (method === 0) {
    if (content.length > most) throw new NotShown('too-large');
    return { bytes: content.length, head: content.slice(0, HEAD) };
  }
  if (method !== 8) throw new NotShown('broken');
  const reader = new Blob([content]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const head = new Uint8Array(HEAD);
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new NotShown('broken');
    });
    if (done) return { bytes, head: head.slice(0, Math.min(bytes, HEAD)) };
    if (bytes < HEAD) head.set(value.subarray(0, HEAD - bytes), bytes);
    bytes += value.length;
    if (bytes > most) {
      await reader.cancel().catch(() => {});
      throw new NotShown('too-large');
    }
  }
}
