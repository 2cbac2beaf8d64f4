/** What a process under the crash test prints, one JSON value a line. Revisions and positions are decimal texts. */
export type Line =
  /** Before an append is called: whoever does not hear the outcome sends the same again. */
  | { readonly kind: 'sends'; readonly batch: Batch }
  /** After its outcome: the first revision of the batch. */
  | { readonly kind: 'stored'; readonly batch: string; readonly first: string }
  /** A subscriber was given this event. */
  | { readonly kind: 'seen'; readonly position: string; readonly id: string };

export interface Batch {
  readonly id: string;
  readonly stream: string;
  /** A decimal revision, or one of the words of `ExpectedRevision`. */
  readonly expected: string;
  readonly ids: readonly string[];
}

/** The last line may have been cut off by the kill: then it was not said. */
export function lineOf(text: string): Line | undefined {
  return text.endsWith('}') ? JSON.parse(text) : undefined;
}
