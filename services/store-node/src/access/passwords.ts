import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { nodeLimits } from '../limits.ts';
import { tooBusy } from '../protocol/call-error.ts';

export const passwordHash = z.strictObject({
  algorithm: z.literal('argon2id'),
  /** KiB. */
  memory: z.int().min(8).max(1_048_576),
  passes: z.int().min(1).max(100),
  lanes: z.int().min(1).max(16),
  salt: z.base64(),
  tag: z.base64(),
});
export type PasswordHash = z.infer<typeof passwordHash>;

/** What OWASP's Password Storage Cheat Sheet asks of argon2id at least: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, lanes: 1 };
const SALT = 16;
const TAG = 32;

const derive = promisify(argon2);

export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(SALT);
  const tag = await tagOf(password, salt, COST, TAG);
  return { algorithm: 'argon2id', ...COST, salt: salt.toString('base64'), tag: Buffer.from(tag).toString('base64') };
}

/** Works as long when there is nothing to compare with, and is then false. @throws CallError when too many ask */
export async function matchesPassword(password: string, kept: PasswordHash | undefined): Promise<boolean> {
  const expected = kept === undefined ? randomBytes(TAG) : Buffer.from(kept.tag, 'base64');
  const salt = kept === undefined ? randomBytes(SALT) : Buffer.from(kept.salt, 'base64');
  const tag = await tagOf(password, salt, kept ?? COST, expected.length);
  return timingSafeEqual(tag, expected) && kept !== undefined;
}

type Cost = Pick<PasswordHash, 'memory' | 'passes' | 'lanes'>;

function tagOf(password: string, salt: Uint8Array, { memory, passes, lanes }: Cost, tagLength: number): Promise<Uint8Array> {
  const message = password.normalize('NFKC');
  return inTurn(() => derive('argon2id', { message, nonce: salt, memory, passes, parallelism: lanes, tagLength }));
}

const waiting: (() => void)[] = [];
let running = 0;

/** A few at once, some waiting, and no more: who tries passwords must not take the machine. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running < nodeLimits.hashing) running += 1;
  else {
    if (waiting.length >= nodeLimits.hashingQueue) throw tooBusy();
    await new Promise<void>((go) => waiting.push(go));
  }
  try {
    return await work();
  } finally {
    // The turn is handed on, so that nobody who comes in between takes it.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
