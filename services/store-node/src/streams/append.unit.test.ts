import { EventEmitter } from 'node:events';
import { Metadata } from '@grpc/grpc-js';
import type { RawStore } from '@lianyu/event-store/sqlite';
import { expect, test } from 'vitest';
import { anybody } from '../access/caller.ts';
import { appendOptions, proposed } from '../raw-client.fixtures.ts';
import { append } from './append.ts';

test('ES-61 an append whose client gives up on the way is not taken for a whole one, although its stream ends first', async () => {
  const call = Object.assign(new EventEmitter(), { cancelled: false, metadata: new Metadata() });
  const store = {
    append() {
      throw new Error('it was appended');
    },
  };
  const appending = append(store as unknown as RawStore, call, anybody);
  call.emit('data', appendOptions('s'));
  call.emit('data', proposed());
  // The end of the requests, and right behind it the reset of the stream.
  call.emit('end');
  setTimeout(() => {
    call.cancelled = true;
    call.emit('cancelled');
  }, 2);
  await expect(appending).rejects.toThrow('The call was cancelled.');
});

test('ES-73 an append that was given up before it was read is over', async () => {
  const call = Object.assign(new EventEmitter(), { cancelled: true, metadata: new Metadata() });
  await expect(append({} as RawStore, call, anybody)).rejects.toThrow('The call was cancelled.');
});
