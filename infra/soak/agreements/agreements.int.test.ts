import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { TestPlatform } from '@lianyu/platform/fixtures';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { momentsThatDiffer } from './moments.ts';
import { simulate } from './simulation.ts';

const platform = new TestPlatform();
const seed = Number(process.env['SIMULATION_SEED'] ?? 5);
beforeAll(async () => {
  await platform.play();
});
afterAll(() => platform.close());

test(`TM-3 TM-6 TM-9 a few agreements through more than a year, with downtimes, restarts and a clock that goes back (seed ${seed})`, async () => {
  const done = await simulate(platform, { agreements: 3, days: 420, stride: 14, seed });
  expect(done.commands).toBeGreaterThan(10);
  expect(done.deadlines).toBeGreaterThan(3);
}, 180_000);

test(`PR-4.2 at 200 random moments of those lives every list and page as of then equals a fold of the log cut there (seed ${seed})`, async () => {
  const { store, readStore } = platform.platform;
  await platform.settled();
  const db = new DatabaseSync(join(platform.dataDir, 'read.sqlite'), { readOnly: true });
  const series = db.prepare('SELECT what, name, audience FROM series').all();
  db.close();
  expect(series.length).toBeGreaterThan(100);
  const { moments, compared, differing } = await momentsThatDiffer({ store, readStore, series: series as never, moments: 200, seed, oneIn: 10 });
  expect(differing).toEqual([]);
  expect(moments).toBe(200);
  expect(compared).toBeGreaterThan(2_000);
}, 180_000);
