import type { ReadStore } from '@lianyu/projections';
import type { Connection, Encoded } from './connection.ts';

/** All connections of this process at the tail of the feed: each commit is looked at once, and wakes whom it concerns. */
export function createHub(readStore: ReadStore) {
  const connections = new Set<Connection>();
  const encoded: Encoded = new Map();
  let seen = readStore.feed();

  const stop = readStore.onCommit(() => {
    const head = readStore.feed();
    const changes = head.epoch === seen.epoch ? readStore.changes(seen.seq, Math.max(1, head.seq - seen.seq)) : undefined;
    seen = head;
    encoded.clear();
    for (const connection of connections) {
      if (changes === undefined || connection.concerns(changes)) connection.advance();
      else connection.skipTo(head.seq);
    }
  });

  return { connections, encoded, stop };
}
