import { errorBody } from '@lianyu/contract/errors';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR, password, person, settled } from './sign-in.fixtures.ts';

const credentials = { signInName: person.signInName, password };

test('VT-19 signing in gives a cookie that scripts and other sites cannot use', async () => {
  const { browser, time, now } = await settled();
  const one = browser();
  const answer = await one.ask('POST', '/api/session', credentials);
  expect(answer.json()).toEqual({
    member: person.member,
    name: '张三',
    office: '处长',
    organisation: 'hohhot-etdz',
    organisationKind: 'zone',
    delegations: [],
    roles: ['drafter'],
    audiences: [],
    demonstration: false,
    signedInAt: now(),
  });
  expect(answer.headers['set-cookie']).toMatch(/^lianyu=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
  expect((await one.ask('GET', '/api/session')).json()).toEqual(answer.json());
  time.now += 12 * HOUR;
  expect((await one.ask('GET', '/api/session')).statusCode).toBe(401);
});

test('VT-19 over TLS the cookie is Secure and bound to the host, and no other name is read', async () => {
  const { browser } = await settled({ PUBLIC_ORIGIN: 'https://lianyu.example.cn' });
  const one = browser();
  const answer = await one.ask('POST', '/api/session', credentials);
  expect(answer.headers['set-cookie']).toMatch(/^__Host-lianyu=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  expect((await one.ask('GET', '/api/session')).statusCode).toBe(200);
  one.cookie = one.cookie?.replace('__Host-', '');
  expect((await one.ask('GET', '/api/session')).statusCode).toBe(401);
});

test('VT-19 signing in again ends the session that the browser had', async () => {
  const { browser, vault, now } = await settled();
  const one = browser();
  await one.ask('POST', '/api/session', credentials);
  const planted = one.cookie;
  await one.ask('POST', '/api/session', credentials);
  expect(one.cookie).not.toBe(planted);
  expect(vault.sessionsOf(person.member, now())).toHaveLength(1);
  one.cookie = planted;
  expect((await one.ask('GET', '/api/session')).statusCode).toBe(401);
});

test('ER-1 a wrong password, an unknown name and somebody who left get the same answer', async () => {
  const { browser, left } = await settled();
  const told = [];
  for (const wrong of [
    { ...credentials, password: 'wrong' },
    { ...credentials, signInName: 'nobody' },
  ])
    told.push(await browser().ask('POST', '/api/session', wrong));
  left.add(person.member);
  told.push(await browser().ask('POST', '/api/session', credentials));
  for (const answer of told) {
    expect(answer.statusCode).toBe(401);
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(errorBody.parse(answer.json()).error).toMatchObject({ code: 'SIGN_IN_FAILED', data: {} });
  }
});

test('VT-11 too many failures are told how long to wait', async () => {
  const { browser } = await settled();
  const one = browser();
  for (let failed = 0; failed < 5; failed += 1)
    expect((await one.ask('POST', '/api/session', { ...credentials, password: 'x' })).statusCode).toBe(401);
  const limited = await one.ask('POST', '/api/session', credentials);
  expect(limited.statusCode).toBe(429);
  expect(limited.headers['retry-after']).toBe('1');
  expect(limited.json().error).toMatchObject({ code: 'RATE_LIMITED', data: { retryAfterSeconds: 1 } });
});

test('ER-3 one address may try so many names a minute and no more', async () => {
  const { browser } = await settled({ SIGN_INS_PER_MINUTE: '3' });
  for (let tried = 0; tried < 3; tried += 1)
    expect((await browser().ask('POST', '/api/session', { signInName: `n${tried}`, password: 'x' })).statusCode).toBe(401);
  expect((await browser().ask('POST', '/api/session', credentials)).statusCode).toBe(429);
  expect((await browser().ask('GET', '/api/health')).statusCode).toBe(200);
});

test('signing out ends the session and may be done twice', async () => {
  const { browser, vault } = await settled();
  const one = browser();
  await one.ask('POST', '/api/session', credentials);
  const before = one.cookie;
  expect((await one.ask('DELETE', '/api/session')).statusCode).toBe(204);
  expect(one.cookie).toBeUndefined();
  expect((await one.ask('DELETE', '/api/session')).statusCode).toBe(204);
  one.cookie = before;
  expect((await one.ask('GET', '/api/session')).statusCode).toBe(401);
  expect(vault.revocations(0)).toHaveLength(1);
});

test('VT-20 a member sees where they are signed in and ends any of it, but nobody else’s', async () => {
  const { browser, vault, now } = await settled();
  const here = browser('here');
  const there = browser('there');
  await here.ask('POST', '/api/session', credentials);
  await there.ask('POST', '/api/session', credentials);
  const listed = (await here.ask('GET', '/api/sessions')).json().sessions;
  expect(listed).toHaveLength(2);
  expect(listed.filter(({ current }: { current: boolean }) => current)).toMatchObject([{ userAgent: 'here' }]);
  const other = vault.openSession('00000000-0000-4000-8000-000000000009' as typeof person.member, '', now(), HOUR).session;
  expect((await here.ask('DELETE', `/api/sessions/${other.id}`)).statusCode).toBe(404);
  const elsewhere = listed.find(({ current }: { current: boolean }) => !current);
  expect((await here.ask('DELETE', `/api/sessions/${elsewhere.id}`)).statusCode).toBe(204);
  expect((await there.ask('GET', '/api/session')).statusCode).toBe(401);
  expect((await here.ask('GET', '/api/session')).statusCode).toBe(200);
});

test('VT-20 signing out everywhere else keeps this session', async () => {
  const { browser } = await settled();
  const browsers = [browser(), browser(), browser()] as const;
  for (const one of browsers) await one.ask('POST', '/api/session', credentials);
  expect((await browsers[0].ask('DELETE', '/api/sessions')).json()).toEqual({ ended: 2 });
  expect((await browsers[0].ask('GET', '/api/session')).statusCode).toBe(200);
  expect((await browsers[1].ask('GET', '/api/session')).statusCode).toBe(401);
});

test('AZ-1 without a session every route of the API is closed, but the ones that say otherwise', async () => {
  const { app, browser } = await settled();
  const open = app
    .routesOf()
    .filter(({ access }) => access === 'public')
    .map(({ method, url }) => `${method} ${url}`);
  expect(open.filter((route) => !route.startsWith('HEAD')).sort()).toEqual([
    'DELETE /api/session',
    'GET /api/health',
    'GET /api/openapi.json',
    'GET /api/ready',
    'GET /api/set-up/:token',
    'POST /api/session',
    'POST /api/set-up/:token',
  ]);
  const closed = app.routesOf().filter(({ access, method }) => access === 'member' && method !== 'HEAD');
  expect(closed.length).toBeGreaterThan(4);
  for (const { method, url } of closed) {
    const answer = await browser().ask(method as 'GET', url);
    expect(answer.json().error.code, `${method} ${url}`).toBe('NOT_SIGNED_IN');
  }
});

test('AZ-1 a cookie that is not one opens nothing', async () => {
  const { browser } = await settled();
  const one = browser();
  await one.ask('POST', '/api/session', credentials);
  const real = one.cookie ?? '';
  for (const planted of [
    'lianyu=',
    'lianyu',
    `${real}x`,
    real.slice(0, -1),
    `x${real}`,
    `lianyu=${'A'.repeat(43)}`,
    'lianyu=%00',
    `other=1; ${real}x`,
  ]) {
    one.cookie = planted;
    expect((await one.ask('GET', '/api/session')).statusCode, planted).toBe(401);
  }
  one.cookie = `a=b; ${real}; c=d`;
  expect((await one.ask('GET', '/api/session')).statusCode).toBe(200);
});

test('ER-2 whatever is posted to the routes of signing in, none answers with a 500', async () => {
  const { app, browser } = await settled({ SIGN_INS_PER_MINUTE: '1000000', REQUESTS_PER_MINUTE: '1000000', LOG_LEVEL: 'silent' });
  const routes = app.routesOf().filter(({ method }) => method !== 'HEAD');
  const value = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.jsonValue(), fc.constant(password));
  const body = fc.oneof(
    fc.jsonValue(),
    fc.record({ signInName: value, password: value, currentPassword: value, newPassword: value }, { requiredKeys: [] }),
  );
  const segment = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) => encodeURIComponent(text.toWellFormed()));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...routes), segment, body, fc.boolean(), async ({ method, url }, text, payload, signedIn) => {
      const one = browser();
      if (signedIn) await one.ask('POST', '/api/session', credentials);
      const answer = await one.ask(
        method as 'GET',
        url.replace(/:\w+/, text),
        typeof payload === 'object' && payload !== null ? payload : { payload },
      );
      expect(answer.statusCode).toBeLessThan(500);
      if (answer.statusCode >= 400) errorBody.parse(answer.json());
    }),
    { numRuns: 200 },
  );
});
