import { text } from 'node:stream/consumers';
import { type Entry, fromBufferPromise } from 'yauzl';
import { tableLimits } from '../limits.ts';
import { FileFault } from '../table.ts';

/** The parts of a workbook by their paths, as text. Other parts (pictures, themes, macros) are not inflated at all. */
export type Parts = ReadonlyMap<string, string>;

const WANTED = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|styles\.xml|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/i;

/**
 * Inflates what is read of a workbook, and no more than the limit: the sizes that the directory states are summed before
 * anything is inflated, and the unpacker ends a part that grows beyond what it stated.
 */
export async function unpack(bytes: Uint8Array): Promise<Parts> {
  const parts = new Map<string, string>();
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
    if (zip.entryCount > tableLimits.entries) throw new FileFault('FILE_TOO_MANY', { what: 'entries', limit: tableLimits.entries });
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) if (WANTED.test(entry.fileName)) entries.push(entry);
    const inflated = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    if (inflated > tableLimits.inflatedBytes) throw new FileFault('FILE_TOO_LARGE', { limit: tableLimits.inflatedBytes });
    for (const entry of entries) parts.set(entry.fileName.toLowerCase(), await text(await zip.openReadStreamPromise(entry)));
  } catch (error) {
    if (error instanceof FileFault) throw error;
    throw new FileFault('FILE_MALFORMED', { problem: 'zip' });
  }
  return parts;
}
