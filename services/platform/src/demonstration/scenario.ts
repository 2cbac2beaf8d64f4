import type { Outline } from './content.ts';

/** A party of an invented story, by organisation, and how far its internal procedure gets. */
type Progress = 'text' | 'consultation' | 'legal-review' | 'fair-competition-review' | 'collective-decision' | 'seal-approval' | 'signature' | 'seal';

interface Way {
  readonly until: Progress;
  readonly day: number;
  /** By a delegate of the head. */
  readonly signedBy?: 'deputy';
  /** Of the departments that its own procedure names those that have answered. */
  readonly answered?: readonly string[];
}

/**
 * One story of the demonstration. Real organisations appear in neutral states only; what goes wrong happens between
 * 示例开发区. Days count from the beginning of the scenario; the clock is put to each of them in turn.
 */
export interface Story {
  readonly name: string;
  readonly origin: string;
  readonly destination: string;
  readonly outline: Omit<Outline, 'parties' | 'startsOn' | 'countedFrom' | 'effectiveOn' | 'until'> & {
    /** It was at work before it was agreed on, and its shares are computed and settled. */
    readonly settled?: boolean;
    readonly years: number;
    readonly effectiveAfterDays?: number;
  };
  readonly tabledOn: number;
  /** Counter-proposals by turns, the destination first. */
  readonly counters: readonly { readonly day: number; readonly settlement: Outline['settlement']; readonly reason: string }[];
  readonly confirmedOn?: number;
  /** How far each party has come, and on which day it took the last step. */
  readonly origins?: Way;
  readonly destinations?: Way;
  readonly end?: { readonly how: 'declined' | 'withdrawn'; readonly day: number; readonly reason: string };
}

const quarterly = {
  zh: '分享金额以季度结算，由双方财政部门于季后三十日内核对一致；核对有异议的部分暂缓划转，无异议部分照常结算。',
  en: 'Shares are settled quarterly; both finance offices reconcile within thirty days.',
};
const yearly = {
  zh: '分享金额以年度结算，由双方财政部门于次年二月底前核对一致，通过年终上下级结算划转；核对有异议的部分暂缓划转，无异议部分照常结算。',
  en: 'Shares are settled yearly through year-end settlement between levels, reconciled by the end of February.',
};
const halfYearly = {
  zh: '分享金额以半年结算，由双方财政部门于期后四十五日内核对一致；核对有异议的部分暂缓划转，无异议部分照常结算。',
  en: 'Shares are settled half-yearly; both finance offices reconcile within forty-five days.',
};

const park = (name: string, mu: string) => ({
  zh: `双方合作建设${name}，规划面积${mu}亩，四至范围以附图为准。`,
  en: `The parties build ${name} together (${mu} mu; boundaries as in the annexed map).`,
});

export const LENGTH_IN_DAYS = 170;

export const stories: readonly Story[] = [
  {
    name: 'hohhot-beijing',
    origin: 'beijing-etdz',
    destination: 'hohhot-etdz',
    outline: {
      title: { zh: '生物医药共建园区合作协议', en: 'Agreement on a co-built bio-pharmaceutical park' },
      mode: 'co-built-park',
      park: park('生物医药共建园区', '3000'),
      bands: [
        { from: 1, to: 10, origin: ['1', '2'] },
        { from: 11, origin: ['2', '5'] },
      ],
      settlement: quarterly,
      years: 20,
    },
    tabledOn: 0,
    counters: [{ day: 12, settlement: yearly, reason: '与年终上下级结算保持一致' }],
    confirmedOn: 20,
    origins: { until: 'seal', day: 47 },
    destinations: { until: 'seal', day: 52 },
  },
  {
    name: 'hulunbuir-daqing',
    origin: 'daqing-etdz',
    destination: 'hulunbuir-etdz',
    outline: {
      title: { zh: '绿色农畜产品产业转移合作协议', en: 'Agreement on the transfer of green farm-product industry' },
      mode: 'industrial-transfer',
      park: park('绿色农畜产品加工园', '1200'),
      bands: [
        { from: 1, to: 5, origin: ['2', '5'] },
        { from: 6, to: 15, origin: ['3', '10'] },
      ],
      settlement: yearly,
      years: 15,
    },
    tabledOn: 40,
    counters: [],
    confirmedOn: 58,
    origins: { until: 'collective-decision', day: 150 },
    destinations: { until: 'seal', day: 162 },
  },
  {
    name: 'bayannur-xian',
    origin: 'xian-etdz',
    destination: 'bayannur-etdz',
    outline: {
      title: { zh: '飞地园区合作协议', en: 'Agreement on an enclave park' },
      mode: 'enclave',
      park: park('农副产品精深加工飞地园区', '2400'),
      bands: [
        { from: 1, to: 10, origin: ['3', '5'] },
        { from: 11, to: 30, origin: ['1', '2'] },
      ],
      settlement: quarterly,
      years: 30,
    },
    tabledOn: 96,
    counters: [
      { day: 110, settlement: halfYearly, reason: '季度结算核对工作量过大' },
      { day: 131, settlement: yearly, reason: '跨省资金须经年终上下级结算' },
    ],
  },
  {
    name: 'hohhot-zhengzhou',
    origin: 'zhengzhou-etdz',
    destination: 'hohhot-etdz',
    outline: {
      title: { zh: '总部与孵化基地合作协议', en: 'Agreement on headquarters and incubator' },
      mode: 'headquarters-and-incubator',
      park: park('装备制造孵化基地', '600'),
      bands: [{ from: 1, origin: ['1', '2'] }],
      settlement: yearly,
      years: 10,
    },
    tabledOn: 104,
    counters: [{ day: 126, settlement: halfYearly, reason: '建议半年核对一次，便于双方预算安排' }],
    confirmedOn: 140,
    origins: { until: 'legal-review', day: 155 },
    destinations: { until: 'consultation', day: 148, answered: ['投资促进局', '财政局'] },
  },
  {
    name: 'bayannur-tianjin',
    origin: 'tianjin-etdz',
    destination: 'bayannur-etdz',
    outline: {
      title: { zh: '新能源装备产业合作园区协议', en: 'Agreement on a new-energy equipment park' },
      mode: 'co-built-park',
      park: park('新能源装备产业合作园', '1800'),
      bands: [{ from: 1, to: 10, origin: ['1', '2'] }],
      settlement: yearly,
      years: 10,
    },
    tabledOn: 168,
    counters: [],
  },
  {
    name: 'hulunbuir-harbin',
    origin: 'harbin-etdz',
    destination: 'hulunbuir-etdz',
    outline: {
      title: { zh: '一区多园合作协议', en: 'Agreement on one zone with several parks' },
      mode: 'one-zone-many-parks',
      park: park('装备制造分园', '900'),
      bands: [{ from: 1, to: 10, origin: ['2', '5'] }],
      settlement: yearly,
      years: 12,
      effectiveAfterDays: 240,
    },
    tabledOn: 60,
    counters: [{ day: 75, settlement: halfYearly, reason: '结合分园建设进度调整结算安排' }],
    confirmedOn: 82,
    origins: { until: 'seal', day: 120 },
    destinations: { until: 'seal', day: 124 },
  },
  {
    name: 'example-declined',
    origin: 'example-a',
    destination: 'example-b',
    outline: {
      title: { zh: '硅料项目飞地合作协议', en: 'Agreement on a silicon enclave' },
      mode: 'enclave',
      park: park('硅料飞地园区', '700'),
      bands: [{ from: 1, to: 20, origin: ['7', '10'] }],
      settlement: quarterly,
      years: 20,
    },
    tabledOn: 30,
    counters: [{ day: 44, settlement: yearly, reason: '分享比例过高，先就结算方式提出意见' }],
    end: { how: 'declined', day: 71, reason: '分享比例分歧较大，且项目能耗指标未落实' },
  },
  {
    name: 'example-withdrawn',
    origin: 'example-c',
    destination: 'example-d',
    outline: {
      title: { zh: '托管园区合作协议', en: 'Agreement on an entrusted park' },
      mode: 'entrusted-park',
      park: park('托管园区', '1500'),
      bands: [{ from: 1, to: 10, origin: ['3', '5'] }],
      settlement: yearly,
      years: 10,
    },
    tabledOn: 64,
    counters: [],
    confirmedOn: 80,
    origins: { until: 'legal-review', day: 101 },
    end: { how: 'withdrawn', day: 133, reason: '内部审查认为托管范围与现行规划不一致' },
  },
  {
    name: 'example-settled',
    origin: 'example-a',
    destination: 'example-b',
    outline: {
      title: { zh: '光伏组件飞地园区合作协议', en: 'Agreement on a photovoltaic enclave' },
      mode: 'enclave',
      park: park('光伏组件飞地园区', '1100'),
      bands: [],
      settlement: quarterly,
      settled: true,
      years: 20,
    },
    tabledOn: 2,
    counters: [],
    confirmedOn: 8,
    origins: { until: 'seal', day: 26, signedBy: 'deputy' },
    destinations: { until: 'seal', day: 28 },
  },
];
