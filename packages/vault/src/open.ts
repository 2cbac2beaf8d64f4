import { mkdirSync, statSync } from 'node:fs';
import { createAccounts } from './accounts.ts';
import { createCalendars } from './calendars.ts';
import { cipherOf, subkey } from './cipher.ts';
import { openDatabase } from './database.ts';
import { createDrafts } from './drafts.ts';
import { createFiles } from './files.ts';
import { createKeepsakes } from './keepsakes.ts';
import { masterKey } from './master-key.ts';
import { createNotices } from './notices.ts';
import { createHasher, defaultCost, type PasswordCost } from './passwords.ts';
import { createPeople } from './people.ts';
import { createRevocations } from './revocations.ts';
import { createSeals } from './seals.ts';
import { createSessions } from './sessions.ts';
import { createSetUpTokens } from './set-up.ts';
import { createThrottle } from './throttle.ts';
import type { Vault } from './vault.ts';
import { createWebhooks } from './webhooks.ts';

export type { PasswordCost } from './passwords.ts';

export interface VaultPlace {
  /** The SQLite file; its folder exists. */
  readonly path: string;
  /** The folder of the files; made when missing. */
  readonly filesPath: string;
  /** Outside the folder of `path`, so that a backup of the one is useless without the other. */
  readonly keyFile: string;
  /** Milliseconds since 1970, for what is not told the time. */
  readonly now?: () => number;
  /** Of hashing passwords; less than the default is for tests and demonstrations. */
  readonly cost?: PasswordCost;
  /** How long a session lasts without being seen, in milliseconds. */
  readonly idleMs?: number;
}

/**
 * Opens the vault, or makes it together with its master key.
 * @throws VaultError MASTER_KEY_MISSING, MASTER_KEY_WRONG, MASTER_KEY_READABLE, VAULT_NEWER, VAULT_CORRUPT
 */
export function openVault({ path, filesPath, keyFile, now = Date.now, cost = defaultCost, idleMs = 8 * 3_600_000 }: VaultPlace): Vault {
  const master = masterKey(keyFile, isEmpty(path));
  const database = openDatabase(path, master);
  mkdirSync(filesPath, { recursive: true, mode: 0o700 });
  const rows = cipherOf(subkey(master, 'rows'));
  const names = subkey(master, 'names');

  const people = createPeople(database, rows, names);
  const tokens = createSetUpTokens(database);
  const revocations = createRevocations(database, now);
  const sessions = createSessions({ database, rows, revocations, idleMs });
  const throttle = createThrottle(database);
  const calendars = createCalendars(database);
  const notices = createNotices(database);
  const { transaction } = database;

  return {
    ...createAccounts({ people, tokens, sessions, throttle, names, transaction, hasher: createHasher(cost) }),
    ...createSeals(database, rows),
    ...createDrafts(database, rows),
    ...createFiles(database, cipherOf(subkey(master, 'files')), filesPath),
    ...createKeepsakes(database, rows),
    ...calendars,
    ...notices.vault,
    ...createWebhooks(database, rows),

    enter: (person, expiresAt) =>
      transaction(() => {
        people.put(person);
        return tokens.offer(person.member, Date.parse(expiresAt));
      }),
    person: (member) => people.account(member)?.person,
    people: (members) => members.flatMap((member) => people.account(member)?.person ?? []),
    offerSetUp: (member, expiresAt) => (people.account(member) === undefined ? undefined : tokens.offer(member, Date.parse(expiresAt))),
    setUpOffer(token, at) {
      const member = tokens.holder(token, Date.parse(at));
      return member && people.account(member)?.person;
    },
    forget(member) {
      const forgotten = transaction(() => {
        const account = people.account(member);
        if (account !== undefined) throttle.clear(people.nameHash(account.person.signInName));
        tokens.void(member);
        calendars.closeCalendar(member);
        notices.forget(member);
        sessions.endAll(member);
        revocations.append(member);
        return people.forget(member);
      });
      database.scrub();
      return forgotten;
    },

    openSession: (member, userAgent, at, lifetimeMs) => sessions.open(member, userAgent, Date.parse(at), lifetimeMs),
    session: (secret, at) => sessions.find(secret, Date.parse(at)),
    sessionsOf: (member, at) => sessions.of(member, Date.parse(at)),
    endSession: sessions.end,
    endSessions: sessions.endAll,
    revoke: (member) => revocations.append(member),
    revocations: revocations.after,
    lastRevocation: revocations.last,

    close: database.close,
  };
}

/** Whether there is no vault yet: no file, or one that nothing was ever written to. */
function isEmpty(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0;
}
