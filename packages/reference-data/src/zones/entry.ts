import { organisationId } from '@lianyu/domain/kernel';
import { type OrganisationProfile, profile } from '@lianyu/domain/organisations';

/** An organisation as the reference data knows it. */
export interface ReferenceOrganisation {
  readonly id: string;
  readonly profile: OrganisationProfile;
}

/** Where a list of zones was read, and whether each entry was read there. */
export interface ListSource {
  readonly source: string;
  readonly verified: boolean;
}

const kinds = {
  etdz: { zh: '经济技术开发区', en: 'Economic and Technological Development Zone', shortZh: '经开区', shortEn: 'ETDZ' },
  htdz: { zh: '高新技术产业开发区', en: 'High-Tech Industrial Development Zone', shortZh: '高新区', shortEn: 'HTDZ' },
  becz: { zh: '边境经济合作区', en: 'Border Economic Cooperation Zone', shortZh: '边合区', shortEn: 'BECZ' },
} as const;

/** `id | 中文地名 | English place | code`: one zone a line. */
export function zonesFrom(kind: keyof typeof kinds, { source, verified }: ListSource, lines: string): readonly ReferenceOrganisation[] {
  const words = kinds[kind];
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [id, zh, en, regionCode] = line.split('|').map((cell) => cell.trim());
      return entry(`${id}-${kind}`, {
        name: { zh: `${zh}${words.zh}管理委员会`, en: `Administrative Committee of ${en} ${words.en}` },
        shortName: { zh: `${zh}${words.shortZh}`, en: `${en} ${words.shortEn}` },
        level: 'national',
        regionCode,
        source,
        verified,
      });
    });
}

/** One with a name of its own. */
export function entry(
  id: string,
  about: Omit<OrganisationProfile, 'kind' | 'regionCode'> & { readonly regionCode: string | undefined },
): ReferenceOrganisation {
  return { id: organisationId.parse(id), profile: profile.parse({ kind: 'zone', ...about }) };
}
