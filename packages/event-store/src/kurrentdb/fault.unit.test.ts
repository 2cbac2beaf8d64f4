import { expect, test } from 'vitest';
import { EventStoreError } from '../port.ts';
import { faultOf } from './fault.ts';

test('ES-45 a look at the end that ran out of patience does not end the subscription that it was for; what is final does', () => {
  const gaveUp = new EventStoreError('STORE_UNAVAILABLE', { problem: 'deadline-exceeded' });
  expect(faultOf(gaveUp)).toEqual({ error: gaveUp, passing: true });
  const refused = new EventStoreError('STORE_DENIED', { problem: 'access' });
  expect(faultOf(refused)).toEqual({ error: refused, passing: false });
});
