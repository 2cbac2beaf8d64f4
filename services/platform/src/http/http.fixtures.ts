import { Writable } from 'node:stream';
import { errorBody } from '@lianyu/contract/errors';
import { memberId, toInstant } from '@lianyu/domain/kernel';
import type { Session } from '@lianyu/vault';
import { afterEach, expect } from 'vitest';
import { z } from 'zod';
import { type Config, readConfig } from '../config/index.ts';
import { createHttp, createLog, type Http, type HttpParts, problem } from './index.ts';

export const ORIGIN = 'http://127.0.0.1:8080';
/** What a browser says of a request that a page of ours sent. */
export const fromOurPage = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' };

const open: Http[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

export function configFor(env: Record<string, string> = {}, argv: string[] = ['--empty']): Config {
  const reading = readConfig(env, argv, '/srv/lianyu');
  if (reading.kind !== 'run') throw new Error(JSON.stringify(reading));
  return reading.config;
}

/** A boundary without a user interface, and what it logged. */
export async function boundary(parts: Partial<HttpParts> = {}, env: Record<string, string> = {}): Promise<{ app: Http; log: string[] }> {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const config = parts.config ?? configFor({ LOG_LEVEL: 'debug', ...env });
  const app = await createHttp({ config, log: createLog(config, destination), ready: async () => ({ ready: true, details: {} }), ...parts });
  open.push(app);
  return { app, log: lines };
}

export const session: Session = {
  id: 'session-1',
  member: memberId.parse('00000000-0000-4000-8000-000000000001'),
  createdAt: toInstant(0),
  lastSeenAt: toInstant(0),
  expiresAt: toInstant(1e12),
  userAgent: '',
};
const thing = z.strictObject({
  name: z.string().min(1).max(40),
  count: z.number().int().min(1),
  kind: z.union([z.literal('a'), z.strictObject({ b: z.boolean() })]),
});

/** A boundary with a few routes of every sort, behind a session that the cookie "in" opens. */
export async function served(env: Record<string, string> = {}, webRoot?: string) {
  const made = await boundary(
    { sessionFrom: (header) => (header === 'in' ? session : undefined), ...(webRoot === undefined ? {} : { webRoot }) },
    env,
  );
  const { app } = made;
  const answer = { 200: z.strictObject({ ok: z.boolean() }) };
  app.post('/api/things', { config: { access: 'public' }, schema: { body: thing, response: answer } }, async () => ({ ok: true }));
  app.get(
    '/api/things',
    { config: { access: 'public' }, schema: { querystring: z.strictObject({ limit: z.coerce.number().int().max(9).optional() }), response: answer } },
    async () => ({ ok: true }),
  );
  app.delete(
    '/api/things/:id',
    { config: { access: 'public' }, schema: { params: z.strictObject({ id: z.uuid() }), response: answer } },
    async () => ({ ok: true }),
  );
  app.get('/api/private', { schema: { response: answer } }, async () => ({ ok: true }));
  app.get('/api/broken', { config: { access: 'public' }, schema: { response: answer } }, async () => {
    throw new Error('the secret sauce');
  });
  app.get('/api/lying', { config: { access: 'public' }, schema: { response: answer } }, async () => JSON.parse('{"ok":"perhaps"}'));
  app.get('/api/full', { config: { access: 'public' }, schema: { response: answer } }, async () => {
    throw Object.assign(new Error('full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
  });
  app.get('/api/refused', { config: { access: 'public' }, schema: { response: answer } }, async () => {
    throw problem('NEGOTIATION_UNKNOWN', { negotiation: 'n' });
  });
  app.post(
    '/api/set-up/:token',
    {
      config: { access: 'public' },
      schema: { params: z.strictObject({ token: z.string() }), body: z.strictObject({ password: z.string() }), response: answer },
    },
    async (request) => {
      request.log.info({ body: request.body, headers: request.headers, deep: { authorization: 'Bearer b-secret', setUpLink: 'l-secret' } }, 'seen');
      return { ok: true };
    },
  );
  return made;
}

export const post = (url: string, payload: unknown, headers: Record<string, string> = {}) =>
  ({
    method: 'POST',
    url,
    headers: { ...fromOurPage, 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  }) as const;

export async function refusal(answer: { statusCode: number; body: string; headers: Record<string, unknown> }) {
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  const { error } = errorBody.parse(JSON.parse(answer.body));
  expect(answer.headers['x-request-id']).toBe(error.requestId);
  return { status: answer.statusCode, code: error.code, data: error.data };
}
