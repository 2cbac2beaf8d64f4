import type { Source } from '../source.ts';
import { sections } from './sections.ts';

/**
 * 国民经济行业分类 down to its divisions (大类). Written down from common knowledge of the standard: sections and counts agree with
 * what is published, names were not compared with its text one by one. Groups and classes are not in it: a finer code is taken
 * by its division.
 */
export const industrySource: Source = {
  citation: 'GB/T 4754-2017（含2019年第1号修改单）',
  verification: 'unverified',
  note: '门类20个、大类97个；中类、小类未收录，名称未与标准文本逐项核对',
};

export interface Industry {
  /** A letter for a section (门类), two digits for a division (大类). */
  readonly code: string;
  readonly name: string;
  readonly section: string;
}

export const industries: readonly Industry[] = sections.flatMap(([section, name, ...divisions]) => [
  { code: section, name, section },
  ...divisions.map((each): Industry => ({ code: each.slice(0, 2), name: each.slice(2), section })),
]);

const byCode = new Map(industries.map((industry) => [industry.code, industry]));

/** A section, or a code of two to four digits by its division. */
export function industryOf(code: string): Industry | undefined {
  return byCode.get(/^\d{2,4}$/.test(code) ? code.slice(0, 2) : code);
}
