import { type ComputedTerm, sharingTerm } from '@lianyu/domain/sharing';
import type { Draft } from './template.ts';

/** A place in a draft that the parties still have to fill: `rounding.level`, `bands`, `base.sources.1.level`. */
export type Missing = string;

/** What a draft lacks to be terms, by the schema of the terms: in the order of the tree. Empty when nothing is missing. */
export function stillToChoose(draft: Draft<ComputedTerm>): readonly Missing[] {
  const parsed = sharingTerm.safeParse(draft);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path }) => path.join('.'));
}
