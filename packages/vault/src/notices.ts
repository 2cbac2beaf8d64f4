import type { SQLInputValue } from 'node:sqlite';
import { type MemberId, memberId, toInstant } from '@lianyu/domain/kernel';
import { z } from 'zod';
import { corrupt } from './cipher.ts';
import { type Database, integer, type Row, text } from './database.ts';
import { vaultLimits } from './limits.ts';
import { type NoticeChoices, type NoticeQuery, type NoticeRow, type Vault, VaultError } from './vault.ts';

type Notices = Pick<
  Vault,
  | 'giveNotices'
  | 'wasNoticed'
  | 'notices'
  | 'unreadNotices'
  | 'markRead'
  | 'markReadThrough'
  | 'noticeChoices'
  | 'chooseNotices'
  | 'noticedAfter'
  | 'lastNotice'
>;

const stored = z.object({
  seq: z.number().int(),
  id: z.string(),
  audience: z.string(),
  kind: z.string(),
  at: z.number(),
  lead: z.number().int().nullable(),
  actor: memberId.nullable(),
  body: z.string(),
  read: z.number(),
});
const choices = z.strictObject({ muted: z.array(z.string().max(40)).max(40), daysAhead: z.number().int().min(0).max(365) });
const UNTIL_CHOSEN: NoticeChoices = { muted: [], daysAhead: 30 };
const DAY = 86_400_000;

/**
 * What people are told. A notice belongs to a readership, not to a person: who holds the key today has it, who no longer does
 * has it no more. Of each person only what was read and what is wanted is kept.
 */
export function createNotices(database: Database): { readonly vault: Notices; forget(member: MemberId): void } {
  function reader(member: MemberId): { readThrough: number; choices: NoticeChoices } {
    const row = database.get('SELECT read_through, choices FROM notice_reader WHERE member = ?', member);
    if (row === undefined) return { readThrough: 0, choices: UNTIL_CHOSEN };
    const parsed = choices.safeParse(JSON.parse(text(row, 'choices')));
    if (!parsed.success) throw corrupt('notice_reader.choices', parsed.error);
    return { readThrough: integer(row, 'read_through'), choices: parsed.data };
  }

  function keepReader(member: MemberId, { readThrough, choices: chosen }: ReturnType<typeof reader>): void {
    database.run('INSERT OR REPLACE INTO notice_reader VALUES (?, ?, ?)', member, readThrough, JSON.stringify(choices.parse(chosen)));
  }

  /** What the person may read and wants to: the conditions, and what fills them. */
  function wanted({ member, audiences }: Pick<NoticeQuery, 'member' | 'audiences'>): { sql: string; values: SQLInputValue[] } {
    const { muted, daysAhead } = reader(member).choices;
    const any = (list: readonly string[]) => list.map(() => '?').join(', ');
    return {
      sql: `audience IN (${any(audiences)}) AND kind NOT IN (${any(muted)}) AND (actor IS NULL OR actor <> ?) AND (lead IS NULL OR lead <= ?)`,
      values: [...audiences, ...muted, member, daysAhead],
    };
  }

  const UNREAD = 'seq > ? AND id NOT IN (SELECT id FROM notice_read WHERE member = ?)';
  const last = () => integer(database.get("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'notice'), 0) AS last") ?? {}, 'last');

  const vault: Notices = {
    giveNotices: (notices) =>
      database.transaction(() => {
        const before = last();
        let given = 0;
        for (const { id, audience, kind, at, lead, actor, body } of notices) {
          const told = JSON.stringify(body);
          if (told.length > vaultLimits.noticeCharacters)
            throw new VaultError('LIMIT_REACHED', { what: 'notice-characters', limit: String(vaultLimits.noticeCharacters) });
          given += database.run(
            'INSERT INTO notice (id, audience, kind, at, lead, actor, body) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
            ...[id, audience, kind, Date.parse(at), lead ?? null, actor ?? null, told],
          );
        }
        const newest = notices.at(-1);
        if (newest && Math.floor(before / 1000) !== Math.floor((before + given) / 1000))
          database.run('DELETE FROM notice WHERE at < ?', Date.parse(newest.at) - vaultLimits.noticeDays * DAY);
        return given;
      }),
    wasNoticed: (audience, ids) =>
      ids.some((id) => database.get('SELECT 1 AS one FROM notice WHERE audience = ? AND id = ?', audience, id) !== undefined),
    notices(query) {
      const { member, audiences, kind, unread, before, limit } = query;
      if (audiences.length === 0) return [];
      const { readThrough } = reader(member);
      const { sql, values } = wanted(query);
      const more = [...(kind === undefined ? [] : ['kind = ?']), ...(unread ? [UNREAD] : []), ...(before === undefined ? [] : ['seq < ?'])];
      const filled = [...(kind === undefined ? [] : [kind]), ...(unread ? [readThrough, member] : []), ...(before === undefined ? [] : [before])];
      return database
        .all(
          `SELECT *, NOT (${UNREAD}) AS read FROM notice WHERE ${[sql, ...more].join(' AND ')} GROUP BY id ORDER BY seq DESC LIMIT ?`,
          ...[readThrough, member, ...values, ...filled, limit],
        )
        .map(noticeOf);
    },
    unreadNotices(query) {
      if (query.audiences.length === 0) return 0;
      const { sql, values } = wanted(query);
      const row = database.get(
        `SELECT count(DISTINCT id) AS unread FROM notice WHERE ${sql} AND ${UNREAD}`,
        ...values,
        reader(query.member).readThrough,
        query.member,
      );
      return integer(row ?? {}, 'unread');
    },
    markRead: (member, ids) =>
      database.transaction(() => {
        for (const id of ids) database.run('INSERT OR IGNORE INTO notice_read SELECT ?, id FROM notice WHERE id = ? LIMIT 1', member, id);
      }),
    markReadThrough: (member, seq) =>
      database.transaction(() => {
        const before = reader(member);
        const readThrough = Math.max(before.readThrough, Math.min(seq, last()));
        keepReader(member, { ...before, readThrough });
        database.run('DELETE FROM notice_read WHERE member = ? AND id IN (SELECT id FROM notice WHERE seq <= ?)', member, readThrough);
      }),
    noticeChoices: (member) => reader(member).choices,
    chooseNotices: (member, chosen) => database.transaction(() => keepReader(member, { ...reader(member), choices: chosen })),
    noticedAfter: (seq) =>
      database.all('SELECT seq, audience, actor FROM notice WHERE seq > ? ORDER BY seq LIMIT ?', seq, vaultLimits.noticesPerAsking).map((row) => {
        const actor = memberId.nullable().safeParse(row['actor']).data;
        return { seq: integer(row, 'seq'), audience: text(row, 'audience'), ...(actor ? { actor } : {}) };
      }),
    lastNotice: last,
  };

  return {
    vault,
    forget(member) {
      database.run('DELETE FROM notice_reader WHERE member = ?', member);
      database.run('DELETE FROM notice_read WHERE member = ?', member);
    },
  };
}

function noticeOf(row: Row): NoticeRow {
  const parsed = stored.safeParse(row);
  if (!parsed.success) throw corrupt('notice', parsed.error);
  const { lead, actor, body, read, at, ...rest } = parsed.data;
  return {
    ...rest,
    at: toInstant(at),
    ...(lead === null ? {} : { lead }),
    ...(actor === null ? {} : { actor }),
    body: z.record(z.string(), z.unknown()).parse(JSON.parse(body)),
    read: read === 1,
  };
}
