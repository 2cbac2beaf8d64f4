import { RE2JS, RE2JSException } from 're2js';
import type { Filter } from '../port.ts';
import { checkText } from './name.ts';
import { invalid, within } from './refuse.ts';

/** A filter as engines use it: what is compared, and with what. */
export type Matching =
  | { readonly of: 'stream' | 'type'; readonly prefixes: readonly string[] }
  | { readonly of: 'stream' | 'type'; readonly pattern: string };

export function checkFilter(filter: Filter | undefined): Matching | undefined {
  if (filter === undefined) return undefined;
  if ('streamPrefixes' in filter) return checkMatching({ of: 'stream', prefixes: filter.streamPrefixes });
  if ('typePrefixes' in filter) return checkMatching({ of: 'type', prefixes: filter.typePrefixes });
  if ('streamPattern' in filter) return checkMatching({ of: 'stream', pattern: filter.streamPattern });
  return checkMatching({ of: 'type', pattern: filter.typePattern });
}

/** @throws EventStoreError INPUT_INVALID, LIMIT_EXCEEDED */
export function checkMatching(matching: Matching): Matching {
  if ('pattern' in matching) {
    compile(checkText('filter', matching.pattern, 'filterPatternBytes'));
    return matching;
  }
  const { prefixes } = matching;
  if (!Array.isArray(prefixes) || prefixes.length === 0) throw invalid('filter', 'empty');
  within('filterPrefixes', prefixes.length);
  for (const prefix of prefixes) checkText('filter', prefix, 'streamNameBytes');
  return matching;
}

/** Whether a text is kept, for engines that compare it themselves. */
export function matcher(matching: Matching): (text: string) => boolean {
  if ('prefixes' in matching) return (text) => matching.prefixes.some((prefix) => text.startsWith(prefix));
  const pattern = compile(matching.pattern);
  return (text) => pattern.test(text);
}

/** Linear in the text whatever the pattern is, so that a stranger's cannot stop the process. @throws EventStoreError INPUT_INVALID, LIMIT_EXCEEDED */
function compile(pattern: string): RE2JS {
  try {
    const compiled = RE2JS.compile(pattern);
    within('filterPatternSteps', compiled.programSize());
    return compiled;
  } catch (cause) {
    if (cause instanceof RE2JSException) throw invalid('filter', 'not-a-pattern');
    throw cause;
  }
}
