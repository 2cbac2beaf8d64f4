import { EventStoreError } from '../../port.ts';

/** What a call that must be refused throws, as a value. */
export function thrown(call: () => unknown): { code: string; data: Readonly<Record<string, string>> } | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    if (error instanceof EventStoreError) return { code: error.code, data: error.data };
    throw error;
  }
}
