import type { TFunction } from 'i18next';
import type { NameOf } from '../../i18n/explain.ts';
import type { Signed } from './seals.ts';

/** 王某（副主任）受李某（主任）委托: who signed, on whose behalf, and by whom they are seconded. */
export function signedWords(
  t: TFunction,
  nameOf: NameOf,
  { name, office, onBehalfOf, secondedFrom }: Pick<Signed, 'name' | 'office' | 'onBehalfOf' | 'secondedFrom'>,
): string {
  const person = t('agreements.page.person', { name, office });
  const who = secondedFrom === undefined ? person : t('common.seconded', { name: person, organisation: nameOf(secondedFrom) });
  return onBehalfOf === undefined ? who : t('agreements.page.onBehalf', { who, principal: t('agreements.page.person', { ...onBehalfOf }) });
}
