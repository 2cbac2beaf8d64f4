import { createHmac } from 'node:crypto';
import type { MemberId } from '@lianyu/domain/kernel';
import type { Hasher } from './passwords.ts';
import type { Account, People } from './people.ts';
import type { Sessions } from './sessions.ts';
import type { SetUpTokens } from './set-up.ts';
import type { Throttle } from './throttle.ts';
import type { Vault } from './vault.ts';

type Accounts = Pick<Vault, 'setUp' | 'setPassword' | 'verifyPassword' | 'verifyPasswordAgain'>;

interface Parts {
  readonly people: People;
  readonly tokens: SetUpTokens;
  readonly sessions: Sessions;
  readonly hasher: Hasher;
  readonly throttle: Throttle;
  readonly names: Uint8Array;
  transaction<T>(work: () => T): T;
}

/** Passwords: set, proven, and proven again. */
export function createAccounts({ people, tokens, sessions, hasher, throttle, names, transaction }: Parts): Accounts {
  const againKey = (member: MemberId) => createHmac('sha256', names).update(`again\0${member}`).digest();

  /** @param find asked again afterwards: who was forgotten, or changed the password, while it was hashed, is not let in. */
  async function prove(key: Uint8Array, password: string, now: number, find: () => Account | undefined) {
    hasher.ensureRoom();
    const retryAfterSeconds = throttle.begin(key, now);
    if (retryAfterSeconds !== undefined) return { ok: false, retryAfterSeconds } as const;
    const before = find();
    if (!(await hasher.matches(password, before?.password))) return { ok: false } as const;
    const account = find();
    if (account?.passwordSealed === undefined || !same(account.passwordSealed, before?.passwordSealed)) return { ok: false } as const;
    throttle.clear(key);
    await renew(account, password);
    return { ok: true, person: account.person } as const;
  }

  /** Who comes with the right password takes part in what today's cost is. */
  async function renew({ person, password, passwordSealed }: Account, given: string): Promise<void> {
    if (password === undefined || !hasher.outdated(password)) return;
    const hash = await hasher.hash(given);
    transaction(() => {
      if (same(passwordSealed, people.account(person.member)?.passwordSealed)) people.setPassword(person.member, hash);
    });
  }

  return {
    verifyPassword: (signInName, password, now) =>
      prove(people.nameHash(signInName), password, Date.parse(now), () => people.accountNamed(signInName)),
    async verifyPasswordAgain(member, password, now) {
      const proven = await prove(againKey(member), password, Date.parse(now), () => people.account(member));
      return proven.ok ? { ok: true } : proven;
    },
    async setPassword(member, password) {
      const hash = await hasher.hash(password);
      people.setPassword(member, hash);
    },
    async setUp(token, password, now) {
      const at = Date.parse(now);
      if (tokens.holder(token, at) === undefined) return undefined;
      const hash = await hasher.hash(password);
      return transaction(() => {
        const member = tokens.spend(token, at);
        const account = member && people.account(member);
        if (!account) return undefined;
        people.setPassword(account.person.member, hash);
        throttle.clear(people.nameHash(account.person.signInName));
        throttle.clear(againKey(account.person.member));
        sessions.endAll(account.person.member);
        return account.person;
      });
    },
  };
}

function same(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one !== undefined && other !== undefined && Buffer.from(one).equals(other);
}
