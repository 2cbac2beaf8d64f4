import { describe, expect, test } from 'vitest';
import { ORIGIN, post, refusal, served } from './http.fixtures.ts';
import type { Http } from './index.ts';

describe('the boundary', () => {
  test('AZ-1 a route that does not say otherwise needs a session', async () => {
    const { app } = await served();
    expect(await refusal(await app.inject('/api/private'))).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' });
    expect((await app.inject({ url: '/api/private', headers: { cookie: 'in' } })).json()).toEqual({ ok: true });
  });

  test('AZ-1 every route is written down with who may ask, and one without schemas is refused', async () => {
    const { app } = await served();
    expect(app.routesOf()).toContainEqual({ method: 'GET', url: '/api/private', access: 'member' });
    expect(app.routesOf()).toContainEqual({ method: 'POST', url: '/api/things', access: 'public' });
    expect(() => app.get('/api/careless', async () => ({}))).toThrow('does not declare');
  });

  test.each([
    ['no word about its page', {}, 403],
    ["another site's page", { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['another port of this machine', { origin: 'http://127.0.0.1:9999' }, 403],
    ['a page of a sister site', { origin: ORIGIN, 'sec-fetch-site': 'same-site' }, 403],
    ['a sandboxed page', { origin: 'null' }, 403],
    ['the same origin', { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }, 200],
    ['the same origin in an old browser', { origin: ORIGIN }, 200],
    ['the same machine by its other name', { origin: 'http://localhost:8080' }, 200],
  ])('a request that changes something must come from a page of ours: %s', async (_what, headers, status) => {
    const { app } = await served();
    const answer = await app.inject({ method: 'POST', url: '/api/things', headers, payload: { name: 'n', count: 1, kind: 'a' } });
    expect(answer.statusCode).toBe(status);
    if (status === 403) expect(await refusal(answer)).toMatchObject({ code: 'ORIGIN_REFUSED' });
  });

  test('ER-3 whoever asks too often waits, and others do not', async () => {
    const { app } = await served({ REQUESTS_PER_MINUTE: '3' });
    for (let asked = 0; asked < 3; asked += 1) expect((await app.inject('/api/things')).statusCode).toBe(200);
    const limited = await app.inject('/api/things');
    const told = await refusal(limited);
    expect(told).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(Number(limited.headers['retry-after'])).toBe(told.data.retryAfterSeconds);
    expect((await app.inject({ url: '/api/private', headers: { cookie: 'in' } })).statusCode).toBe(200);
    expect((await app.inject('/api/nothing')).statusCode).toBe(429);
    expect((await app.inject('/api/health')).statusCode).toBe(200);
  });

  test('ER-3 who claims to be somebody else by a header is counted all the same, unless a proxy of ours says so', async () => {
    const ask = (app: Http, from: string) => app.inject({ url: '/api/things', headers: { 'x-forwarded-for': from } });
    const direct = (await served({ REQUESTS_PER_MINUTE: '1' })).app;
    const proxied = (await served({ REQUESTS_PER_MINUTE: '1', TRUSTED_PROXIES: '127.0.0.1' })).app;
    expect([(await ask(direct, '10.0.0.1')).statusCode, (await ask(direct, '10.0.0.2')).statusCode]).toEqual([200, 429]);
    expect([(await ask(proxied, '10.0.0.1')).statusCode, (await ask(proxied, '10.0.0.2')).statusCode]).toEqual([200, 200]);
  });

  test('a script comes from here or not at all, and no site may frame it', async () => {
    const { app } = await served();
    const { headers } = await app.inject('/api/health');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("connect-src 'self' ws://127.0.0.1:8080");
    expect(policy).not.toContain('[');
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  test('behind TLS the browser is told to stay there', async () => {
    const { app } = await served({ PUBLIC_ORIGIN: 'https://lianyu.example.cn' });
    const { headers } = await app.inject('/api/health');
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    expect(headers['content-security-policy']).toContain('wss://lianyu.example.cn');
  });

  test('errors carry the same headers', async () => {
    const { app } = await served();
    const { headers } = await app.inject('/api/broken');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(headers['content-security-policy']).toContain("default-src 'self'");
  });

  test('no password, cookie, token or link is logged', async () => {
    const { app, log } = await served();
    await app.inject(post('/api/set-up/t-secret?token=q-secret', { password: 'p-secret' }, { cookie: 'c-secret', authorization: 'a-secret' }));
    await app.inject('/set-up/t-secret');
    await app.inject(post('/api/set-up/t-secret', '{"password":"p-secret"', {}));
    expect(log.length).toBeGreaterThan(3);
    expect(log.filter((line) => line.includes('-secret'))).toEqual([]);
  });
});
