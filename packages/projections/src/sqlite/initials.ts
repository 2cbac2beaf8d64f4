import { pinyin } from 'pinyin-pro';

/** How many runs of characters are remembered: names and titles come again with every move. */
const REMEMBERED = 20_000;
const known = new Map<string, string>();

/**
 * The initials of the pinyin of a text, by which people look for Chinese names without an input method: `巴彦淖尔经开区` →
 * `bynejkq`. Words of other scripts are left out; between two runs of characters stands a blank.
 */
export function initialsOf(text: string): string {
  return [...text.matchAll(/\p{Script=Han}+/gu)].map(([run]) => ofRun(run)).join(' ');
}

function ofRun(run: string): string {
  const found = known.get(run);
  if (found !== undefined) return found;
  const initials = pinyin(run, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase();
  if (known.size >= REMEMBERED) known.clear();
  known.set(run, initials);
  return initials;
}
