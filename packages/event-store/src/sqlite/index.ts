export type { Finding } from './integrity.ts';
export * from './raw.ts';
export { openSqliteReader, type SqliteEventReader } from './reader.ts';
export { openSqliteStore, type SqliteEventStore, type SqliteStoreOptions } from './store.ts';
