import { type MemberId, memberId } from '@lianyu/domain/kernel';
import { z } from 'zod';
import { corrupt } from './cipher.ts';
import { type Database, integer } from './database.ts';
import { vaultLimits } from './limits.ts';
import type { Revocation } from './vault.ts';

/** What every process tails to learn whose access is to be judged again (LV-6). */
export interface Revocations {
  append(member: MemberId, session?: string): void;
  after(seq: number): readonly Revocation[];
  last(): number;
}

const KEPT = 7 * 86_400_000;
const row = z.object({ seq: z.number().int(), member: memberId, session: z.string().nullable() });

export function createRevocations(database: Database, now: () => number): Revocations {
  const forgetOld = () => database.run('DELETE FROM revocation WHERE at < ?', now() - KEPT);
  forgetOld();

  const last = () => integer(database.get("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'revocation'), 0) AS last") ?? {}, 'last');
  return {
    last,
    append(member, session) {
      database.run('INSERT INTO revocation (member, session, at) VALUES (?, ?, ?)', member, session ?? null, now());
      if (last() % 1000 === 0) forgetOld();
    },
    after: (seq) =>
      database
        .all('SELECT seq, member, session FROM revocation WHERE seq > ? ORDER BY seq LIMIT ?', seq, vaultLimits.revocationsPerAsking)
        .map((found) => {
          const parsed = row.safeParse(found);
          if (!parsed.success) throw corrupt('revocation', parsed.error);
          const { session, ...rest } = parsed.data;
          return session === null ? rest : { ...rest, session };
        }),
  };
}
