import type { KurrentEventStore, KurrentStoreOptions } from './store.ts';

export { readAddress } from './address.ts';
export type { Health, KurrentEventStore, KurrentStoreOptions } from './store.ts';

/** See `store.ts`. The client and gRPC are loaded only by who goes over the wire: they are a good part of a start. */
export async function openKurrentStore(options: KurrentStoreOptions): Promise<KurrentEventStore> {
  const { openKurrentStore: open } = await import('./store.ts');
  return open(options);
}
