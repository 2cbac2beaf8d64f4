import { diffArrays } from 'diff';
import { segmentsOf } from './segments.ts';

/** A stretch of text that both have, or only the new one, or only the old one. */
export interface Part {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/**
 * The redline from one text to another. Without what was added it is the old text, without what was removed the new one; in
 * each place what was removed stands before what was added.
 */
export function redline(before: string, after: string): readonly Part[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const found = diffArrays(segmentsOf(before), segmentsOf(after)).map(
    ({ added, removed, value }): Part => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }),
  );
  return gathered(found);
}

export function isSame(parts: readonly Part[]): boolean {
  return parts.every(({ kind }) => kind === 'same');
}

/** All of one text, as added, removed or the same. */
export function whole(text: string, kind: Part['kind']): readonly Part[] {
  return text === '' ? [] : [{ kind, text }];
}

/** A single character that happens to stay between two changes only hinders reading: it is changed along with them. */
function gathered(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    result.push(...whole(removed, 'removed'), ...whole(added, 'added'));
    removed = '';
    added = '';
  };
  for (const [index, { kind, text }] of parts.entries()) {
    const between = index > 0 && index < parts.length - 1 && [...text].length === 1;
    if (kind !== 'added' && (kind === 'removed' || between)) removed += text;
    if (kind !== 'removed' && (kind === 'added' || between)) added += text;
    if (kind === 'same' && !between) {
      flush();
      result.push({ kind, text });
    }
  }
  flush();
  return result;
}
