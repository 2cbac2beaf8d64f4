import type { Batch } from '../../input/batch.ts';
import type { ExpectedRevision } from '../../port.ts';

/** What a stream is asked to become: hidden until it is written again, or ended for good. */
export interface Removal {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly removal: 'delete' | 'tombstone';
  readonly bytes: number;
}

/** What the writer is asked to do, checked against everything that does not depend on the stream's state. */
export type Request = Batch | Removal;

/** How many events it comes to, at most. */
export function eventsIn(request: Request): number {
  return 'events' in request ? request.events.length : 1;
}
