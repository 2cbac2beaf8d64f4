import { expect, test } from 'vitest';
import { openCalls } from './calls.ts';
import { nodeLimits } from './limits.ts';

test('ES-73 calls under way are limited, and each that is over makes room', () => {
  const ending = new AbortController();
  const calls = openCalls(ending.signal);
  const [first] = Array.from({ length: nodeLimits.calls }, () => calls.begin());
  expect(() => calls.begin()).toThrow('Server Is Too Busy');
  first?.();
  const last = calls.begin();
  expect(() => calls.begin()).toThrow('Server Is Too Busy');
  last();
  ending.abort();
  expect(() => calls.begin()).toThrow('Server Is Shutting Down');
});
