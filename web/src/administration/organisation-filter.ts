import type { OrganisationProfile } from '@lianyu/domain/organisations';
import { provinceOf } from './provinces.ts';

/** What the list is narrowed to; empty means all. */
export interface OrganisationFilter {
  readonly words: string;
  readonly kind: string;
  readonly province: string;
  readonly mark: '' | 'verified' | 'unverified';
}

export const noFilter: OrganisationFilter = { words: '', kind: '', province: '', mark: '' };

export function passes(
  { words, kind, province, mark }: OrganisationFilter,
  { id, profile }: { readonly id: string; readonly profile: OrganisationProfile },
) {
  const wanted = words.trim().toLowerCase();
  const { name, shortName, source, creditCode } = profile;
  return (
    (kind === '' || profile.kind === kind) &&
    (province === '' || provinceOf(profile.regionCode) === province) &&
    (mark === '' || profile.verified === (mark === 'verified')) &&
    (wanted === '' ||
      [id, name.zh, name.en, shortName.zh, shortName.en, source, creditCode ?? ''].some((text) => text.toLowerCase().includes(wanted)))
  );
}
