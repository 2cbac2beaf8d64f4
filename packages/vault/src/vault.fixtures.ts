import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Instant, type MemberId, memberId, type OrganisationId, organisationId, toInstant } from '@lianyu/domain/kernel';
import { afterEach } from 'vitest';
import { openVault, type Person, type Vault, VaultError, type VaultPlace } from './index.ts';

/** As cheap as argon2id can be: what is tested is not the cost. */
export const cheap = { memory: 8, passes: 1, lanes: 1 };
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const start = Date.parse('2026-11-23T02:00:00.000Z');

const folders: string[] = [];
const vaults: Vault[] = [];
afterEach(() => {
  for (const vault of vaults.splice(0)) vault.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A clock that stands until it is moved. */
export class Hand {
  now = start;
  get at(): Instant {
    return toInstant(this.now);
  }
  pass(milliseconds: number): Instant {
    this.now += milliseconds;
    return this.at;
  }
}

/** A place for one vault, and how to open it as often as one likes. */
export function place(options: Partial<VaultPlace> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'lianyu-vault-'));
  folders.push(folder);
  const clock = new Hand();
  const at: VaultPlace = {
    path: join(folder, 'vault.sqlite'),
    filesPath: join(folder, 'files'),
    keyFile: join(folder, 'key'),
    cost: cheap,
    now: () => clock.now,
    ...options,
  };
  const open = (more: Partial<VaultPlace> = {}): Vault => {
    const vault = openVault({ ...at, ...more });
    vaults.push(vault);
    return vault;
  };
  return { folder, clock, at, open };
}

export const member = (n: number): MemberId => memberId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
export const zone = (name: string): OrganisationId => organisationId.parse(name);
export const hohhot = zone('hohhot-etdz');
export const baotou = zone('baotou-rare-earth');

export function person(n: number, changed: Partial<Person> = {}): Person {
  return { member: member(n), organisation: hohhot, signInName: `person-${n}`, name: `名字${n}`, office: `处长${n}`, ...changed };
}

/** A person with a password, ready to sign in. */
export async function settled(vault: Vault, clock: Hand, n: number, password: string): Promise<Person> {
  const entered = person(n);
  await vault.setUp(vault.enter(entered, toInstant(clock.now + HOUR)), password, clock.at);
  return entered;
}

export function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof VaultError) return error.code;
    throw error;
  }
  return 'nothing was thrown';
}
