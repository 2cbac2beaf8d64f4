import type { ExpectedRevision } from '@lianyu/event-store';
import { invalidArgument } from './call-error.ts';
import { unsigned } from './numbers.ts';

/** How append, delete and tombstone say what they expect of the stream. */
export interface Expectation {
  hasRevision(): boolean;
  getRevision(): string;
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
}

/** @throws CallError INVALID_ARGUMENT if nothing is said */
export function expectedRevision(options: Expectation): ExpectedRevision {
  if (options.hasRevision()) return unsigned(options.getRevision());
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasAny()) return 'any';
  if (options.hasStreamExists()) return 'stream-exists';
  throw invalidArgument('ExpectedStreamRevision: not set');
}
