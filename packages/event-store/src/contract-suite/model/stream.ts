import type { ExpectedRevision } from '../../port.ts';

/** A stream as plain values: everything it ever held, and from where on it is shown. */
export interface Stream {
  /** Ids by revision. */
  readonly ids: readonly string[];
  readonly shownFrom: number;
  readonly deleted: boolean;
}

export const untouched: Stream = { ids: [], shownFrom: 0, deleted: false };

/** What is asked of one stream. */
export type Operation =
  | { readonly kind: 'append'; readonly expected: ExpectedRevision; readonly ids: readonly string[] }
  | { readonly kind: 'delete'; readonly expected: ExpectedRevision }
  | { readonly kind: 'read'; readonly direction: 'forwards' | 'backwards'; readonly from: number | undefined; readonly limit: number };

/** What it comes to, in words that two stores can be compared by. */
export type Answer = string;

export const answers = {
  appended: (outcome: string, revision: number): Answer => `${outcome} ${revision}`,
  refused: (code: string, actual?: string): Answer => `${code}${actual === undefined ? '' : ` ${actual}`}`,
  read: (events: readonly { readonly revision: number; readonly id: string }[]): Answer =>
    events.map(({ revision, id }) => `${revision} ${id}`).join('\n'),
  removed: 'removed',
} as const;

/** The rules of EV-4 and of deletion, as a function. */
export function apply(stream: Stream, operation: Operation): readonly [Answer, Stream] {
  if (operation.kind === 'read') return [read(stream, operation), stream];
  const { expected } = operation;
  const last = stream.ids.length - 1;
  const wrong = answers.refused('WRONG_EXPECTED_REVISION', last < 0 ? 'no-stream' : String(last));
  const ids = operation.kind === 'append' ? operation.ids : [];
  if (expected === 'stream-exists' && stream.deleted) return [answers.refused('STREAM_DELETED'), stream];
  if (expected === 'stream-exists' && last < 0) return [wrong, stream];
  const loose = expected === 'any' || expected === 'stream-exists';
  const believed = expected === 'no-stream' ? -1 : loose ? undefined : Number(expected);
  const from = believed === undefined ? stream.ids.lastIndexOf(ids[0] ?? '') : believed + 1;
  const isNext = believed === undefined ? from < 0 : believed === last;
  if (!isNext) {
    const stands = (index: number) => from >= 0 && stream.ids[from + index] === ids[index];
    if (ids.length > 0 && ids.every((_, index) => stands(index))) return [answers.appended('idempotent', from + ids.length - 1), stream];
    const begunAnew = believed === -1 && stream.deleted && !(ids.length > 0 && stands(0));
    if (!begunAnew) return [wrong, stream];
  }
  if (operation.kind === 'delete') return last < 0 ? [wrong, stream] : [answers.removed, { ...stream, deleted: true }];
  const shownFrom = stream.deleted ? last + 1 : stream.shownFrom;
  return [answers.appended('appended', last + ids.length), { ids: [...stream.ids, ...ids], shownFrom, deleted: false }];
}

function read({ ids, shownFrom, deleted }: Stream, { direction, from, limit }: Extract<Operation, { kind: 'read' }>): Answer {
  const shown = ids.map((id, revision) => ({ id, revision })).filter(({ revision }) => !deleted && revision >= shownFrom);
  const ahead = direction === 'forwards' ? shown : shown.toReversed();
  const within = ahead.filter(({ revision }) => from === undefined || (direction === 'forwards' ? revision >= from : revision <= from));
  return answers.read(within.slice(0, limit));
}
