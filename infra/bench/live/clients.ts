import { type Delta, LIVE_PROTOCOL } from '@lianyu/contract/live';
import { LiveStore } from '@lianyu/web/live-store';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';
import { type FromClients, type Kind, now, type ToClients } from './messages.ts';

// All viewers in one process. Each applies what comes to a store of its own and notes when it had.
const TOPIC = 'agreement/11111111-1111-4111-8111-111111111111';
const applied: number[][] = [];
const tell = (message: FromClients) => process.send?.(message);

process.on('message', (message: ToClients) => {
  if (message.say === 'connect') void connectAll(message.kind, message.url, message.viewers);
  else tell({ say: 'applied', applied: applied.slice(0, message.events) });
});
process.on('disconnect', () => process.exit());

async function connectAll(kind: Kind, url: string, viewers: number): Promise<void> {
  const connect = kind === 'lianyu' ? connectOurs : connectBare;
  for (let index = 0; index < viewers; index += 50)
    await Promise.all(Array.from({ length: Math.min(50, viewers - index) }, (_, each) => connect(url, index + each)));
  tell({ say: 'connected' });
}

function connectOurs(url: string, index: number): Promise<void> {
  const store = new LiveStore();
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie: `viewer-${index}`, origin: url },
  });
  socket.on('batch', (n: number, cursor: string, text: string, acknowledge: () => void) => {
    const deltas: Delta[] = JSON.parse(text);
    if (!store.apply(n, cursor, deltas)) throw new Error(`viewer ${index}: a hole before batch ${n}`);
    note(deltas);
    acknowledge();
  });
  return new Promise((done) => {
    socket.on('connect', () => socket.emit('join', { protocol: LIVE_PROTOCOL, topics: [TOPIC] }, () => done()));
  });
}

function connectBare(url: string): Promise<void> {
  const store = new LiveStore();
  const socket = new WebSocket(url, { perMessageDeflate: false });
  let n = 0;
  socket.on('message', (data) => {
    const deltas: Delta[] = JSON.parse(String(data));
    n += 1;
    store.apply(n, '', deltas);
    note(deltas);
  });
  return new Promise((done) => socket.on('open', () => done()));
}

function note(deltas: readonly Delta[]): void {
  const at = now();
  for (const delta of deltas) {
    if (delta.op !== 'put') continue;
    const { ordinal } = delta.row.body as { ordinal: number };
    applied[ordinal] ??= [];
    applied[ordinal].push(at);
  }
}
