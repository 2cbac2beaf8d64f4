/** The same keys with other words: what a translation must have. */
export type Texts<Source> = { readonly [Key in keyof Source]: Source[Key] extends string ? string : Texts<Source[Key]> };

/** Words that the domain has in both languages, in one of them. */
export function spoken<Key extends string>(
  words: Readonly<Record<Key, Readonly<Record<'zh' | 'en', string>>>>,
  language: 'zh' | 'en',
): Record<Key, string> {
  return Object.fromEntries(Object.entries<Readonly<Record<'zh' | 'en', string>>>(words).map(([key, said]) => [key, said[language]])) as Record<
    Key,
    string
  >;
}
