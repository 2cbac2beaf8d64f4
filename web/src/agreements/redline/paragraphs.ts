import { diffArrays } from 'diff';
import { type Part, redline, whole } from './parts.ts';

/**
 * Paragraphs compared one by one: those that stayed are found first, and what lies between them is paired in order, so that
 * an inserted paragraph is one insertion and not a change of all that follow.
 */
export function compareParagraphs(before: readonly string[], after: readonly string[]): readonly (readonly Part[])[] {
  const compared: (readonly Part[])[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const flush = () => {
    const pairs = Math.min(removed.length, added.length);
    for (let index = 0; index < pairs; index += 1) compared.push(redline(removed[index] ?? '', added[index] ?? ''));
    for (const text of removed.slice(pairs)) compared.push(whole(text, 'removed'));
    for (const text of added.slice(pairs)) compared.push(whole(text, 'added'));
    removed = [];
    added = [];
  };
  for (const run of diffArrays([...before], [...after])) {
    if (run.removed) removed.push(...run.value);
    else if (run.added) added.push(...run.value);
    else {
      flush();
      for (const text of run.value) compared.push(whole(text, 'same'));
    }
  }
  flush();
  return compared;
}
