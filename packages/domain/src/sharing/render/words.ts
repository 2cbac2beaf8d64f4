import { type indicatorKind, type Measure, type MilestoneKind, measures, type quotaKind, type SchemeLevel, type SchemeTax } from '../term/index.ts';
import type { Words } from './syntax.ts';

/** Words of the field for the closed lists of the tree, each in Chinese and English. */

export const taxWords: Readonly<Record<SchemeTax, Words>> = {
  'value-added': { zh: '增值税', en: 'value-added tax' },
  'enterprise-income': { zh: '企业所得税', en: 'enterprise income tax' },
  'individual-income': { zh: '个人所得税', en: 'individual income tax' },
  business: { zh: '营业税', en: 'business tax' },
  'urban-land-use': { zh: '城镇土地使用税', en: 'urban land use tax' },
  property: { zh: '房产税', en: 'property tax' },
  'land-value-added': { zh: '土地增值税', en: 'land value-added tax' },
  deed: { zh: '契税', en: 'deed tax' },
  resource: { zh: '资源税', en: 'resource tax' },
  'urban-maintenance': { zh: '城市维护建设税', en: 'urban maintenance and construction tax' },
  'stamp-duty': { zh: '印花税', en: 'stamp duty' },
  'environmental-protection': { zh: '环境保护税', en: 'environmental protection tax' },
};

export const levelWords: Readonly<Record<SchemeLevel, Words>> = {
  gross: { zh: '全额', en: 'gross' },
  'local-share': { zh: '地方分成部分', en: 'local share' },
  'local-retained': { zh: '地方留成部分', en: 'locally retained part' },
};

export const milestoneWords: Readonly<Record<MilestoneKind, Words>> = {
  signed: { zh: '协议签署', en: 'the agreement is signed' },
  'construction-start': { zh: '项目开工', en: 'construction starts' },
  completed: { zh: '项目竣工', en: 'construction is completed' },
  'in-production': { zh: '项目投产', en: 'the project is in production' },
  'full-capacity': { zh: '项目达产', en: 'the project reaches full capacity' },
  'first-tax': { zh: '首笔税款入库', en: 'the first tax is paid' },
  'registration-changed': { zh: '工商和税务登记变更', en: 'business and tax registration are changed' },
  relocated: { zh: '企业迁入', en: 'the enterprise has moved' },
  delivered: { zh: '资产交付', en: 'the assets are delivered' },
  'aid-paid-in-full': { zh: '援建资金全部到位', en: 'the aid is paid in full' },
  'investment-in-place': { zh: '投资全部到位', en: 'the investment is in place' },
  'origin-led': { zh: '认定由迁出地政府主导迁移', en: 'the move is found to be led by the government of origin' },
  'jointly-confirmed': { zh: '双方共同确认列入名单', en: 'the parties jointly confirm the listing' },
};

const others: Readonly<
  Record<
    Extract<Measure, 'investment/paid-in' | 'policy-benefit' | 'subsidy/discretionary' | 'count/delivered' | `income/${string}` | `outlay/${string}`>,
    Words
  >
> = {
  'income/rent': { zh: '租金收入', en: 'rent' },
  'income/dividend': { zh: '股息红利', en: 'dividends' },
  'income/land-revenue': { zh: '土地出让收益', en: 'land revenue' },
  'income/non-tax': { zh: '非税收入', en: 'non-tax revenue' },
  'income/operating-profit': { zh: '经营利润', en: 'operating profit' },
  'outlay/direct-investment': { zh: '直接投资支出', en: 'direct investment' },
  'outlay/policy-spending': { zh: '优惠政策支出', en: 'spending on preferential policies' },
  'outlay/infrastructure-aid': { zh: '基础设施援建资金', en: 'aid for infrastructure' },
  'outlay/clearance-cost': { zh: '不良项目清退费用', en: 'cost of clearing failed projects' },
  'investment/paid-in': { zh: '实际到位投资', en: 'investment paid in' },
  'policy-benefit': { zh: '企业享受的优惠政策数额', en: 'preferential policy enjoyed by enterprises' },
  'subsidy/discretionary': { zh: '酌情补助', en: 'discretionary subsidy' },
  'count/delivered': { zh: '已交付件数', en: 'things delivered' },
};

const indicators: Readonly<Record<(typeof indicatorKind.options)[number], Words>> = {
  'gross-industrial-output': { zh: '工业总产值', en: 'gross industrial output' },
  'industrial-value-added': { zh: '工业增加值', en: 'industrial value added' },
  gdp: { zh: '地区生产总值', en: 'regional GDP' },
  'fixed-asset-investment': { zh: '固定资产投资', en: 'fixed-asset investment' },
  'operating-revenue': { zh: '营业收入', en: 'operating revenue' },
  'service-revenue': { zh: '服务业营业收入', en: 'revenue of services' },
  'trade-sales': { zh: '商品销售额', en: 'trade sales' },
  'domestic-capital': { zh: '省外到位资金', en: 'capital from other provinces' },
  'foreign-capital': { zh: '实际使用外资', en: 'foreign capital in use' },
  'foreign-trade': { zh: '进出口总额', en: 'foreign trade' },
  'new-jobs': { zh: '新增就业', en: 'new jobs' },
  'energy-consumption': { zh: '能源消费量', en: 'energy consumption' },
};
export const indicatorWords = indicators;

export const quotaWords: Readonly<Record<(typeof quotaKind.options)[number], Words>> = {
  land: { zh: '建设用地指标', en: 'land quota' },
  energy: { zh: '能耗指标', en: 'energy quota' },
  electricity: { zh: '用电指标', en: 'electricity quota' },
  carbon: { zh: '碳排放指标', en: 'carbon quota' },
  water: { zh: '用水指标', en: 'water quota' },
};

const movements = {
  granted: { zh: '下达数', en: 'granted' },
  transferred: { zh: '划转数', en: 'made over' },
  reserved: { zh: '预留数', en: 'reserved' },
  used: { zh: '使用数', en: 'used' },
  returned: { zh: '返还数', en: 'given back' },
} as const;

const paid = {
  tax: { zh: '入库数', en: 'paid' },
  refund: { zh: '退库数', en: 'paid back' },
  'credit-refund': { zh: '留抵退税数', en: 'credit paid back' },
} as const;

/** 增值税（地方留成部分）入库数 and so on, for every measure. */
export const measureWords: Readonly<Record<Measure, Words>> = Object.fromEntries(measures.map((measure) => [measure, wordsOf(measure)])) as Record<
  Measure,
  Words
>;

function wordsOf(measure: Measure): Words {
  const [kind = '', second = '', third = ''] = measure.split('/');
  if (kind === 'tax' || kind === 'refund' || kind === 'credit-refund') {
    const [tax, level] = [taxWords[second as SchemeTax], levelWords[third as SchemeLevel]];
    return { zh: `${tax.zh}（${level.zh}）${paid[kind].zh}`, en: `${tax.en} (${level.en}) ${paid[kind].en}` };
  }
  if (kind === 'indicator') return indicators[second as keyof typeof indicators];
  if (kind === 'quota') {
    const [quota, movement] = [quotaWords[second as keyof typeof quotaWords], movements[third as keyof typeof movements]];
    return { zh: `${quota.zh}${movement.zh}`, en: `${quota.en} ${movement.en}` };
  }
  return others[measure as keyof typeof others];
}
