import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { refusal, wholeLog } from '../../contract-suite/harness.ts';
import { openSqliteStore } from '../index.ts';
import { endWithParent } from './child.ts';

/** Fills a small file system through the store, then makes room; prints what happened. */
endWithParent();
const folder = process.argv[2] ?? '';
const ballast = join(folder, 'ballast');
writeFileSync(ballast, Buffer.alloc(60_000_000));
const store = openSqliteStore({ path: join(folder, 'events.sqlite'), ledgerCategories: ['negotiation'] });
const batch = (bytes: number) =>
  Array.from({ length: 5 }, () => ({ id: randomUUID(), type: 'TextConfirmed', data: 'x'.repeat(bytes), metadata: {} }));

let appended = 0;
let full: Awaited<ReturnType<typeof refusal>>;
for (const bytes of [20_000, 100]) {
  for (;;) {
    full = await refusal(store.append('negotiation-1', 'any', batch(bytes)));
    if (full) break;
    appended += 5;
  }
}
const whileFull = (await wholeLog(store)).length;
const again = await refusal(store.append('negotiation-1', 'any', batch(20_000)));
rmSync(ballast);
const { revision } = await store.append('negotiation-1', 'any', batch(20_000));
appended += 5;
await store.close();
const reopened = openSqliteStore({ path: join(folder, 'events.sqlite'), ledgerCategories: ['negotiation'] });
const kept = (await wholeLog(reopened)).length;
const findings = await reopened.checkIntegrity();
await reopened.close();
writeSync(1, `${JSON.stringify({ full: full?.code, again: again?.code, appended, whileFull, revision: Number(revision), kept, findings })}\n`);
process.exit(0);
