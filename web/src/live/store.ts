import type { Delta, Row } from '@lianyu/contract/live';

/** The rows of one topic as a screen reads them; a new object whenever something in it changed. */
export interface TopicRows {
  readonly rows: readonly Row[];
  readonly more: boolean;
}

interface Held {
  rows: Map<string, Row>;
  /** Versions of removed rows: an older put that comes late does not bring them back. */
  removed: Map<string, number>;
  more: boolean;
  shown: TopicRows | undefined;
}

/** How many commands may have gone through before their answers came. */
const EARLY = 50;

const identityOf = ({ kind, key, audience }: Pick<Row, 'kind' | 'key' | 'audience'>) => `${kind}\n${key}\n${audience}`;

/**
 * What this viewer knows, by topic, without any framework. Batches are applied in the order of their numbers; a row replaces
 * another only with a higher version, so that nothing is applied twice and nothing older covers something newer.
 */
export class LiveStore {
  #topics = new Map<string, Held>();
  #listeners = new Set<() => void>();
  #pending = new Set<string>();
  #gone = new Set<string>();
  #shownPending: ReadonlySet<string> = new Set();
  #n = 0;
  #cursor: string | undefined;

  /** Where to resume from. */
  get cursor(): string | undefined {
    return this.#cursor;
  }

  /** Whether the topic has been loaded at all. */
  has(topic: string): boolean {
    return this.#topics.has(topic);
  }

  /** A new connection counts its batches from one. */
  connected(): void {
    this.#n = 0;
  }

  /** Takes the rows of an HTTP page: they are the topic as it is. */
  load(topic: string, rows: readonly Row[], more: boolean): void {
    this.#reset(topic, more);
    for (const row of rows) this.#put(row);
    this.#tell();
  }

  /** @returns false when the batch is not the next one: the connection must be made anew from the last cursor. */
  apply(n: number, cursor: string, deltas: readonly Delta[]): boolean {
    if (n !== this.#n + 1) return false;
    this.#n = n;
    for (const delta of deltas) this.#one(delta);
    this.#cursor = cursor;
    this.#tell();
    return true;
  }

  forget(topic: string): void {
    this.#topics.delete(topic);
  }

  topic(topic: string): TopicRows | undefined {
    const held = this.#topics.get(topic);
    if (!held) return undefined;
    held.shown ??= { rows: [...held.rows.values()].sort(inOrder), more: held.more };
    return held.shown;
  }

  /** A command that was acknowledged and waits for the documents (LV-7). */
  expect(commandId: string): void {
    if (this.#gone.delete(commandId)) return;
    this.#pending.add(commandId);
    this.#tell();
  }

  pending(): ReadonlySet<string> {
    return this.#shownPending;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #one(delta: Delta): void {
    switch (delta.op) {
      case 'put':
        return this.#put(delta.row);
      case 'remove':
        return this.#remove(delta);
      case 'reset':
        return this.#reset(delta.topic, delta.more);
      case 'through':
        // The feed may be faster than the answer of the command.
        if (!this.#pending.delete(delta.commandId)) this.#early(delta.commandId);
        return;
    }
  }

  /** Kept for the answer that is still to come; those of the member's other tabs never ask, so that only the newest are kept. */
  #early(commandId: string): void {
    this.#gone.add(commandId);
    const oldest = this.#gone.values().next().value;
    if (this.#gone.size > EARLY && oldest !== undefined) this.#gone.delete(oldest);
  }

  #reset(topic: string, more: boolean): void {
    this.#topics.set(topic, { rows: new Map(), removed: new Map(), more, shown: undefined });
  }

  #put(row: Row): void {
    const held = this.#topics.get(row.topic);
    if (!held) return;
    const identity = identityOf(row);
    const known = held.rows.get(identity)?.version ?? held.removed.get(identity) ?? 0;
    if (row.version <= known) return;
    held.rows.set(identity, row);
    held.removed.delete(identity);
    held.shown = undefined;
  }

  #remove(removed: Extract<Delta, { op: 'remove' }>): void {
    const held = this.#topics.get(removed.topic);
    if (!held) return;
    const identity = identityOf(removed);
    if ((held.rows.get(identity)?.version ?? 0) > removed.version) return;
    held.rows.delete(identity);
    held.removed.set(identity, removed.version);
    held.shown = undefined;
  }

  #tell(): void {
    if (this.#pending.size !== this.#shownPending.size || [...this.#pending].some((id) => !this.#shownPending.has(id)))
      this.#shownPending = new Set(this.#pending);
    for (const listener of this.#listeners) listener();
  }
}

/** Newest first, as the server sorts them. */
function inOrder(one: Row, other: Row): number {
  if (one.sort !== other.sort) return one.sort < other.sort ? 1 : -1;
  return one.key < other.key ? -1 : one.key > other.key ? 1 : 0;
}
