import { expect, test } from 'vitest';
import { inFolder } from '../sqlite/testing/folder.ts';
import { crashSqlite } from './index.ts';

const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);

// The long form: npm run soak -- store-crash --rounds 500
test(`ES-20 EV-4 a killed process has lost nothing that it acknowledged or showed, and left no half batch (CRASH_SEED=${seed})`, async () => {
  await inFolder(async (_, path) => {
    const { events, acknowledged } = await crashSqlite(path, { rounds: 4, seed });
    expect(events).toBeGreaterThan(0);
    expect(acknowledged).toBeGreaterThan(0);
  });
});
