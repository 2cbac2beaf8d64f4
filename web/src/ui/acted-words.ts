import type { TFunction } from 'i18next';

/** Who acted, and on whose behalf, by their names where they are known. */
export function actedWords(
  t: TFunction,
  personOf: (member: string) => string | undefined,
  { member, onBehalfOf }: { readonly member?: string | undefined; readonly onBehalfOf?: string | undefined },
): string | undefined {
  const who = member === undefined ? undefined : personOf(member);
  if (onBehalfOf === undefined || who === undefined) return who;
  return t('agreements.page.onBehalf', { who, principal: personOf(onBehalfOf) ?? '' });
}
