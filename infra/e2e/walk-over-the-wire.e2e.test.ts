import { test } from 'vitest';
import { TestServer } from '../test/server.ts';
import { TestStoreNode } from '../test/store-node.ts';
import { walk } from './walk.fixtures.ts';

const node = new TestStoreNode();
const server = new TestServer({ eventStore: node });

/** The same people and screens; the events are in another process, which is killed with the server, and once by itself. */
test(
  'AZ-2 ES-41 ES-45 six people go from draft to force with the events in a store node that is killed twice',
  walk({
    server,
    async start() {
      await node.start();
      await server.start();
    },
    async stop() {
      await server.stop();
      await node.stop();
      server.remove();
      node.remove();
    },
    async interrupt() {
      await server.kill();
      await node.kill();
      await node.start();
      await server.start();
    },
    async disturb() {
      await node.kill();
      await node.start();
    },
  }),
);
