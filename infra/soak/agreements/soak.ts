import { TestPlatform } from '@lianyu/platform/fixtures';
import type { SoakOptions } from '../main.ts';
import { type Simulated, simulate } from './simulation.ts';

const YEARS = 5;
/** Without `--rounds` there are so many agreements. */
const AGREEMENTS = 200;

/** Lives of agreements, as many as there are rounds, through five years of injected time. */
export async function agreements({ rounds, seed }: SoakOptions): Promise<Simulated> {
  const begun = performance.now();
  let month = '';
  const platform = await new TestPlatform().play();
  const done = await simulate(platform, {
    agreements: rounds ?? AGREEMENTS,
    days: YEARS * 365,
    seed,
    progress(day, commands) {
      if (day.slice(0, 7) === month) return;
      month = day.slice(0, 7);
      console.error(`  ${day}, ${commands} commands, ${Math.round((performance.now() - begun) / 1_000)} s`);
    },
  });
  await platform.close();
  return done;
}
