import { TestPlatform } from '@lianyu/platform/fixtures';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
