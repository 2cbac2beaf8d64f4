import { entry, type ListSource, type ReferenceOrganisation, zonesFrom } from './entry.ts';

const policy: ListSource = { source: '内政办发〔2024〕5号', verified: true };
const unread: ListSource = { source: '一般了解，未在文件中核实', verified: false };

function own(
  id: string,
  zh: string,
  en: string,
  level: 'national' | 'region',
  regionCode: string,
  { source, verified }: ListSource,
): ReferenceOrganisation {
  const name = { zh: `${zh}管理委员会`, en: `Administrative Committee of ${en}` };
  return entry(id, { name, shortName: { zh, en }, level, regionCode, source, verified });
}

/** 内蒙古自治区. */
export const innerMongolia: readonly ReferenceOrganisation[] = [
  ...zonesFrom('etdz', { ...policy, source: '内政办发〔2024〕5号；国家统计局统计用区划代码' }, 'hohhot | 呼和浩特 | Hohhot | 150172'),
  ...zonesFrom(
    'etdz',
    policy,
    `
hulunbuir | 呼伦贝尔 | Hulunbuir | 150700
bayannur  | 巴彦淖尔 | Bayannur  | 150800`,
  ),
  ...zonesFrom('htdz', unread, 'ordos | 鄂尔多斯 | Ordos | 150603'),
  ...zonesFrom('becz', unread, 'manzhouli | 满洲里 | Manzhouli | 150781'),
  ...zonesFrom('becz', { source: '二连浩特边境经济合作区简介（网络转载）', verified: false }, 'erenhot | 二连浩特 | Erenhot | 152501'),
  own('baotou-rare-earth', '包头稀土高新技术产业开发区', 'Baotou Rare Earth HTDZ', 'national', '150271', unread),
  own('hohhot-jinshan', '呼和浩特金山高新技术产业开发区', 'Hohhot Jinshan HTDZ', 'national', '150121', {
    source: '呼和浩特市开发区名录（2020，转载）',
    verified: true,
  }),
  own('erenhot-zamyn-uud', '中蒙二连浩特—扎门乌德经济合作区', 'China-Mongolia Erenhot-Zamyn-Uud ECZ', 'national', '152501', {
    source: '国函〔2024〕40号',
    verified: true,
  }),
  own('bayannur-agri', '巴彦淖尔国家农业高新技术产业示范区', 'Bayannur Agricultural HTDZ', 'national', '150800', {
    source: '科技部网站2022年5月消息',
    verified: true,
  }),
  own('horinger', '和林格尔新区', 'Horinger New Area', 'region', '150123', {
    source: '内蒙古自治区2019年区域协调发展实施意见（转载）',
    verified: false,
  }),
  own('tongliao', '通辽经济技术开发区', 'Tongliao ETDZ', 'region', '150571', { source: '内蒙古新闻网2019年12月31日', verified: true }),
  own('alxa', '阿拉善高新技术产业开发区', 'Alxa HTDZ', 'region', '152971', unread),
  own('ganqimaodu', '甘其毛都口岸', 'Ganqimaodu Port', 'region', '150824', unread),
];
