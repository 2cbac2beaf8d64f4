import { organisationId } from '@lianyu/domain/kernel';
import { profile } from '@lianyu/domain/organisations';
import type { ReferenceOrganisation } from '../zones.ts';

/**
 * The file `paper-agreements.csv` beside this, to be imported: cooperation agreements between places of different provinces or
 * cities that are known from what is published, as far as each was read, where that was, and how far it was checked. No scan is
 * there of any of them, and nobody has confirmed one.
 */
export const PAPER_AGREEMENTS = '公开来源的纸质协议.csv';

const SOURCE = '公开来源协议的当事方，按地区登记；行政区划代码 GB/T 2260，未逐项核实';
type Level = 'national' | 'region' | 'city' | 'county';

function place(id: string, level: Level, regionCode: string, zh: string, en: string): ReferenceOrganisation {
  const name = { zh: `${zh}人民政府`, en: `Government of ${en}` };
  return made(id, { kind: 'government', level, regionCode, name, shortName: { zh: name.zh, en } });
}

function zone(id: string, regionCode: string, zh: string, en: string): ReferenceOrganisation {
  const name = { zh: `${zh}经济技术开发区管理委员会`, en: `Administrative Committee of ${en} ETDZ` };
  return made(id, { kind: 'zone', level: 'national', regionCode, name, shortName: { zh: `${zh}经开区`, en: `${en} ETDZ` } });
}

function made(id: string, about: object): ReferenceOrganisation {
  return { id: organisationId.parse(id), profile: profile.parse({ ...about, source: SOURCE, verified: false }) };
}

/** Between whom they are: who signed is not known of any of them, so that the government of the place, or the zone that is named, stands for it. */
export const paperParties: readonly ReferenceOrganisation[] = [
  place('zibo', 'city', '370300', '淄博市', 'Zibo'),
  place('shizuishan', 'city', '640200', '石嘴山市', 'Shizuishan'),
  zone('hefei-etdz', '340100', '合肥', 'Hefei'),
  place('shouxian', 'county', '340422', '寿县', 'Shou County'),
  place('chongqing', 'region', '500000', '重庆市', 'Chongqing'),
  place('sichuan', 'region', '510000', '四川省', 'Sichuan'),
  zone('guangyuan-etdz', '510800', '广元', 'Guangyuan'),
  place('qingchuan', 'county', '510822', '青川县', 'Qingchuan'),
  place('pinghu', 'county', '330482', '平湖市', 'Pinghu'),
  place('qingtian', 'county', '331121', '青田县', 'Qingtian'),
  place('yinzhou', 'county', '330212', '鄞州区', 'Yinzhou'),
  place('qujiang', 'county', '330803', '衢江区', 'Qujiang'),
  place('longquan', 'county', '331181', '龙泉市', 'Longquan'),
  place('xiaoshan', 'county', '330109', '萧山区', 'Xiaoshan'),
  place('suzhou', 'city', '320500', '苏州市', 'Suzhou'),
  place('suqian', 'city', '321300', '宿迁市', 'Suqian'),
  place('shenzhen', 'city', '440300', '深圳市', 'Shenzhen'),
  place('shanwei', 'city', '441500', '汕尾市', 'Shanwei'),
  place('beijing', 'region', '110000', '北京市', 'Beijing'),
  place('hohhot', 'city', '150100', '呼和浩特市', 'Hohhot'),
];
