import { BACKWARDS, binaryEvent, END } from '@eventstore/db-client';
import { expect, test } from 'vitest';
import { follow, numberedEvents, read, someStream, withNode } from '../store-node.fixtures.ts';

const linkTo = (revision: bigint | string, stream: string) => binaryEvent({ type: '$>', data: Buffer.from(`${revision}@${stream}`) });

test('ES-66 a link is told as it stands, or together with what it points to', () =>
  withNode(async ({ client }) => {
    const own = client();
    const target = `${someStream()}@项目`;
    const links = someStream();
    await own.appendToStream(target, numberedEvents(3));
    await own.appendToStream(links, [linkTo(2n, target), linkTo(0n, target), ...numberedEvents(1)]);

    const asStored = await read(own.readStream(links));
    expect(asStored.map(({ event, link }) => [event?.type, link])).toEqual([
      ['$>', undefined],
      ['$>', undefined],
      ['Numbered', undefined],
    ]);
    const resolved = await read(own.readStream(links, { resolveLinkTos: true }));
    expect(resolved.map(({ event, link }) => [event?.streamId, event?.revision, link?.streamId, link?.revision])).toEqual([
      [target, 2n, links, 0n],
      [target, 0n, links, 1n],
      [links, 2n, undefined, undefined],
    ]);
    expect(resolved.map(({ commitPosition }) => commitPosition)).toEqual(asStored.map(({ commitPosition }) => commitPosition));

    const all = await read(own.readAll({ resolveLinkTos: true, direction: BACKWARDS, fromPosition: END, maxCount: 3 }));
    expect(all.toReversed().map(({ event, link }) => [event?.streamId, link?.revision])).toEqual([
      [target, 0n],
      [target, 1n],
      [links, undefined],
    ]);
    const followers = [follow(own.subscribeToStream(links, { resolveLinkTos: true })), follow(own.subscribeToAll({ resolveLinkTos: true }))];
    for (const follower of followers) {
      await follower.until(({ caughtUp }) => caughtUp === 1);
      expect(follower.events.slice(-3)).toEqual(resolved);
      await follower.stop();
    }
  }));

test('ES-66 a link that leads nowhere is told as a link without an event', () =>
  withNode(async ({ client }) => {
    const own = client();
    const links = someStream();
    const truncated = someStream();
    const tombstoned = someStream();
    await own.appendToStream(truncated, numberedEvents(3));
    await own.setStreamMetadata(truncated, { truncateBefore: 2 });
    await own.appendToStream(tombstoned, numberedEvents(1));
    await own.tombstoneStream(tombstoned);
    await own.appendToStream(links, [
      linkTo(0n, 'never-written'),
      linkTo(9n, truncated),
      linkTo(1n, truncated),
      linkTo(0n, tombstoned),
      linkTo('-1', truncated),
      linkTo('99999999999999999999', truncated),
      binaryEvent({ type: '$>', data: Uint8Array.of(0xff, 0xfe) }),
    ]);
    const resolved = await read(own.readStream(links, { resolveLinkTos: true }));
    expect(resolved.map(({ event, link }) => [event, link?.revision])).toEqual([0n, 1n, 2n, 3n, 4n, 5n, 6n].map((revision) => [undefined, revision]));
  }));
