import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestServer } from '../test/server.ts';
import { TestStoreNode } from '../test/store-node.ts';

const node = new TestStoreNode();
const server = new TestServer({ eventStore: node });
const another = new TestServer({ eventStore: node });

beforeAll(async () => {
  await node.start();
  await server.start('--empty');
}, 120_000);

afterAll(async () => {
  await server.stop();
  await node.stop();
  for (const one of [server, another, node]) one.remove();
});

const ready = async () => {
  const answer = await fetch(`${server.origin}/api/ready`);
  return { status: answer.status, body: await answer.json() };
};

test('AZ-3 an empty installation is founded in a store node, once, and comes back to it', async () => {
  expect(server.lines.filter((line) => line.includes('/set-up/'))).toHaveLength(2);
  expect(await ready()).toEqual({ status: 200, body: { ready: true, details: { log: 'open' } } });
  await server.kill();
  await server.start('--empty');
  expect(server.lines.filter((line) => line.includes('/set-up/'))).toHaveLength(2);
});

test('ES-48 readiness says that the store is gone, and that it is back', async () => {
  await node.kill();
  expect(await ready()).toMatchObject({ status: 503, body: { error: { code: 'NOT_READY', data: { log: 'unavailable' } } } });
  await node.start();
  expect(await ready()).toMatchObject({ status: 200 });
});

test('another data directory does not take over the log that it finds', async () => {
  await expect(another.start('--empty')).rejects.toThrow(/ended with 6[\s\S]*STORE_FOREIGN/);
});
