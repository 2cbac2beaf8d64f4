import { errorBody } from '@lianyu/contract/errors';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromOurPage, post, refusal, served } from './http.fixtures.ts';
import { httpLimits } from './index.ts';

describe('errors', () => {
  test.each([
    [
      { name: '', count: 1, kind: 'a' },
      { path: 'body.name', problem: 'too_small', minimum: 1 },
    ],
    [
      { name: 'n', count: 'x', kind: 'a' },
      { path: 'body.count', problem: 'invalid_type', expected: 'number' },
    ],
    [
      { name: 'n', count: 1, kind: { b: 3 } },
      { path: 'body.kind.b', problem: 'invalid_type', expected: 'boolean' },
    ],
    [
      { name: 'n', count: 1, kind: 'a', more: 1 },
      { path: 'body.more', problem: 'unrecognized_keys' },
    ],
    [[], { path: 'body', problem: 'invalid_type', expected: 'object' }],
  ])('ER-2 invalid input names the field: %j', async (body, data) => {
    const { app } = await served();
    expect(await refusal(await app.inject(post('/api/things', body)))).toMatchObject({ status: 400, code: 'INPUT_INVALID', data });
  });

  test('ER-2 a query and a parameter are named as such', async () => {
    const { app } = await served();
    expect((await refusal(await app.inject('/api/things?limit=10'))).data).toMatchObject({ path: 'query.limit', problem: 'too_big', maximum: 9 });
    const deleted = await app.inject({ method: 'DELETE', url: '/api/things/7', headers: fromOurPage });
    expect((await refusal(deleted)).data).toMatchObject({ path: 'params.id', format: 'uuid' });
  });

  test.each([
    ['broken JSON', post('/api/things', '{"name":'), 400, 'INPUT_INVALID'],
    ['no body at all', post('/api/things', ''), 400, 'INPUT_INVALID'],
    ['a prototype in JSON', post('/api/things', '{"__proto__":{"x":1}}'), 400, 'INPUT_INVALID'],
    ['a body above the limit', post('/api/things', `"${'x'.repeat(httpLimits.bodyBytes)}"`), 413, 'BODY_TOO_LARGE'],
    ['a form', post('/api/things', 'name=n', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'MEDIA_TYPE_UNSUPPORTED'],
    ['plain text', post('/api/things', '{}', { 'content-type': 'text/plain' }), 415, 'MEDIA_TYPE_UNSUPPORTED'],
    ['an unknown path', { method: 'GET', url: '/api/nothing' }, 404, 'NOT_FOUND'],
    ['an unknown path outside the API', { method: 'GET', url: '/nothing' }, 404, 'NOT_FOUND'],
    ['another method', { method: 'PUT', url: '/api/things', headers: fromOurPage }, 405, 'METHOD_NOT_ALLOWED'],
    ['a path that is not encoded', { method: 'GET', url: '/api/things/%E0%A4%A' }, 400, 'INPUT_INVALID'],
    ['a segment that is too long', { method: 'DELETE', url: `/api/things/${'x'.repeat(101)}`, headers: fromOurPage }, 400, 'INPUT_INVALID'],
    ['a refusal of the rules', { method: 'GET', url: '/api/refused' }, 404, 'NEGOTIATION_UNKNOWN'],
    ['a full disk', { method: 'GET', url: '/api/full' }, 507, 'STORE_FULL'],
  ] as const)('ER-1 %s has its code', async (_what, request, status, code) => {
    const { app } = await served();
    expect(await refusal(await app.inject(request))).toMatchObject({ status, code });
  });

  test('ER-1 another method is told the ones that there are', async () => {
    const { app } = await served();
    const answer = await app.inject({ method: 'PATCH', url: '/api/things', headers: fromOurPage });
    expect(answer.headers.allow).toBe('POST, GET, HEAD');
  });

  test('ER-1 a bug is INTERNAL: logged with its stack, nothing of it told', async () => {
    const { app, log } = await served();
    const answer = await app.inject('/api/broken');
    expect(await refusal(answer)).toEqual({ status: 500, code: 'INTERNAL', data: {} });
    expect(answer.body).not.toContain('sauce');
    const reported = log.filter((line) => line.includes('the secret sauce'));
    expect(reported).toHaveLength(1);
    expect(JSON.parse(reported[0] ?? '')).toMatchObject({ level: 50, err: { stack: expect.stringContaining('http.fixtures.ts') } });
  });

  test('ER-1 an answer that breaks its own schema is a bug, and is not sent', async () => {
    const { app } = await served();
    const answer = await app.inject('/api/lying');
    expect(await refusal(answer)).toMatchObject({ status: 500, code: 'INTERNAL' });
    expect(answer.body).not.toContain('perhaps');
  });

  test('ER-2 no body, query or header whatever makes a 500', async () => {
    const { app } = await served({ REQUESTS_PER_MINUTE: '1000000', LOG_LEVEL: 'silent' });
    const text = fc.string({ unit: 'grapheme-ascii', maxLength: 60 }).map((value) => value.replace(/[^\x20-\x7e]/g, ''));
    const headers = fc.dictionary(
      fc.constantFrom(
        'cookie',
        'origin',
        'sec-fetch-site',
        'content-type',
        'accept',
        'x-request-id',
        'x-forwarded-for',
        'authorization',
        'range',
        'if-none-match',
      ),
      text,
    );
    const path = fc.oneof(
      fc.constantFrom('/api/things', '/api/private', '/api/ready', '/api/openapi.json', '/api/docs/', '/'),
      fc.webPath().map((value) => `/api${value}`),
      fc.webPath(),
    );
    const body = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.json().map((value) => value.slice(0, -1)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'),
        path,
        fc.webQueryParameters(),
        headers,
        body,
        fc.boolean(),
        async (method, at, query, given, payload, ours) => {
          const answer = await app.inject({
            method,
            url: `${at}?${query}`,
            headers: { 'content-type': 'application/json', ...given, ...(ours ? fromOurPage : {}) },
            ...(method === 'GET' || method === 'HEAD' ? {} : { payload }),
          });
          expect(answer.statusCode).toBeLessThan(500);
          if (answer.statusCode >= 400 && method !== 'HEAD') errorBody.parse(JSON.parse(answer.body));
        },
      ),
      { numRuns: 400 },
    );
  });
});
