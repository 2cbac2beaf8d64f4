import { organisationId } from '@lianyu/domain/kernel';
import { type OrganisationProfile, profile } from '@lianyu/domain/organisations';

/** An organisation as the reference data knows it. */
export interface ReferenceOrganisation {
  readonly id: string;
  readonly profile: OrganisationProfile;
}

/**
 * National economic and technological development zones (国家级经济技术开发区) and the codes of the county or city where they
 * lie (GB/T 2260) or their statistical zone code. `verified` says whether the entry was read in the named source; that a
 * code exists is checked against the NBS division table (data to 2022-10-31), in which county a zone lies often is not.
 */
export const zones: readonly ReferenceOrganisation[] = [
  zone('hohhot-etdz', '呼和浩特', 'Hohhot', '150172', '内政办发〔2024〕5号；国家统计局统计用区划代码', true),
  zone('hulunbuir-etdz', '呼伦贝尔', 'Hulunbuir', '150700', '内政办发〔2024〕5号', true),
  zone('bayannur-etdz', '巴彦淖尔', 'Bayannur', '150800', '内政办发〔2024〕5号', true),
  zone('beijing-etdz', '北京', 'Beijing', '110115', '国家级经开区名录（未逐项核实）', false),
  zone('tianjin-etdz', '天津', 'Tianjin', '120116', '国家级经开区名录（未逐项核实）', false),
  zone('xian-etdz', '西安', "Xi'an", '610112', '国家级经开区名录（未逐项核实）', false),
  zone('zhengzhou-etdz', '郑州', 'Zhengzhou', '410171', '国家级经开区名录（未逐项核实）', false),
  zone('daqing-etdz', '大庆', 'Daqing', '230600', '黑龙江省国家级经开区名录（2018）', true),
  zone('harbin-etdz', '哈尔滨', 'Harbin', '230108', '黑龙江省国家级经开区名录（2018）', true),
];

function zone(id: string, zh: string, en: string, regionCode: string, source: string, verified: boolean): ReferenceOrganisation {
  return {
    id: organisationId.parse(id),
    profile: profile.parse({
      kind: 'zone',
      name: { zh: `${zh}经济技术开发区管理委员会`, en: `Administrative Committee of ${en} Economic and Technological Development Zone` },
      shortName: { zh: `${zh}经开区`, en: `${en} ETDZ` },
      level: 'national',
      regionCode,
      source,
      verified,
    }),
  };
}
