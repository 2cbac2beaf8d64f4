import type { AnyEvent } from '@lianyu/domain/events';
import type { OrganisationId } from '@lianyu/domain/kernel';
import { expect, test } from 'vitest';
import { Chronicle } from '../../testing/chronicle.fixtures.ts';
import { coverage } from './index.ts';
import { eventCount } from './schemas.ts';

const [a, b, c] = ['zone-a', 'zone-b', 'zone-c'] as OrganisationId[] as [OrganisationId, OrganisationId, OrganisationId];
const concluded = (...parties: OrganisationId[]) =>
  ({ type: 'AgreementConcluded', data: { content: { parties: parties.map((organisation) => ({ organisation })) } } }) as unknown as AnyEvent;
const granted = (party: OrganisationId) => ({ type: 'ClearanceGranted', data: { party } }) as unknown as AnyEvent;

function counted(type: string, ...events: readonly AnyEvent[]) {
  const log = new Chronicle();
  for (const [index, event] of events.entries()) log.append(`agreement-${index}`, [event], 'test');
  const documents = coverage.documents(log.events.filter((event) => coverage.keyOf(event) === type).reduce(coverage.evolve, coverage.initial), type);
  return documents.map(({ audience, body }) => ({ audience, ...eventCount.parse(body) }));
}

test('RD-5 LV-3 what is signed counts for each of its parties, and in total for who reads what is signed', () => {
  const told = counted('AgreementConcluded', concluded(a, b), concluded(a, c), granted(a));
  expect(told.map(({ audience, count, by }) => [audience, count, by?.map((part) => [part.organisation, part.count])])).toEqual([
    [
      'signed',
      2,
      [
        [a, 2],
        [b, 1],
        [c, 1],
      ],
    ],
    [`organisation:${a}`, 2, undefined],
    [`organisation:${b}`, 1, undefined],
    [`organisation:${c}`, 1, undefined],
  ]);
});

test('RD-5 LV-3 internal procedure counts for the party alone: nobody else learns that there was any', () => {
  expect(counted('ClearanceGranted', granted(a), concluded(a, b), granted(b)).map(({ audience, count }) => [audience, count])).toEqual([
    [`organisation:${a}`, 1],
    [`organisation:${b}`, 1],
  ]);
  expect(counted('ClearanceOpened', { type: 'ClearanceOpened', data: { party: a } } as unknown as AnyEvent)).toEqual([]);
});
