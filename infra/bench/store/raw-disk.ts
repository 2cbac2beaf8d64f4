import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { perSecond, type Round } from './figure.ts';

/** What the disk itself allows: 400 bytes appended to a file and brought to the disk, one after the other. */
export function rawDisk(folder: string, milliseconds: number): Round {
  const record = Buffer.alloc(400, 'x');
  return async () => {
    const file = openSync(join(folder, 'raw.log'), 'a');
    try {
      return await perSecond(milliseconds, () => {
        writeSync(file, record);
        fdatasyncSync(file);
        return 1;
      });
    } finally {
      closeSync(file);
    }
  };
}
