import { createHash, randomBytes } from 'node:crypto';
import { type MemberId, memberId } from '@lianyu/domain/kernel';
import { corrupt } from './cipher.ts';
import type { Database } from './database.ts';

/** Tokens of one-time links, one per member at a time. Only their hashes are kept. */
export interface SetUpTokens {
  offer(member: MemberId, expiresAt: number): string;
  holder(token: string, now: number): MemberId | undefined;
  /** @returns whose it was, to the first who asks. */
  spend(token: string, now: number): MemberId | undefined;
  void(member: MemberId): void;
}

export function createSetUpTokens(database: Database): SetUpTokens {
  const voidAll = (member: MemberId) => database.run('DELETE FROM set_up WHERE member = ?', member);

  return {
    offer: (member, expiresAt) =>
      database.transaction(() => {
        voidAll(member);
        const token = randomBytes(32).toString('base64url');
        database.run('INSERT INTO set_up VALUES (?, ?, ?)', hashOf(token), member, expiresAt);
        return token;
      }),
    holder: (token, now) => member(database.get('SELECT member FROM set_up WHERE token_hash = ? AND expires_at > ?', hashOf(token), now)),
    spend: (token, now) => member(database.get('DELETE FROM set_up WHERE token_hash = ? AND expires_at > ? RETURNING member', hashOf(token), now)),
    void: voidAll,
  };
}

/** A token has 256 random bits: a plain hash of it cannot be turned round. */
export function hashOf(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}

function member(row: Record<string, unknown> | undefined): MemberId | undefined {
  if (row === undefined) return undefined;
  const parsed = memberId.safeParse(row.member);
  if (!parsed.success) throw corrupt('set_up.member', parsed.error);
  return parsed.data;
}
