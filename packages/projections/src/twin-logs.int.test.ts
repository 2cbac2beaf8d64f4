import type { AnyEvent } from '@lianyu/domain/events';
import { categoryOf, type OrganisationId, type Recorded } from '@lianyu/domain/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Audience, agreements, projections } from './folds/index.ts';
import { createRunner } from './runner.ts';
import { openSqliteReadStore } from './sqlite/index.ts';
import { Chronicle, hands, memberOf } from './testing/chronicle.fixtures.ts';
import { logOf } from './testing/log.fixtures.ts';
import { Secrets } from './testing/secrets.fixtures.ts';
import { someSteps, tell, zones } from './testing/stories.fixtures.ts';
import { Story } from './testing/story.fixtures.ts';

/** All that the feed ever tells these audiences of a log, to the byte. */
async function toldTo(audiences: readonly Audience[], events: readonly Recorded<AnyEvent>[]): Promise<string[]> {
  const readStore = openSqliteReadStore({ path: ':memory:' });
  const runner = createRunner({ store: logOf(events), readStore, projections });
  runner.start();
  await runner.caughtUp();
  await runner.stop();
  const changes = readStore.changes(0, Number.MAX_SAFE_INTEGER) ?? [];
  readStore.close();
  return changes
    .filter((change) => audiences.includes(change.op === 'put' ? change.document.audience : change.audience))
    .map(({ seq: _, ...change }) => JSON.stringify(change));
}

const membersOf = (zone: OrganisationId) => Object.values(hands).map((hand): Audience => `member:${memberOf(zone, hand)}`);

test('LV-3 AZ-2 a party is told the same, version for version, whether or not the others work in private and strangers negotiate', async () => {
  let hidden = 0;
  await fc.assert(
    fc.asyncProperty(someSteps, fc.constantFrom(...zones), async (steps, zone) => {
      const { log, stories } = tell(steps);
      const own = new Set<string | undefined>(stories.filter(({ parties }) => parties.includes(zone)).map(({ id }) => id));
      const visible = log.events.filter(
        (event) => own.has(agreements.keyOf(event)) && (categoryOf(event.stream) !== 'clearance' || event.stream.endsWith(`-${zone}`)),
      );
      const audiences: Audience[] = ['everyone', `organisation:${zone}`, ...membersOf(zone)];
      const told = await toldTo(audiences, log.events);
      expect(told.length).toBeGreaterThan(0);
      expect(await toldTo(audiences, visible)).toEqual(told);
      hidden += log.events.length - visible.length;
    }),
    { numRuns: 25 },
  );
  expect(hidden).toBeGreaterThan(100);
});

test('LV-3 AZ-2 the office and auditors are told the same whether or not there is any internal procedure', async () => {
  const audiences: Audience[] = ['everyone', 'overview', 'signed', 'audit', 'administration'];
  let hidden = 0;
  await fc.assert(
    fc.asyncProperty(someSteps, async (steps) => {
      const { log } = tell(steps);
      const visible = log.events.filter(({ stream }) => categoryOf(stream) !== 'clearance');
      expect(await toldTo(audiences, visible)).toEqual(await toldTo(audiences, log.events));
      hidden += log.events.length - visible.length;
    }),
    { numRuns: 25 },
  );
  expect(hidden).toBeGreaterThan(100);
});

test('LV-3 AZ-2 the office does not learn how often a day something moved, nor whose move it was', async () => {
  const [one, other, third] = zones as [OrganisationId, OrganisationId, OrganisationId];
  const told = (moves: number, by: number) => {
    const log = new Chronicle();
    const story = new Story(log, new Secrets(), 1, [one, other, third]).begin();
    for (const _day of [1, 2]) {
      log.pass(24 * 60);
      for (let move = 0; move < moves; move += 1) {
        story.act('counter', move + by);
        log.pass(5);
      }
      log.pass(-5 * moves);
    }
    log.pass(24 * 60);
    return toldTo(['overview'], story.conclude() && log.events.filter(({ stream }) => categoryOf(stream) !== 'agreement'));
  };
  const once = await told(1, 0);
  expect(once.filter((change) => change.includes('"moved"'))).toHaveLength(3);
  for (const moves of [2, 3, 7]) for (const by of [0, 1]) expect(await told(moves, by)).toEqual(once);
});
