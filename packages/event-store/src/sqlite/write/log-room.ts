import { closeSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';

/** Of the write-ahead log's file: its header, and a page with the header before it. */
const HEADER = 32;
const FRAME = 4_120;

/** So much is added at once: about a millisecond, once. */
const STEP = 1_048_576;
const zeros = Buffer.alloc(STEP);

export interface LogRoom {
  /** There shall be room behind so many frames. */
  ahead(frames: number): void;
  close(): void;
}

/**
 * Lets the file of the write-ahead log grow ahead of what is written into it, by zeros that are on the disk with the next
 * commit, up to `frames` of them. A commit that lengthens its file waits for the file system to allocate blocks and to write
 * its own journal as well; one that writes over what is there waits for its own bytes alone. SQLite takes zeros behind the last
 * frame for what they are, as it does the frames of an earlier round. Where there is no room the log goes on growing as
 * it needs to.
 */
export function openLogRoom(path: string, frames: number): LogRoom {
  const most = HEADER + frames * FRAME;
  let file: number | undefined;
  let length = 0;

  function grow(): void {
    file ??= openSync(`${path}-wal`, 'r+');
    length = fstatSync(file).size;
    const next = Math.min(length + STEP, most);
    if (next <= length) return;
    try {
      const written = writeSync(file, zeros, 0, next - length, length);
      if (written < next - length) ftruncateSync(file, length);
      else length = next;
    } catch {
      ftruncateSync(file, length);
    }
  }

  return {
    ahead(written) {
      const end = HEADER + written * FRAME;
      if (length < most && end + STEP / 2 > length) grow();
    },
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}
