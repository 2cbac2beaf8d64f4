import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { bodyOf, now } from './messages.ts';
import { tell, underLoad } from './pace.ts';

// The baseline: the same bytes to every socket, and nothing else: no store, no access, no resuming, no acknowledgement.
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
server.on('listening', () => tell({ say: 'listening', url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}` }));

underLoad((ordinal) => {
  const bytes = JSON.stringify([
    {
      op: 'put',
      row: { kind: 'move', key: 'k', audience: 'organisation:xian', topic: 'agreement/k', sort: '', version: ordinal + 1, body: bodyOf(ordinal) },
    },
  ]);
  const at = now();
  for (const socket of server.clients) socket.send(bytes);
  return at;
});
