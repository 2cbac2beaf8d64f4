import { indicatorKind, type Measure, quotaKind, schemeTax } from '@lianyu/domain/sharing';
import { useTranslation } from 'react-i18next';
import { choicesEn, measureWordsEn } from './choices.en.ts';
import { choicesZh, measureWordsZh } from './choices.zh.ts';
import { fieldsEn, hintsEn, itemsEn, kindsEn } from './fields.en.ts';
import { fieldsZh, hintsZh, itemsZh, kindsZh } from './fields.zh.ts';

/** The words of the form, looked up by the names of records, fields and choices. That none is missing a test proves by walking the tree. */
export interface TreeWords {
  field(record: string, field: string): string;
  hint(record: string, field: string): string | undefined;
  /** One thing in a list. */
  item(list: string): string;
  choice(name: string, value: string): string;
  /** What is asked where a list holds nodes of several kinds. */
  kindOf(node: string): string;
}

type Lookup = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

function wordsIn(fields: Lookup, items: Lookup, hints: Lookup, choices: Lookup, kinds: Lookup, measureName: (code: string) => string): TreeWords {
  const two = (lookup: Lookup, one: string, other: string) => {
    const found = lookup[one];
    return typeof found === 'object' ? found[other] : undefined;
  };
  return {
    field: (record, field) => two(fields, record, field) ?? `${record}.${field}`,
    hint: (record, field) => hints[`${record}.${field}`] as string | undefined,
    item: (list) => (items[list] as string | undefined) ?? list,
    choice: (name, value) => (name === 'measure' ? measureName(value) : (two(choices, name, value) ?? `${name}=${value}`)),
    kindOf: (node) => (kinds[node] as string | undefined) ?? node,
  };
}

const zh = wordsIn(fieldsZh, itemsZh, hintsZh, choicesZh, kindsZh, (code) => measureName(code, 'zh'));
const en = wordsIn(fieldsEn, itemsEn, hintsEn, choicesEn, kindsEn, (code) => measureName(code, 'en'));

export function useTreeWords(): TreeWords {
  const { i18n } = useTranslation();
  return treeWords(i18n.language === 'en' ? 'en' : 'zh');
}

export const treeWords = (language: 'zh' | 'en'): TreeWords => (language === 'en' ? en : zh);

/** 增值税（地方留成部分）, 城镇土地使用税退库（全额）: what a figure measures, in words. */
export function measureName(code: Measure | string, language: 'zh' | 'en'): string {
  const choices: Lookup = language === 'en' ? choicesEn : choicesZh;
  const words = language === 'en' ? measureWordsEn : measureWordsZh;
  const of = (name: string, value: string) => (choices[name] as Readonly<Record<string, string>>)[value] ?? value;
  const [kind = '', one = '', two = ''] = code.split('/');
  const bracket = (text: string, inside: string) => (language === 'en' ? `${text} (${inside})` : `${text}（${inside}）`);
  const joined = (text: string, what: string) => (language === 'en' ? `${text}: ${what.toLowerCase()}` : `${text}${what}`);
  if (schemeTax.safeParse(one).success) {
    // 营业税 carries the day of its end in the form, not in the name of a figure.
    const tax = of('schemeTax', one)
      .replace(/[（(].*$/, '')
      .trim();
    return bracket(kind === 'tax' ? tax : joined(tax, words[kind as 'refund']), of('schemeLevel', two));
  }
  if (kind === 'income') return of('incomeKind', one);
  if (kind === 'outlay') return words.outlay[one as 'direct-investment'] ?? code;
  if (kind === 'indicator' && indicatorKind.safeParse(one).success) return of('indicatorKind', one);
  if (kind === 'quota' && quotaKind.safeParse(one).success)
    return joined(joined(of('quotaKind', one), words.quotaOf), words.movement[two as 'used'] ?? two);
  return (words as unknown as Readonly<Record<string, string>>)[code] ?? code;
}
