import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { vaultLimits } from './limits.ts';
import { VaultError } from './vault.ts';

/** Of argon2id: memory in KiB, passes over it, lanes. */
export interface PasswordCost {
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
}

/** What OWASP's Password Storage Cheat Sheet asks of argon2id at least: 19 MiB, two passes, one lane. */
export const defaultCost: PasswordCost = { memory: 19_456, passes: 2, lanes: 1 };

export const passwordHash = z.strictObject({
  algorithm: z.literal('argon2id'),
  memory: z.number().int(),
  passes: z.number().int(),
  lanes: z.number().int(),
  salt: z.base64(),
  tag: z.base64(),
});
export type PasswordHash = z.infer<typeof passwordHash>;

export interface Hasher {
  /** @throws VaultError BUSY, without having begun. Ask before anything is counted against the asker. */
  ensureRoom(): void;
  /** @throws VaultError BUSY */
  hash(password: string): Promise<PasswordHash>;
  /** Works as long when there is nothing to compare with, and is then false. @throws VaultError BUSY */
  matches(password: string, kept: PasswordHash | undefined): Promise<boolean>;
  /** Whether it was made at another cost than today's. */
  outdated(kept: PasswordHash): boolean;
}

const derive = promisify(argon2);
const SALT = 16;
const TAG = 32;

export function createHasher(cost: PasswordCost): Hasher {
  const inTurn = turns(vaultLimits.hashing, vaultLimits.hashingQueue);

  async function tagOf(password: string, salt: Uint8Array, { memory, passes, lanes }: PasswordCost): Promise<Uint8Array> {
    const message = password.normalize('NFKC');
    return inTurn.take(() => derive('argon2id', { message, nonce: salt, memory, passes, parallelism: lanes, tagLength: TAG }));
  }

  return {
    ensureRoom: inTurn.ensureRoom,
    async hash(password) {
      const salt = randomBytes(SALT);
      const tag = await tagOf(password, salt, cost);
      return { algorithm: 'argon2id', ...cost, salt: salt.toString('base64'), tag: Buffer.from(tag).toString('base64') };
    },
    async matches(password, kept) {
      const tag = await tagOf(password, kept === undefined ? randomBytes(SALT) : Buffer.from(kept.salt, 'base64'), kept ?? cost);
      const expected = kept === undefined ? randomBytes(TAG) : Buffer.from(kept.tag, 'base64');
      return timingSafeEqual(tag, expected) && kept !== undefined;
    },
    outdated: (kept) => kept.memory !== cost.memory || kept.passes !== cost.passes || kept.lanes !== cost.lanes,
  };
}

/** So many at once, so many waiting, and no more. */
function turns(atOnce: number, waitingAtMost: number) {
  const waiting: (() => void)[] = [];
  let running = 0;

  function ensureRoom(): void {
    if (waiting.length >= waitingAtMost) throw new VaultError('BUSY', { retryAfterSeconds: '1' });
  }
  return {
    ensureRoom,
    async take<T>(work: () => Promise<T>): Promise<T> {
      if (running >= atOnce) {
        ensureRoom();
        await new Promise<void>((go) => waiting.push(go));
      } else running += 1;
      try {
        return await work();
      } finally {
        // The turn is handed on, so that nobody who comes in between takes it.
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
