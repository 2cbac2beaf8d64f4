import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import type { NewEvent } from '../../port.ts';
import { openSqliteStore } from '../index.ts';
import { endWithParent } from './child.ts';

/** Appends from several sides at once until it is killed, and prints each append only after its outcome. */
const [path = '', round = '', writers = ''] = process.argv.slice(2);
endWithParent();
const store = openSqliteStore({ path, ledgerCategories: ['negotiation'] });
for (let writer = 0; writer < Number(writers); writer += 1) void write(writer);

async function write(writer: number): Promise<void> {
  const own = `negotiation-${round}-${writer}`;
  for (let revision = -1n, turn = 0; ; turn += 1) {
    const shared = turn % 3 === 2;
    const batch = newBatch(1 + ((turn * 7 + writer) % 6), turn % 10 === 0 ? 20_000 : 300);
    const expected = revision < 0n ? 'no-stream' : revision;
    const { revision: last } = await store.append(shared ? 'negotiation-shared' : own, shared ? 'any' : expected, batch);
    if (!shared) revision = last;
    const first = last - BigInt(batch.length) + 1n;
    writeSync(1, `${JSON.stringify({ stream: shared ? 'negotiation-shared' : own, first: String(first), ids: batch.map(({ id }) => id) })}\n`);
  }
}

/** Each event says how many belong together, so that half a batch can be seen. */
function newBatch(size: number, padding: number): NewEvent[] {
  const batch = randomUUID();
  return Array.from({ length: size }, (_, index) => ({
    id: randomUUID(),
    type: 'TextConfirmed',
    data: { batch, index, size, padding: 'x'.repeat(padding) },
    metadata: {},
  }));
}
