import type { OrganisationId } from '@lianyu/domain/kernel';
import fc from 'fast-check';
import { Chronicle } from './chronicle.fixtures.ts';
import { Secrets } from './secrets.fixtures.ts';
import { type Act, acts, Story } from './story.fixtures.ts';

/** Zones that negotiate with each other in the tests. */
export const zones = ['a-zone', 'b-zone', 'c-zone', 'd-zone', 'e-zone'] as OrganisationId[];
const [a, b, c, d, e] = zones as [OrganisationId, OrganisationId, OrganisationId, OrganisationId, OrganisationId];
/** Who negotiates with whom: the first zone is in two of three. */
const tables = [
  [a, b, c],
  [d, e],
  [d, a],
];

export interface Step {
  readonly table: number;
  readonly act: Act;
  readonly who: number;
  readonly minutes: number;
}

const rare: readonly Act[] = ['decline', 'withdraw'];
const some = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom<Act>('onward') },
  { weight: 20, arbitrary: fc.constantFrom(...acts.filter((act) => !rare.includes(act))) },
  { weight: 1, arbitrary: fc.constantFrom(...rare) },
);
const step = fc.record({ table: fc.nat(tables.length - 1), act: some, who: fc.nat(2), minutes: fc.integer({ min: 0, max: 700 }) });
/** The three parties in turn, eight things each: enough for any table to come to its end. */
const finale = (table: number) => Array.from({ length: 24 }, (_, turn): Step => ({ table, act: 'onward', who: turn % 3, minutes: turn * 7 }));

/** What happens at several tables in turn, of which some are then led to their end. */
export const someSteps: fc.Arbitrary<Step[]> = fc
  .tuple(fc.array(step, { minLength: 10, maxLength: 80 }), fc.subarray([0, 1, 2]))
  .map(([steps, ending]) => [...steps, ...ending.flatMap(finale)]);

export interface Told {
  readonly log: Chronicle;
  readonly stories: readonly Story[];
  readonly secrets: Secrets;
}

/** The log that the steps lead to. With another salt only what is private in it differs. `first` keeps the ids of several logs apart. */
export function tell(steps: readonly Step[], salt = 's', { signs = true, first = 0 } = {}): Told {
  const log = new Chronicle(first);
  const secrets = new Secrets(salt);
  const stories = tables.map((parties, index) => new Story(log, secrets, first + index + 1, parties).begin());
  for (const { table, act, who, minutes } of steps) {
    log.pass(minutes);
    const story = stories[table];
    if (story && (signs || !story.signsBy(act, who))) story.act(act, who);
  }
  return { log, stories, secrets };
}
