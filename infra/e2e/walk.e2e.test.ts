import { test } from 'vitest';
import { TestServer } from '../test/server.ts';
import { walk } from './walk.fixtures.ts';

const server = new TestServer();

test(
  'AZ-2 six people go from draft to force; every screen follows, nobody sees what is not theirs, the analyst steps back',
  walk({
    server,
    start: () => server.start(),
    async stop() {
      await server.stop();
      server.remove();
    },
    async interrupt() {
      await server.kill();
      await server.start();
    },
    async disturb() {},
  }),
);
