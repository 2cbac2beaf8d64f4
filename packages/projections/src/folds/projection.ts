import type { AnyEvent } from '@lianyu/domain/events';
import type { Recorded } from '@lianyu/domain/kernel';

/**
 * Who may read a document: one key, written into it (PR-1). A viewer holds a set of keys; lists, search, feed and exports
 * are filtered by it in SQL (AZ-1).
 */
export type Audience =
  | 'everyone' // every signed-in member
  | 'overview' // the coordination office and analysts: that something goes on, not what
  | 'signed' // the coordination office and auditors: what is signed
  | 'audit' // auditors: what was tabled, once it is signed
  | 'office' // the coordination office: of settlement how far it has come, and what all have answered
  | 'administration' // administrators of the installation: organisations, members, roles
  | 'appraisal' // auditors: the appraisal ledger of all
  | `appraisal:${string}` // who settles for that organisation: its appraisal ledger
  | `organisation:${string}`
  | `member:${string}`;

/** A document as a fold makes it: plain JSON with one readership. Identity is (kind, key, audience). */
export interface Document {
  readonly kind: string;
  readonly key: string;
  readonly audience: Audience;
  /** What a screen subscribes to: `agreements`, `agreement/<id>`, `activity`, `tasks`, `organisations`. */
  readonly topic: string;
  /** Lists are sorted by this, descending, then by key. */
  readonly sort: string;
  readonly body: unknown;
}

/**
 * A pure fold (PR-1). `keyOf` says to whose state an event belongs; the documents are a function of that state alone, so the
 * runner finds what changed by comparing. The same fold serves the live read model, the rebuild, as-of and the browser.
 */
export interface Projection<State = unknown> {
  readonly name: string;
  /** Raised when the fold or a document's shape changes: the runner then rebuilds. */
  readonly version: number;
  /** Categories of the streams it reads. */
  readonly categories: readonly string[];
  keyOf(event: Recorded<AnyEvent>): string | undefined;
  /** Further states that the event changes: a restated figure changes the one that it corrects. */
  alsoKeysOf?(event: Recorded<AnyEvent>): readonly string[];
  readonly initial: State;
  evolve(state: State, event: Recorded<AnyEvent>): State;
  documents(state: State, key: string): readonly Document[];
}
