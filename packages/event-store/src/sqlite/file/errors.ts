import { EventStoreError } from '../../port.ts';

/** Result codes of SQLite, https://www.sqlite.org/rescode.html */
const BUSY = 5;
const READ_ONLY = 8;
const FULL = 13;
/** The index of the write-ahead log could not be extended: on a full disk it meets this before it meets FULL. */
const IOERR_SHMSIZE = 4874;

/**
 * What an error of the engine, or of the file system while a file is made, means to the port. Full and busy pass;
 * everything else, an I/O error, a damaged page, a broken invariant, is fatal (ER-4).
 */
export function storeError(cause: unknown): EventStoreError {
  if (cause instanceof EventStoreError) return cause;
  const code = resultCode(cause);
  if (code === undefined) return fileError(cause);
  if (code === IOERR_SHMSIZE || (code & 0xff) === FULL) return new EventStoreError('STORE_FULL', {}, cause);
  if ((code & 0xff) === BUSY) return new EventStoreError('STORE_LOCKED', {}, cause);
  return new EventStoreError('STORE_FAILED', { problem: `sqlite-${code}` }, cause);
}

export function isBusy(cause: unknown): boolean {
  return storeError(cause).code === 'STORE_LOCKED';
}

/** What was to be written beside the file of a reader could not be. */
export function isReadOnly(cause: unknown): boolean {
  return ((resultCode(cause) ?? 0) & 0xff) === READ_ONLY;
}

function resultCode(cause: unknown): number | undefined {
  if (!(cause instanceof Error) || !('errcode' in cause)) return undefined;
  return typeof cause.errcode === 'number' ? cause.errcode : undefined;
}

function fileError(cause: unknown): EventStoreError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new EventStoreError('STORE_FULL', {}, cause);
  const path = cause instanceof Error && 'path' in cause ? { path: String(cause.path) } : {};
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new EventStoreError('STORE_READ_ONLY', path, cause);
  return new EventStoreError('STORE_FAILED', { problem: typeof code === 'string' ? code : 'engine' }, cause);
}
