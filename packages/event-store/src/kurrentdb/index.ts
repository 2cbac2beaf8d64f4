export { readAddress } from './address.ts';
export { type Health, type KurrentEventStore, type KurrentStoreOptions, openKurrentStore } from './store.ts';
