import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { crashOverWire } from './crash.fixtures.ts';
import { endAll } from './process.fixtures.ts';

const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 1_000_000);

afterEach(endAll);

// The long form: npm run soak -- store-crash-wire
test(`ES-41 ES-45 EV-4 the node is killed at random, its clients send again what was not acknowledged: all is there once, and subscribers converge (CRASH_SEED=${seed})`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianyu-crash-'));
  const { acknowledged, events, cutOff } = await crashOverWire(folder, { rounds: 3, seed });
  expect(acknowledged).toBeGreaterThanOrEqual(3);
  expect(events).toBeGreaterThanOrEqual(acknowledged);
  expect(cutOff).toBeGreaterThanOrEqual(3);
  rmSync(folder, { recursive: true, force: true });
});
