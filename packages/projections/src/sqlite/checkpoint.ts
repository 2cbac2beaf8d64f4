import type { DatabaseSync } from 'node:sqlite';
import type { Position } from '@lianyu/event-store';
import type { Mark } from '../read-store.ts';

/** How far the log is in the documents, and who may move it: the holder of the newest fencing token (PR-2). */
export function openCheckpoint(db: DatabaseSync) {
  const select = db.prepare('SELECT position, event, stream, revision, fence FROM checkpoint');
  const fenced = db.prepare('UPDATE checkpoint SET fence = fence + 1');
  const advance = db.prepare('UPDATE checkpoint SET position = ?, event = ?, stream = ?, revision = ? WHERE fence = ? AND position IS ?');
  const position = () => positionFrom(select.get()?.['position']);

  return {
    position,
    isHeldBy: (fence: number) => select.get()?.['fence'] === fence,
    /** A new token: from now on all earlier ones are refused. */
    takeOver(): { readonly fence: number; readonly position: Position | undefined; readonly last: Mark | undefined } {
      fenced.run();
      const row = select.get() ?? {};
      return { fence: Number(row['fence']), position: positionFrom(row['position']), last: markFrom(row) };
    },
    /** @returns false, and nothing is changed, when the token is not the newest or the checkpoint is not where the writer believes */
    advance(fence: number, before: Position | undefined, to: Position, last: Mark | undefined): boolean {
      const mark = last ? [last.id, last.stream, last.revision.toString()] : [null, null, null];
      return advance.run(to.toString(), ...mark, fence, before === undefined ? null : before.toString()).changes === 1;
    },
  };
}

function positionFrom(text: unknown): Position | undefined {
  return typeof text === 'string' ? (BigInt(text) as Position) : undefined;
}

function markFrom({ event, stream, revision }: Readonly<Record<string, unknown>>): Mark | undefined {
  return typeof event === 'string' ? { id: event, stream: String(stream), revision: BigInt(String(revision)) } : undefined;
}
