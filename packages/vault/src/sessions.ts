import { randomBytes } from 'node:crypto';
import { type MemberId, memberId, toInstant } from '@lianyu/domain/kernel';
import { z } from 'zod';
import { type Cipher, corrupt } from './cipher.ts';
import type { Database, Row } from './database.ts';
import { vaultLimits } from './limits.ts';
import type { Revocations } from './revocations.ts';
import { hashOf } from './set-up.ts';
import type { Session } from './vault.ts';

/** Who is signed in where. The cookie's secret is never kept, only its hash. */
export interface Sessions {
  open(member: MemberId, userAgent: string, now: number, lifetimeMs: number): { secret: string; session: Session };
  find(secret: string, now: number): Session | undefined;
  of(member: MemberId, now: number): readonly Session[];
  end(member: MemberId, id: string): boolean;
  /** @returns how many ended. */
  endAll(member: MemberId, except?: string): number;
}

interface Parts {
  readonly database: Database;
  readonly rows: Cipher;
  readonly revocations: Revocations;
  readonly idleMs: number;
}

const SEEN_EVERY = 60_000;
const stored = z.object({
  id: z.string(),
  member: memberId,
  created_at: z.number(),
  last_seen_at: z.number(),
  ends_at: z.number(),
  user_agent_sealed: z.instanceof(Uint8Array),
});
type Stored = z.infer<typeof stored>;

export function createSessions({ database, rows, revocations, idleMs }: Parts): Sessions {
  const endOf = ({ ends_at, last_seen_at }: Stored) => Math.min(ends_at, last_seen_at + idleMs);

  function read(row: Stored): Session {
    return {
      id: row.id,
      member: row.member,
      createdAt: toInstant(row.created_at),
      lastSeenAt: toInstant(row.last_seen_at),
      expiresAt: toInstant(endOf(row)),
      userAgent: Buffer.from(rows.open(row.user_agent_sealed, identity(row.id, row.member))).toString('utf8'),
    };
  }

  function end(member: MemberId, id: string): boolean {
    return database.transaction(() => {
      const ended = database.run('DELETE FROM session WHERE id = ? AND member = ?', id, member) > 0;
      if (ended) revocations.append(member, id);
      return ended;
    });
  }

  /** Newest first, the ended ones swept away: an end that was known beforehand needs no revocation. */
  function living(member: MemberId, now: number): readonly Stored[] {
    const all = database.all('SELECT * FROM session WHERE member = ? ORDER BY created_at DESC, id', member).map(parse);
    for (const { id } of all.filter((row) => endOf(row) <= now)) database.run('DELETE FROM session WHERE id = ?', id);
    return all.filter((row) => endOf(row) > now);
  }

  return {
    open: (member, userAgent, now, lifetimeMs) =>
      database.transaction(() => {
        for (const { id } of living(member, now).slice(vaultLimits.sessionsPerMember - 1)) end(member, id);
        const secret = randomBytes(32).toString('base64url');
        const id = randomBytes(16).toString('base64url');
        const agent = rows.seal(Buffer.from(userAgent.slice(0, vaultLimits.userAgentCharacters)), identity(id, member));
        const row: Stored = { id, member, created_at: now, last_seen_at: now, ends_at: now + lifetimeMs, user_agent_sealed: agent };
        database.run('INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?)', id, hashOf(secret), member, now, now, row.ends_at, agent);
        return { secret, session: read(row) };
      }),
    find(secret, now) {
      const found = database.get('SELECT * FROM session WHERE secret_hash = ?', hashOf(secret));
      if (found === undefined) return undefined;
      const row = parse(found);
      if (endOf(row) <= now) {
        database.run('DELETE FROM session WHERE id = ?', row.id);
        return undefined;
      }
      if (now - row.last_seen_at < SEEN_EVERY) return read(row);
      database.run('UPDATE session SET last_seen_at = ? WHERE id = ?', now, row.id);
      return read({ ...row, last_seen_at: now });
    },
    of: (member, now) => database.transaction(() => living(member, now).map(read)),
    end,
    endAll: (member, except) =>
      database.transaction(() => {
        const others = database.all('SELECT * FROM session WHERE member = ?', member).map(parse);
        return others.filter(({ id }) => id !== except && end(member, id)).length;
      }),
  };
}

function identity(id: string, member: MemberId) {
  return ['session', 'user_agent_sealed', id, member] as const;
}

function parse(row: Row): Stored {
  const parsed = stored.safeParse(row);
  if (!parsed.success) throw corrupt('session', parsed.error);
  return parsed.data;
}
