import { expect, test } from 'vitest';
import { HOUR, password, person, settled, signedOut } from './sign-in.fixtures.ts';

const next = 'the-next-password';

test('VT-9 a one-time link says whom it is for, takes a password once, and signs in', async () => {
  const { browser, token } = await signedOut();
  const one = browser();
  expect((await one.ask('GET', `/api/set-up/${token}`)).json()).toEqual({ name: '张三', signInName: 'zhang.san', organisation: 'hohhot-etdz' });
  const short = await one.ask('POST', `/api/set-up/${token}`, { password: 'too-short' });
  expect(short.json().error).toMatchObject({ code: 'INPUT_INVALID', data: { path: 'body.password', problem: 'too_small', minimum: 12 } });
  expect((await one.ask('POST', `/api/set-up/${token}`, { password })).json()).toMatchObject({ member: person.member });
  expect((await one.ask('GET', '/api/session')).statusCode).toBe(200);
  for (const method of ['GET', 'POST'] as const) {
    const again = await browser().ask(method, `/api/set-up/${token}`, method === 'POST' ? { password: next } : undefined);
    expect(again.statusCode).toBe(410);
    expect(again.json().error.code).toBe('SET_UP_LINK_INVALID');
  }
  expect((await browser().ask('POST', '/api/session', { signInName: person.signInName, password })).statusCode).toBe(200);
});

test('VT-9 a link that is too old or was never given is refused alike', async () => {
  const { browser, token, time } = await signedOut();
  time.now += HOUR;
  for (const tried of [token, 'x', 'A'.repeat(43)]) expect((await browser().ask('GET', `/api/set-up/${tried}`)).statusCode).toBe(410);
});

test('VT-5 neither the link’s token nor a password is logged', async () => {
  const { browser, token, log } = await signedOut();
  await browser().ask('GET', `/api/set-up/${token}`);
  await browser().ask('POST', `/api/set-up/${token}`, { password });
  await browser().ask('POST', '/api/session', { signInName: person.signInName, password });
  expect(log.join('')).toContain('/api/set-up/***');
  for (const secret of [token, password, person.signInName]) expect(log.join('')).not.toContain(secret);
});

test('VT-20 changing the password asks for the present one and ends the other sessions', async () => {
  const { browser } = await settled();
  const here = browser();
  const there = browser();
  const signIn = (given: string) => ({ signInName: person.signInName, password: given });
  await here.ask('POST', '/api/session', signIn(password));
  await there.ask('POST', '/api/session', signIn(password));
  const wrong = await here.ask('POST', '/api/password', { currentPassword: 'wrong', newPassword: next });
  expect([wrong.statusCode, wrong.json().error.code]).toEqual([403, 'PASSWORD_WRONG']);
  expect((await there.ask('GET', '/api/session')).statusCode).toBe(200);
  expect((await here.ask('POST', '/api/password', { currentPassword: password, newPassword: next })).json()).toEqual({ ended: 1 });
  expect((await here.ask('GET', '/api/session')).statusCode).toBe(200);
  expect((await there.ask('GET', '/api/session')).statusCode).toBe(401);
  expect((await browser().ask('POST', '/api/session', signIn(password))).statusCode).toBe(401);
  expect((await browser().ask('POST', '/api/session', signIn(next))).statusCode).toBe(200);
});
