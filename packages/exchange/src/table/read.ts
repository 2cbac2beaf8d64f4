import { refuse } from '@lianyu/domain/kernel';
import { readCsv } from './csv.ts';
import { tableLimits } from './limits.ts';
import { FileFault, type FileRefusal, type Table } from './table.ts';
import { readXlsx } from './xlsx/read.ts';

const startsWith = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, index) => bytes[index] === byte);

/** Reads a file of figures by what it is, whatever it is called. `sheet` names one of a workbook's. */
export async function readTable(bytes: Uint8Array, sheet?: string): Promise<Table | FileRefusal> {
  try {
    if (bytes.length > tableLimits.bytes) throw new FileFault('FILE_TOO_LARGE', { limit: tableLimits.bytes });
    if (bytes.length === 0) throw new FileFault('FILE_EMPTY');
    if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new FileFault('FILE_FORMAT_OLD');
    return startsWith(bytes, 0x50, 0x4b) ? await readXlsx(bytes, sheet) : readCsv(bytes);
  } catch (error) {
    if (error instanceof FileFault) return refuse(error.code, error.data);
    throw error;
  }
}
