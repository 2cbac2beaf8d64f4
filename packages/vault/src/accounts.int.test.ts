import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { FREE_FAILURES, LONGEST_WAIT_SECONDS } from './throttle.ts';
import { baotou, codeOf, HOUR, MINUTE, member, person, place, settled } from './vault.fixtures.ts';

describe('people', () => {
  test('VT-7 a person is entered once under a sign-in name, whatever its capitals', () => {
    const { clock, open } = place();
    const vault = open();
    vault.enter(person(1), clock.at);
    expect(codeOf(() => vault.enter(person(2, { signInName: ' PERSON-1' }), clock.at))).toBe('SIGN_IN_NAME_TAKEN');
    expect(vault.person(member(2))).toBeUndefined();
    expect(vault.people([member(2), member(1)])).toEqual([person(1)]);
  });

  test('VT-7 entering again before there is a password corrects the person and voids the first link', async () => {
    const { clock, open } = place();
    const vault = open();
    const later = clock.pass(HOUR);
    clock.pass(-HOUR);
    const first = vault.enter(person(1), later);
    const second = vault.enter(person(1, { name: '更正' }), later);
    expect(vault.setUpOffer(first, clock.at)).toBeUndefined();
    expect(await vault.setUp(second, 'a-long-password', clock.at)).toEqual(person(1, { name: '更正' }));
    expect(codeOf(() => vault.enter(person(1), later))).toBe('SIGN_IN_NAME_TAKEN');
    expect(codeOf(() => vault.enter(person(1, { organisation: baotou }), later))).toBe('SIGN_IN_NAME_TAKEN');
  });

  test('VT-8 forgetting destroys the key, ends the sessions and frees the name, and survives opening again', async () => {
    const { clock, open } = place();
    const vault = open();
    const { signInName } = await settled(vault, clock, 1, 'a-long-password');
    const { secret } = vault.openSession(member(1), '', clock.at, HOUR);
    const before = vault.lastRevocation();
    expect(vault.forget(member(1))).toBe(true);
    expect(vault.forget(member(1))).toBe(false);
    for (const opened of [vault, open()]) {
      expect(opened.person(member(1))).toBeUndefined();
      expect(opened.session(secret, clock.at)).toBeUndefined();
      expect(await opened.verifyPassword(signInName, 'a-long-password', clock.at)).toMatchObject({ ok: false });
    }
    expect(vault.revocations(before).map(({ member: who }) => who)).toContain(member(1));
    expect(vault.offerSetUp(member(1), clock.pass(HOUR))).toBeUndefined();
    vault.enter(person(2, { signInName }), clock.at);
  });
});

test('VT-8 the destroyed key stands nowhere in the files any more', async () => {
  const { at, clock, open } = place();
  const vault = open();
  await settled(vault, clock, 1, 'a-long-password');
  const key = column(at.path, 'key_sealed');
  const files = () => Buffer.concat([at.path, `${at.path}-wal`].map((path) => readFileSync(path)));
  expect(files().includes(key)).toBe(true);
  vault.forget(member(1));
  expect(files().includes(key)).toBe(false);
});

describe('set-up links', () => {
  test('VT-9 a link works once, until it expires', async () => {
    const { clock, open } = place();
    const vault = open();
    const token = vault.enter(person(1), clock.pass(HOUR));
    expect(vault.setUpOffer(token, clock.at)).toBeUndefined();
    expect(await vault.setUp(token, 'a-long-password', clock.at)).toBeUndefined();
    clock.pass(-1);
    expect(vault.setUpOffer(token, clock.at)).toEqual(person(1));
    expect(await vault.setUp(token, 'a-long-password', clock.at)).toEqual(person(1));
    expect(await vault.setUp(token, 'another-password', clock.at)).toBeUndefined();
    expect(await vault.verifyPassword('person-1', 'a-long-password', clock.at)).toEqual({ ok: true, person: person(1) });
  });

  test('VT-9 of two who use it at once one succeeds', async () => {
    const { clock, open } = place();
    const vault = open();
    const token = vault.enter(person(1), clock.pass(HOUR));
    clock.pass(-1);
    const used = await Promise.all(['first-password', 'other-password'].map((password) => vault.setUp(token, password, clock.at)));
    expect(used.filter((entered) => entered !== undefined)).toHaveLength(1);
  });

  test('VT-9 a new link voids the one before, and a new password ends what was open', async () => {
    const { clock, open } = place();
    const vault = open();
    await settled(vault, clock, 1, 'a-long-password');
    const { secret } = vault.openSession(member(1), '', clock.at, 9 * HOUR);
    const until = clock.pass(HOUR);
    clock.pass(-HOUR);
    const lost = vault.offerSetUp(member(1), until) ?? '';
    const found = vault.offerSetUp(member(1), until) ?? '';
    expect(vault.setUpOffer(lost, clock.at)).toBeUndefined();
    expect(vault.session(secret, clock.at)).toBeDefined();
    await vault.setUp(found, 'the-next-password', clock.at);
    expect(vault.session(secret, clock.at)).toBeUndefined();
    expect(await vault.verifyPassword('person-1', 'a-long-password', clock.at)).toMatchObject({ ok: false });
  });
});

describe('passwords', () => {
  test('VT-10 the right one, whatever the form of its characters; nothing else', async () => {
    const { clock, open } = place();
    const vault = open();
    await settled(vault, clock, 1, 'ｐａｓｓ密码é-long');
    expect(await vault.verifyPassword('Person-1 ', 'pass密码e\u0301-long', clock.at)).toEqual({ ok: true, person: person(1) });
    for (const wrong of ['', 'pass', 'PASS密码é-long', 'pass密码é-long '])
      expect(await vault.verifyPassword('person-1', wrong, clock.at)).toEqual({ ok: false });
    vault.enter(person(2), clock.at);
    expect(await vault.verifyPassword('person-2', '', clock.at)).toEqual({ ok: false });
    expect(await vault.verifyPassword('nobody', '', clock.at)).toEqual({ ok: false });
  });

  test('VT-10 a hash of another cost still proves, and is made anew once at today’s', async () => {
    const { at, clock, open } = place();
    await settled(open({ cost: { memory: 16, passes: 2, lanes: 1 } }), clock, 1, 'a-long-password');
    const vault = open();
    const kept = [column(at.path, 'password_sealed')];
    for (let times = 0; times < 2; times += 1) {
      expect((await vault.verifyPassword('person-1', 'a-long-password', clock.at)).ok).toBe(true);
      kept.push(column(at.path, 'password_sealed'));
    }
    expect(kept[1]?.equals(kept[0] ?? Buffer.alloc(0))).toBe(false);
    expect(kept[2]?.equals(kept[1] ?? Buffer.alloc(0))).toBe(true);
  });

  test('VT-10 who is forgotten while the password is hashed is not let in', async () => {
    const { clock, open } = place();
    const vault = open();
    await settled(vault, clock, 1, 'a-long-password');
    const proving = vault.verifyPassword('person-1', 'a-long-password', clock.at);
    vault.forget(member(1));
    expect(await proving).toEqual({ ok: false });
  });

  test('VT-11 failures are counted: the first are free, then each doubles the wait, which passes', async () => {
    const { clock, open } = place();
    const vault = open();
    await settled(vault, clock, 1, 'a-long-password');
    for (let failures = 0; failures < FREE_FAILURES; failures += 1)
      expect(await vault.verifyPassword('person-1', 'x', clock.at)).toEqual({ ok: false });
    const waits: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      const told = await vault.verifyPassword('person-1', 'a-long-password', clock.at);
      if (told.ok || told.retryAfterSeconds === undefined) throw new Error('it was not throttled');
      waits.push(told.retryAfterSeconds);
      clock.pass(told.retryAfterSeconds * 1000);
      expect(await vault.verifyPassword('person-1', 'x', clock.at)).toEqual({ ok: false });
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
    clock.pass(LONGEST_WAIT_SECONDS * 1000);
    expect(await vault.verifyPassword('person-1', 'a-long-password', clock.at)).toMatchObject({ ok: true });
    expect(await vault.verifyPassword('person-1', 'x', clock.at)).toEqual({ ok: false });
  });

  test('VT-11 names that nobody has are throttled alike, and a restart forgives nobody', async () => {
    const { clock, open } = place();
    const first = open();
    for (let failures = 0; failures < FREE_FAILURES; failures += 1) await first.verifyPassword('nobody', 'x', clock.at);
    first.close();
    const vault = open();
    expect(await vault.verifyPassword('nobody', 'x', clock.at)).toEqual({ ok: false, retryAfterSeconds: 1 });
    expect(await vault.verifyPassword('somebody', 'x', clock.at)).toEqual({ ok: false });
    clock.pass(24 * HOUR);
    expect(await vault.verifyPassword('nobody', 'x', clock.at)).toEqual({ ok: false });
    expect(await vault.verifyPassword('nobody', 'x', clock.at)).toEqual({ ok: false });
  });

  test('VT-11 many attempts at once do not slip through', async () => {
    const { clock, open } = place();
    const vault = open();
    await settled(vault, clock, 1, 'a-long-password');
    const told = await Promise.all(Array.from({ length: 40 }, () => vault.verifyPassword('person-1', 'x', clock.at)));
    expect(told.filter((answer) => !answer.ok && answer.retryAfterSeconds === undefined)).toHaveLength(FREE_FAILURES);
  });

  test('VT-11 strangers who try a name do not keep its holder from signing', async () => {
    const { clock, open } = place();
    const vault = open();
    await settled(vault, clock, 1, 'a-long-password');
    for (let failures = 0; failures < FREE_FAILURES; failures += 1) await vault.verifyPassword('person-1', 'x', clock.at);
    expect(await vault.verifyPasswordAgain(member(1), 'a-long-password', clock.at)).toEqual({ ok: true });
    for (let failures = 0; failures < FREE_FAILURES; failures += 1)
      expect(await vault.verifyPasswordAgain(member(1), 'x', clock.at)).toEqual({ ok: false });
    expect(await vault.verifyPasswordAgain(member(1), 'a-long-password', clock.at)).toEqual({ ok: false, retryAfterSeconds: 1 });
  });

  test('VT-12 more passwords than can be hashed are refused at once, and not counted against their names', async () => {
    const { clock, open } = place();
    const vault = open();
    const asked = Array.from({ length: 200 }, (_, n) =>
      vault.verifyPassword(`name-${n}`, 'x', clock.at).then(
        () => 'answered',
        (error) => error.code,
      ),
    );
    const told = await Promise.all(asked);
    expect(told.filter((code) => code === 'BUSY').length).toBeGreaterThan(0);
    expect(told.filter((code) => code === 'answered').length).toBeGreaterThanOrEqual(64);
    expect(told.every((code) => code === 'BUSY' || code === 'answered')).toBe(true);
    for (let failures = 0; failures < FREE_FAILURES; failures += 1)
      expect(await vault.verifyPassword('name-199', 'x', clock.at)).toEqual({ ok: false });
  });
});

describe('sessions', () => {
  test('VT-13 a session is found by its secret until its lifetime ends', () => {
    const { clock, open } = place({ idleMs: 100 * HOUR });
    const vault = open();
    const { secret, session } = vault.openSession(member(1), 'browser', clock.at, 2 * HOUR);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(vault.session(secret, clock.at)).toEqual(session);
    expect(vault.session(session.id, clock.at)).toBeUndefined();
    expect(vault.session(secret, clock.pass(2 * HOUR - 1))).toMatchObject({ id: session.id });
    expect(vault.session(secret, clock.pass(1))).toBeUndefined();
    expect(vault.sessionsOf(member(1), clock.at)).toEqual([]);
  });

  test('VT-13 an idle session ends sooner, a used one is seen at most once a minute', () => {
    const { clock, open } = place({ idleMs: HOUR });
    const vault = open();
    const { secret } = vault.openSession(member(1), '', clock.at, 9 * HOUR);
    const opened = clock.at;
    expect(vault.session(secret, clock.pass(MINUTE - 1))?.lastSeenAt).toBe(opened);
    const seen = clock.pass(1);
    expect(vault.session(secret, seen)?.lastSeenAt).toBe(seen);
    expect(open().session(secret, clock.pass(HOUR - 1))).toBeDefined();
    expect(vault.session(secret, clock.pass(HOUR))).toBeUndefined();
  });

  test('VT-13 the oldest ends when a member has too many', () => {
    const { clock, open } = place();
    const vault = open();
    const secrets = Array.from({ length: 21 }, () => {
      clock.pass(1);
      return vault.openSession(member(1), '', clock.at, HOUR).secret;
    });
    expect(vault.sessionsOf(member(1), clock.at)).toHaveLength(20);
    expect(vault.session(secrets[0] ?? '', clock.at)).toBeUndefined();
    expect(vault.session(secrets[1] ?? '', clock.at)).toBeDefined();
    expect(vault.revocations(0)).toHaveLength(1);
  });

  test('LV-6 every session that is ended is announced, in order, to every process', () => {
    const { clock, open } = place();
    const vault = open();
    const [one, two, three] = [1, 2, 3].map(() => vault.openSession(member(1), '', clock.at, HOUR).session);
    const other = open();
    expect(other.lastRevocation()).toBe(0);
    expect(vault.endSession(member(2), one?.id ?? '')).toBe(false);
    expect(vault.endSession(member(1), one?.id ?? '')).toBe(true);
    expect(vault.endSession(member(1), one?.id ?? '')).toBe(false);
    expect(vault.endSessions(member(1), three?.id)).toBe(1);
    vault.revoke(member(3));
    expect(other.revocations(0)).toEqual([
      { seq: 1, member: member(1), session: one?.id },
      { seq: 2, member: member(1), session: two?.id },
      { seq: 3, member: member(3) },
    ]);
    expect(other.revocations(2)).toHaveLength(1);
    expect(other.lastRevocation()).toBe(3);
    clock.pass(8 * 24 * HOUR);
    expect(open().revocations(0)).toEqual([]);
    expect(open().lastRevocation()).toBe(3);
  });
});

function column(path: string, name: string): Buffer {
  const database = new DatabaseSync(path, { readOnly: true });
  const value = database.prepare(`SELECT ${name} AS value FROM person`).get()?.value;
  database.close();
  if (!(value instanceof Uint8Array)) throw new Error(`${name} is empty`);
  return Buffer.from(value);
}
