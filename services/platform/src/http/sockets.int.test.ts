import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { errorBody } from '@lianyu/contract/errors';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ORIGIN, served } from './http.fixtures.ts';
import { closeHttp, type Http, httpLimits } from './index.ts';

describe('on a real socket', () => {
  test('with PORT=0 the origin is the port that it got', async () => {
    const { app } = await served({ PORT: '0' });
    const origin = await app.listen({ host: '127.0.0.1', port: 0 });
    const send = (from: string) =>
      fetch(`${origin}/api/things`, {
        method: 'POST',
        headers: { origin: from, 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'n', count: 1, kind: 'a' }),
      });
    expect((await send(origin)).status).toBe(200);
    expect((await send('http://127.0.0.1:0')).status).toBe(403);
  });

  test('ER-2 what is not HTTP, or has too large a head, is refused in our words', async () => {
    const { app } = await served();
    await app.listen({ host: '127.0.0.1', port: 0 });
    for (const bytes of ['NONSENSE\r\n\r\n', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(httpLimits.headerBytes)}\r\n\r\n`]) {
      const answer = await exchange(app, bytes);
      expect(answer).toMatch(/^HTTP\/1.1 400 /);
      expect(errorBody.parse(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).error.code).toBe('INPUT_INVALID');
    }
  });

  test('ER-2 a sender who leaves in the middle of a body is nobody’s bug', async () => {
    const { app, log } = await served();
    await app.listen({ host: '127.0.0.1', port: 0 });
    const socket = connect(portOf(app), '127.0.0.1');
    const [accepted] = await once(app.server, 'connection');
    const request = once(app.server, 'request');
    socket.write(`POST /api/things HTTP/1.1\r\nhost: x\r\norigin: ${ORIGIN}\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"na`);
    await request;
    socket.destroy();
    await new Promise((resolve) => accepted.once('close', resolve));
    await app.close();
    expect(log.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  test('closing lets what is under way finish and nothing new in', async () => {
    const { app } = await served();
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let arrived = (): void => {};
    const here = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    app.get('/api/slow', { config: { access: 'public' }, schema: { response: { 200: z.strictObject({ ok: z.boolean() }) } } }, async () => {
      arrived();
      await held;
      return { ok: true };
    });
    const origin = await app.listen({ host: '127.0.0.1', port: 0 });
    const underWay = fetch(`${origin}/api/slow`);
    await here;
    const closed = closeHttp(app, 10_000);
    release();
    expect(await (await underWay).json()).toEqual({ ok: true });
    await closed;
    await expect(fetch(`${origin}/api/health`)).rejects.toThrow();
  });

  test('ER-3 closing does not wait for ever', async () => {
    const { app } = await served();
    app.get('/api/stuck', { config: { access: 'public' }, schema: { response: { 200: z.strictObject({}) } } }, () => new Promise<never>(() => {}));
    await app.listen({ host: '127.0.0.1', port: 0 });
    const stuck = httpRequest({ port: portOf(app), path: '/api/stuck' });
    stuck.end();
    const ended = once(stuck, 'error');
    await once(app.server, 'request');
    await closeHttp(app, 1);
    await ended;
  });
});

function portOf(app: Http): number {
  return (app.server.address() as AddressInfo).port;
}

async function exchange(app: Http, bytes: string): Promise<string> {
  const socket = connect(portOf(app), '127.0.0.1');
  socket.write(bytes);
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
