import { test } from 'vitest';
import { TestServer } from '../test/server.ts';
import { TestStoreNode } from '../test/store-node.ts';
import { walk } from './walk.fixtures.ts';

const node = new TestStoreNode();
const server = new TestServer({ eventStore: node });
let returning = Promise.resolve();

/** The same people and screens; the events are in another process, which is killed under the server, once in a pause and once under their hands. */
test(
  'AZ-2 ES-41 ES-45 six people go from draft to force with the events in a store node that is killed twice',
  walk({
    server,
    /** The demonstration was played in process; its log moves to the node as it is. */
    async start() {
      await server.prepare();
      node.take(server.dataDir);
      await node.start();
      await server.start();
    },
    async stop() {
      await returning;
      await server.stop();
      await node.stop();
      server.remove();
      node.remove();
    },
    async interrupt() {
      await node.kill();
      await node.start();
    },
    /** Comes back while the next act waits for it. */
    async disturb() {
      await node.kill();
      returning = node.start();
    },
  }),
);
