import { expect, test } from 'vitest';
import { type ClockProcess, clocksTogether } from './clock.ts';

test('TM-3 a clock that fails at every tick is told and keeps none of the others from theirs', async () => {
  const ticked: string[] = [];
  const broken = new Error('broken');
  const clock = (name: string, fails = false): ClockProcess => ({
    name,
    react: async () => {},
    async tick() {
      if (fails) throw broken;
      ticked.push(name);
    },
  });
  const together = clocksTogether(clock('before'), clock('broken', true), clock('after'));
  for (const _ of [1, 2]) await expect(together.tick()).rejects.toMatchObject({ errors: [broken] });
  expect(ticked).toEqual(['before', 'after', 'before', 'after']);
});
