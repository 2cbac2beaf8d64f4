export { backupStore, type CareOptions, checkStore, restoreStore } from './care/commands.ts';
export type { Copied, Copying } from './care/copy.ts';
export type { Finding } from './care/integrity.ts';
export type { Progress, Step } from './care/progress.ts';
export * from './raw.ts';
export { openSqliteReader, type SqliteEventReader } from './reader.ts';
export { openSqliteStore, type SqliteEventStore, type SqliteStoreOptions } from './store.ts';
