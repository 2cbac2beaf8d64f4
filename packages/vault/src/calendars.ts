import { randomBytes } from 'node:crypto';
import { memberId, toInstant } from '@lianyu/domain/kernel';
import { corrupt } from './cipher.ts';
import { type Database, integer, text } from './database.ts';
import { hashOf } from './set-up.ts';
import type { Vault } from './vault.ts';

type Calendars = Pick<Vault, 'openCalendar' | 'calendarOf' | 'closeCalendar' | 'calendarHolder'>;

/** Secret addresses of calendars, one per member: whoever has the address reads the calendar until it is closed. */
export function createCalendars(database: Database): Calendars {
  return {
    openCalendar(member, now) {
      const token = randomBytes(32).toString('base64url');
      database.run('INSERT OR REPLACE INTO calendar VALUES (?, ?, ?)', member, hashOf(token), Date.parse(now));
      return token;
    },
    calendarOf(member) {
      const row = database.get('SELECT opened_at FROM calendar WHERE member = ?', member);
      return row && { openedAt: toInstant(integer(row, 'opened_at')) };
    },
    closeCalendar: (member) => database.run('DELETE FROM calendar WHERE member = ?', member) > 0,
    calendarHolder(token) {
      const row = database.get('SELECT member FROM calendar WHERE token_hash = ?', hashOf(token));
      if (row === undefined) return undefined;
      const holder = memberId.safeParse(text(row, 'member'));
      if (!holder.success) throw corrupt('calendar.member', holder.error);
      return holder.data;
    },
  };
}
