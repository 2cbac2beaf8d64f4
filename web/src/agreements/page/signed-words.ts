import type { TFunction } from 'i18next';
import type { Signed } from './seals.ts';

/** 王某（副主任）受 李某（主任）委托: who signed, and on whose behalf. */
export function signedWords(t: TFunction, { name, office, onBehalfOf }: Pick<Signed, 'name' | 'office' | 'onBehalfOf'>): string {
  const who = t('agreements.page.person', { name, office });
  return onBehalfOf === undefined ? who : t('agreements.page.onBehalf', { who, principal: t('agreements.page.person', { ...onBehalfOf }) });
}

/** The same of members, by their names where they are known. */
export function actedWords(
  t: TFunction,
  personOf: (member: string) => string | undefined,
  { member, onBehalfOf }: { readonly member?: string | undefined; readonly onBehalfOf?: string | undefined },
): string | undefined {
  const who = member === undefined ? undefined : personOf(member);
  if (onBehalfOf === undefined || who === undefined) return who;
  return t('agreements.page.onBehalf', { who, principal: personOf(onBehalfOf) ?? '' });
}
