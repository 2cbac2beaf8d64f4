import type { LineKind, NotApplied } from '@lianyu/domain/sharing';
import type { Language } from '../command.ts';

type Words = Readonly<Record<Language, string>>;
const words = (zh: string, en: string): Words => ({ zh, en });

export const lineWords: Readonly<Record<LineKind, Words>> = {
  share: words('分享', 'share'),
  recovery: words('收回投入', 'recovery of outlay'),
  charge: words('单方负担', 'borne alone'),
  guarantee: words('保底补足', 'minimum made up'),
  redirected: words('资金改拨', 'cash redirected'),
  retained: words('留存', 'retained'),
  carried: words('结转', 'carried forward'),
  counted: words('计入', 'counted'),
  difference: words('以前期间差额', 'difference of an earlier period'),
};

/** What each rule of the engines did; a rule that is not here is shown by its name. */
const rules: Readonly<Record<string, Words>> = {
  start: words('起算', 'start of sharing'),
  year: words('分享年度', 'year of sharing'),
  eligibility: words('适用条件', 'eligibility'),
  condition: words('适用前提', 'condition of the band'),
  source: words('基数', 'source of the base'),
  refund: words('退库', 'tax paid back'),
  deduction: words('扣除', 'deduction'),
  consolidated: words('总分机构数据', 'head office or branch'),
  carried: words('负数结转', 'negative base carried'),
  charge: words('由一方负担', 'borne by one party'),
  recovery: words('优先收回投入', 'recovery first'),
  ratio: words('按比例', 'by ratio'),
  equity: words('按股权', 'by equity'),
  contribution: words('按出资', 'by contribution'),
  tiers: words('按档次累进', 'by tiers'),
  increment: words('存量归各自，增量分享', 'stock stays, increment shared'),
  'fixed-return': words('固定回报', 'fixed return'),
  'fixed-amount': words('固定金额', 'fixed amount'),
  'not-shared': words('不分享', 'not shared'),
  retained: words('留在收取方', 'stays with who collected it'),
  rounding: words('尾差', 'odd fen'),
  cap: words('上限', 'cap'),
  guarantee: words('保底', 'minimum'),
  redirection: words('资金改拨', 'redirection'),
  difference: words('以前期间的差额', 'difference of an earlier period'),
  discretionary: words('酌情补助', 'discretionary subsidy'),
  official: words('官方账：按在地原则计入', 'official: place of operation'),
  split: words('考核账：按比例', 'appraisal: by ratio'),
  'full-on-each': words('考核账：各方均计全额', 'appraisal: in full for each'),
  'one-sided': words('考核账：只计一方', 'appraisal: for one side'),
};

export const reasons: Readonly<Record<NotApplied, Words>> = {
  'not-in-terms': words('条款未约定', 'not in the terms'),
  'not-started': words('尚未起算', 'not started'),
  ended: words('分享已结束', 'ended'),
  'not-eligible': words('不符合适用条件', 'not eligible'),
  'outside-band': words('不在年度段内', 'outside the band'),
  'condition-not-met': words('前提不成立', 'condition not met'),
  'nothing-to-take': words('没有可用的金额', 'nothing to take'),
  'below-limit': words('未达到上限', 'below the cap'),
  'above-minimum': words('已达到保底', 'above the minimum'),
  'not-assessed-yet': words('尚未到核算时点', 'not assessed yet'),
  'not-exhausted': words('尚未用尽', 'not exhausted'),
  recovered: words('投入已全部收回', 'all recovered'),
  'recovery-open': words('投入尚未收回', 'outlay not recovered'),
  'no-figures': words('没有数据', 'no figures'),
  'figure-crosses-cut': words('数据跨越分界', 'a figure crosses the cut'),
  'figure-without-company': words('数据没有标明企业', 'a figure without its enterprise'),
  'tax-ended': words('税种在此期间不存在', 'the tax did not exist'),
  'rate-missing': words('分成表没有这一期间的比例', 'the table has no rate'),
  'left-out-by-terms': words('条款约定不计入', 'left out by the terms'),
  'not-of-this-party': words('不是由约定的一方收取', 'not of the party named'),
  exact: words('没有尾差', 'no odd fen'),
};

export function ruleName(rule: string, language: Language): string {
  return rules[rule]?.[language] ?? rule;
}

export const texts = {
  zh: {
    statement: '结算单',
    knownAt: '所知截至',
    position: '日志读到位置',
    verified: '重算一致',
    unverified: '重算不一致：下列推导为重算所得，与日志记录不同',
    appraisal: '内部考核口径，不得对外发布',
    line: '行',
    base: '基数',
    year: '第 {year} 年',
    exact: '精确值',
    inputs: '依据',
    figure: '数据',
    milestone: '节点',
    reported: '报送',
    confirmed: '确认',
    document: '文件',
    terms: '条款',
    unknown: '记录',
    proposals: '以下地址可供查看',
  },
  en: {
    statement: 'statement',
    knownAt: 'known at',
    position: 'log read up to position',
    verified: 'comes out the same when it is computed again',
    unverified: 'does NOT come out the same: what follows is computed, not what is recorded',
    appraisal: 'for internal appraisal, not to be published',
    line: 'line',
    base: 'base',
    year: 'year {year}',
    exact: 'exactly',
    inputs: 'from',
    figure: 'figure',
    milestone: 'milestone',
    reported: 'reported by',
    confirmed: 'confirmed by',
    document: 'document',
    terms: 'terms',
    unknown: 'record',
    proposals: 'there is, to be looked at',
  },
} as const;
