import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { follow, refusal } from '../../contract-suite/harness.ts';
import { openSqliteStore } from '../index.ts';
import { endWithParent } from './child.ts';

/** Runs where no file may grow beyond a size (EFBIG), which is an I/O error and not a full disk; prints what happened. */
endWithParent();
process.on('SIGXFSZ', () => {});
const store = openSqliteStore({ path: process.argv[2] ?? '', ledgerCategories: ['negotiation'] });
const append = () => store.append('negotiation-1', 'any', [{ id: randomUUID(), type: 'TextConfirmed', data: 'x'.repeat(20_000), metadata: {} }]);
const follower = follow(store);
const subscription = refusal(follower.ended);
let acknowledged = 0;
let first: Awaited<ReturnType<typeof refusal>>;
for (;;) {
  first = await refusal(append());
  if (first) break;
  acknowledged += 1;
}
const after = [await refusal(append()), await refusal(store.readAll()), await refusal(store.head()), await subscription];
writeSync(1, `${JSON.stringify({ acknowledged, first: first.code, after: after.map((one) => one?.code) })}\n`);
process.exit(0);
