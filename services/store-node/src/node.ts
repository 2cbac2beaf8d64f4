import type { RawStore } from '@lianyu/event-store/sqlite';
import type { Authenticate } from './access/authenticate.ts';
import type { Calls } from './calls.ts';
import type { Report } from './protocol/store-errors.ts';

/** What every call of the node has at hand. */
export interface Node {
  readonly store: RawStore;
  readonly authenticate: Authenticate;
  readonly calls: Calls;
  readonly report: Report;
}
