import { expect, test } from 'vitest';
import { simulate } from './simulation.ts';

/** Another story on every day, the same for whoever looks into what failed on it. */
const seed = Number(process.env['SIMULATION_SEED'] ?? Math.floor(Date.now() / 86_400_000));

test(`TM-3 TM-6 TM-9 a few agreements through a year and a half, with downtimes, restarts and a clock that goes back (seed ${seed})`, async () => {
  const done = await simulate({ agreements: 4, days: 540, stride: 12, seed });
  expect(done.commands).toBeGreaterThan(10);
  expect(done.deadlines).toBeGreaterThan(3);
});
