import { type Database, integer } from './database.ts';
import { vaultLimits } from './limits.ts';

/**
 * Counts failed attempts under an opaque key, in the file: a restart forgives nobody. The first failures cost nothing, then
 * each doubles the wait, up to a quarter of an hour; a day without failure forgives all.
 */
export interface Throttle {
  /**
   * Counts an attempt as failed before it is made, so that many at once do not slip through; `clear` takes it back.
   * @returns the seconds to wait when it may not be made at all: it is then not counted.
   */
  begin(key: Uint8Array, now: number): number | undefined;
  clear(key: Uint8Array): void;
}

export const FREE_FAILURES = 5;
export const LONGEST_WAIT_SECONDS = 900;
const FORGIVEN_AFTER = 86_400_000;

export function createThrottle(database: Database): Throttle {
  function forgetOldest(now: number): void {
    if (integer(database.get('SELECT count(*) AS known FROM attempt') ?? {}, 'known') < vaultLimits.throttled) return;
    if (database.run('DELETE FROM attempt WHERE last_at <= ?', now - FORGIVEN_AFTER) > 0) return;
    database.run('DELETE FROM attempt WHERE key IN (SELECT key FROM attempt ORDER BY last_at LIMIT 100)');
  }

  return {
    begin: (key, now) =>
      database.transaction(() => {
        const row = database.get('SELECT failures, last_at FROM attempt WHERE key = ?', key);
        const last = row === undefined ? 0 : integer(row, 'last_at');
        const failures = row === undefined || now - last >= FORGIVEN_AFTER ? 0 : integer(row, 'failures');
        const wait = waitSeconds(failures);
        const left = Math.ceil((last - now) / 1000 + wait);
        // A clock that was put back makes nobody wait longer than they had to.
        if (wait > 0 && left > 0) return Math.min(left, wait);
        if (row === undefined) forgetOldest(now);
        database.run('INSERT INTO attempt VALUES (?1, ?2, ?3) ON CONFLICT (key) DO UPDATE SET failures = ?2, last_at = ?3', key, failures + 1, now);
        return undefined;
      }),
    clear(key) {
      database.run('DELETE FROM attempt WHERE key = ?', key);
    },
  };
}

/** After none to four failures 0, then 1, 2, 4, 8 … 900. */
function waitSeconds(failures: number): number {
  return failures < FREE_FAILURES ? 0 : Math.min(2 ** (failures - FREE_FAILURES), LONGEST_WAIT_SECONDS);
}
