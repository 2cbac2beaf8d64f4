import { isClearanceEvent } from '@lianyu/domain/events';
import type { OrganisationId } from '@lianyu/domain/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { someSteps, type Told, tell, zones } from '../../testing/stories.fixtures.ts';
import { documentSchemas } from '../documents.ts';
import type { Document } from '../projection.ts';
import { deadlines } from './index.ts';

/** All documents of the days, with what happens inside one party or without it. */
function documentsOf({ log }: Told, without?: OrganisationId): readonly Document[] {
  const states = new Map<string, typeof deadlines.initial>();
  for (const event of log.events) {
    const key = deadlines.keyOf(event);
    if (key === undefined || (isClearanceEvent(event) && event.event.data.party === without)) continue;
    states.set(key, deadlines.evolve(states.get(key) ?? deadlines.initial, event));
  }
  return [...states].flatMap(([key, state]) => deadlines.documents(state, key));
}

test('TM-4 AZ-2 of the days inside a party nobody else has a trace: all other documents are the same as if nothing had happened there', () => {
  let inside = 0;
  fc.assert(
    fc.property(someSteps, (steps) => {
      const told = tell(steps);
      const all = documentsOf(told);
      for (const { kind, body } of all) expect(documentSchemas[kind as 'deadline'].safeParse(body).error).toBeUndefined();
      for (const zone of zones) {
        const others = ({ audience }: Document) => audience !== `organisation:${zone}`;
        expect(all.filter(others)).toEqual(documentsOf(told, zone).filter(others));
        const own = all.filter((document) => !others(document)).filter(({ key }) => key.includes('/step/'));
        expect(own.every(({ key, body }) => key.includes(`/step/${zone}/`) && (body as { ours: boolean }).ours)).toBe(true);
        inside += own.length;
      }
    }),
    { numRuns: 25 },
  );
  expect(inside).toBeGreaterThan(20);
});
