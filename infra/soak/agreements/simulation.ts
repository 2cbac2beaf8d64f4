import { addDays, beijingDate, type CalendarDate } from '@lianyu/domain/kernel';
import type { TestPlatform } from '@lianyu/platform/fixtures';
import { Life } from './life.ts';
import { Chance } from './random.ts';
import { storyBy } from './story.ts';
import { type Given, type Verified, verify } from './verify.ts';

export interface SimulationOptions {
  readonly agreements: number;
  /** Of injected time. */
  readonly days: number;
  readonly seed: number;
  /** How many days pass between two looks, on the average. */
  readonly stride?: number;
  readonly progress?: (day: CalendarDate, commands: number) => void;
}

export interface Simulated extends Verified {
  readonly agreements: number;
  readonly commands: number;
  readonly refused: number;
  readonly restarts: number;
  readonly jumps: number;
  readonly events: number;
}

/**
 * Lives of agreements through years of injected time on a whole platform with its embedded stores, on which the demonstration was played: days pass by ones and
 * twos, sometimes nobody is there for weeks, the clock goes back by days, the server is started anew. Then everything is looked
 * at. @throws Error with the first thing that does not hold
 */
export async function simulate(platform: TestPlatform, { agreements, days, seed, stride = 3, progress }: SimulationOptions): Promise<Simulated> {
  const chance = new Chance(seed);
  const first = beijingDate(platform.clock.now());
  const last = addDays(first, days);
  const lives = Array.from(
    { length: agreements },
    (_, number) => new Life(platform, storyBy(chance, number, addDays(first, chance.between(1, Math.ceil(days * 0.7))))),
  );
  const sum = (of: (life: Life) => number) => lives.reduce((total, life) => total + of(life), 0);
  let [restarts, jumps] = [0, 0];
  // The farthest day so far: a clock that went back comes to it again.
  let [today, farthest] = [first, first];
  while (farthest < last) {
    const back = chance.once(25);
    const away = chance.once(30);
    if (back || away) jumps += 1;
    today = addDays(today, back ? -chance.between(1, 9) : away ? chance.between(20, 70) : chance.between(1, 2 * stride - 1));
    if (today > last) today = last;
    if (today > farthest) farthest = today;
    platform.at(`${today}T02:00:00.000Z`);
    if (chance.once(40)) {
      restarts += 1;
      await platform.reopen();
    }
    await tick(platform);
    for (const life of lives) await life.live(today);
    await tick(platform);
    progress?.(
      today,
      sum((life) => life.given),
    );
  }
  await tick(platform);
  const log = await platform.log();
  const verified = verify(log, await given(platform), last);
  return {
    agreements,
    commands: sum((life) => life.given),
    refused: sum((life) => life.refused),
    restarts,
    jumps,
    events: log.length,
    ...verified,
  };
}

/** As the server does every half minute, until nothing follows any more. */
async function tick(platform: TestPlatform): Promise<void> {
  await platform.settled();
  await platform.platform.clockProcess.tick();
  await platform.settled();
  // What the first gave sets new days, of which people are told.
  await platform.platform.clockProcess.tick();
  await platform.settled();
}

const NOBODY = '00000000-0000-4000-8000-000000000000' as never;

/** All whose people act in these lives. */
const parties = ['xian-etdz', 'bayannur-etdz', 'tianjin-etdz', 'zhengzhou-etdz', 'daqing-etdz'] as const;

/** All that was told to them and to the office. */
async function given({ platform }: TestPlatform): Promise<readonly Given[]> {
  const found: Given[] = [];
  for (const audience of [...parties.flatMap((party) => [`organisation:${party}` as const, `appraisal:${party}` as const]), 'signed' as const]) {
    for (let before: number | undefined; ; ) {
      const page = platform.vault.notices({ member: NOBODY, audiences: [audience], limit: 1_000, ...(before === undefined ? {} : { before }) });
      found.push(...page.map(({ id }) => ({ id, audience })));
      before = page.at(-1)?.seq;
      if (page.length < 1_000) break;
    }
  }
  return found;
}
