import type { CooperationMode } from '@lianyu/domain/agreements';
import type { OrganisationProfile } from '@lianyu/domain/organisations';
import type { Source } from '../source.ts';

/** The five functions of the alliance, in the order of item 14. */
export const allianceFunctions = {
  'investment-promotion': { zh: '投资促进', en: 'Investment promotion' },
  'industrial-transfer': { zh: '产业转移', en: 'Industrial transfer' },
  'information-sharing': { zh: '信息共享', en: 'Shared information' },
  'project-matching': { zh: '项目对接', en: 'Matching of projects' },
  'resource-pooling': { zh: '资源统筹', en: 'Pooled resources' },
} as const;
export type AllianceFunction = keyof typeof allianceFunctions;

/**
 * Which functions an agreement of each mode carries. The policy names functions and modes, not which goes with which: this
 * is our reading. 信息共享 follows from figures that the parties report to each other, not from the mode.
 */
export const functionsOfMode: Readonly<Record<CooperationMode, readonly AllianceFunction[]>> = {
  'co-built-park': ['investment-promotion', 'industrial-transfer', 'resource-pooling'],
  'entrusted-park': ['investment-promotion', 'resource-pooling'],
  enclave: ['industrial-transfer', 'resource-pooling'],
  'one-zone-many-parks': ['investment-promotion', 'resource-pooling'],
  'headquarters-and-incubator': ['investment-promotion', 'project-matching'],
  'fully-entrusted': ['investment-promotion', 'resource-pooling'],
  'industrial-transfer': ['industrial-transfer', 'project-matching'],
};
export const functionsSource: Source = {
  citation: '内政办发〔2024〕5号 第十三、十四条',
  verification: 'unverified',
  note: '各合作模式对应哪些功能，文件未作规定，系本平台归类',
};

/** A circle of partners that items 13 and 14 name, and the zones of Inner Mongolia that are to work with it; none named: all. */
export interface Circle {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly item: 13 | 14;
  readonly ours?: readonly string[];
  /** First two digits of the GB/T 2260 code. */
  readonly provinces: readonly string[];
  /** Border and cross-border zones are told by what they are, wherever they lie. */
  readonly border?: true;
}

/** 黄河流域 with 四川 (its upper course); 大湾区 is 广东 with 香港 and 澳门. */
export const circles: readonly Circle[] = [
  {
    id: 'yellow-river',
    name: { zh: '黄河流域', en: 'Yellow River basin' },
    item: 14,
    ours: ['hohhot-etdz', 'bayannur-etdz'],
    provinces: ['14', '37', '41', '51', '61', '62', '63', '64'],
  },
  { id: 'northeast', name: { zh: '东北三省', en: 'Northeast' }, item: 14, ours: ['hulunbuir-etdz'], provinces: ['21', '22', '23'] },
  { id: 'capital', name: { zh: '京津冀', en: 'Beijing-Tianjin-Hebei' }, item: 13, provinces: ['11', '12', '13'] },
  { id: 'delta', name: { zh: '长三角', en: 'Yangtze River Delta' }, item: 13, provinces: ['31', '32', '33', '34'] },
  { id: 'bay', name: { zh: '粤港澳大湾区', en: 'Greater Bay Area' }, item: 13, provinces: ['44', '81', '82'] },
  {
    id: 'border',
    name: { zh: '边境、跨境经济合作区与中蒙俄经济走廊', en: 'Border and cross-border zones, China-Mongolia-Russia corridor' },
    item: 14,
    provinces: [],
    border: true,
  },
];

const BORDER = /边境经济合作区|跨境经济合作区|经济合作区|口岸/;

/** Whether a zone is a partner in this circle: never one of Inner Mongolia's own, border zones apart. */
export function isPartner({ provinces, border }: Circle, { name, regionCode }: Pick<OrganisationProfile, 'name' | 'regionCode'>): boolean {
  return border === true ? BORDER.test(name.zh) : provinces.includes(regionCode.slice(0, 2)) && !BORDER.test(name.zh);
}

export const HOME_PROVINCE = '15';
