import { closeSync, fdatasyncSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { perSecond, type Round } from './figure.ts';

const record = Buffer.alloc(400, 'x');

/** 400 bytes, on the disk when it returns. */
export function appendRaw(file: number): void {
  writeSync(file, record);
  fdatasyncSync(file);
}

/** What the disk itself allows: such appends one after the other. */
export function rawDisk(folder: string, milliseconds: number): Round {
  return async () => {
    const file = openSync(join(folder, 'raw.log'), 'a');
    try {
      return await perSecond(milliseconds, () => {
        appendRaw(file);
        return 1;
      });
    } finally {
      closeSync(file);
    }
  };
}

const FRAME = { header: 24, page: 4_096 };
const LENGTH = 16_777_216;

/**
 * The least that SQLite does for an append in WAL mode: two pages, each behind its header, written over what is there, and
 * fsync. (Node builds SQLite without fdatasync; with nothing but bytes to write the two cost the same.)
 */
export function rawPages(folder: string, milliseconds: number): Round {
  const header = Buffer.alloc(FRAME.header, 'x');
  const page = Buffer.alloc(FRAME.page, 'x');
  const path = join(folder, 'raw.pages');
  return async () => {
    const file = openSync(path, 'w');
    try {
      writeSync(file, Buffer.alloc(LENGTH), 0, LENGTH, 0);
      fsyncSync(file);
      let at = 0;
      return await perSecond(milliseconds, () => {
        if (at + 2 * (FRAME.header + FRAME.page) > LENGTH) at = 0;
        for (let frame = 0; frame < 2; frame += 1) {
          writeSync(file, header, 0, FRAME.header, at);
          writeSync(file, page, 0, FRAME.page, at + FRAME.header);
          at += FRAME.header + FRAME.page;
        }
        fsyncSync(file);
        return 1;
      });
    } finally {
      closeSync(file);
      rmSync(path);
    }
  };
}
