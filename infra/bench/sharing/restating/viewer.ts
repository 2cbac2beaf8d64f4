import { type Delta, LIVE_PROTOCOL } from '@lianyu/contract/live';
import { io } from 'socket.io-client';

/** A viewer's socket on the figures of an agreement, as a statement's page has it open. */
export async function watching(url: string, cookie: string, agreement: string) {
  const waiting = new Map<number, (at: number) => void>();
  const socket = io(url, { transports: ['websocket'], reconnection: false, extraHeaders: { cookie, origin: url } });
  socket.on('batch', (_n: number, _cursor: string, text: string, acknowledge: () => void) => {
    const at = performance.now();
    for (const delta of JSON.parse(text) as Delta[]) {
      if (delta.op !== 'put' || delta.row.kind !== 'figure') continue;
      const { number, phase } = delta.row.body as { number: number; phase: string };
      if (phase !== 'confirmed') continue;
      waiting.get(number)?.(at);
      waiting.delete(number);
    }
    acknowledge();
  });
  await new Promise<void>((done, fail) => {
    socket.on('connect_error', fail);
    socket.on('connect', () => {
      const topics = [`settlement/${agreement}`, `figures/${agreement}`];
      socket.emit('join', { protocol: LIVE_PROTOCOL, topics }, (answer: { ok: boolean }) =>
        answer.ok ? done() : fail(new Error(JSON.stringify(answer))),
      );
    });
  });
  return {
    /** When the socket told that the figure is confirmed. */
    confirmed: (number: number) => new Promise<number>((done) => waiting.set(number, done)),
    close: () => socket.disconnect(),
  };
}
