import { exactPercent } from '../../money/index.ts';
import type { Balance, LineKind, NotApplied, Statement, Step } from '../statement.ts';
import type { Words } from './syntax.ts';

/** Words for what a statement is made of, wherever it is read: on a screen, in a file, at a terminal. */

export const lineWords: Readonly<Record<LineKind, Words>> = {
  share: { zh: '分享', en: 'Share' },
  recovery: { zh: '收回投入', en: 'Recovery' },
  charge: { zh: '单方负担', en: 'Borne alone' },
  guarantee: { zh: '保底补足', en: 'Top-up' },
  redirected: { zh: '资金改拨', en: 'Redirected' },
  difference: { zh: '以前期间差额', en: 'Earlier difference' },
  retained: { zh: '留存', en: 'Retained' },
  carried: { zh: '结转', en: 'Carried' },
  counted: { zh: '计入', en: 'Counted' },
};

export const balanceWords: Readonly<Record<Balance['kind'], Words>> = {
  'claim-open': { zh: '待收回的投入', en: 'Outlay not recovered' },
  'cap-room': { zh: '距上限尚余', en: 'Left below the cap' },
  'guarantee-unmet': { zh: '未履行的保底', en: 'Guarantee not funded' },
  carried: { zh: '结转的负数', en: 'Negative carried forward' },
  received: { zh: '累计所得', en: 'Received so far' },
  'quota-open': { zh: '尚未划转', en: 'Not transferred yet' },
  'quota-held': { zh: '已划转未使用', en: 'Transferred and unused' },
};

export const markWords: Readonly<Record<Statement['marks'][number], Words>> = {
  estimated: { zh: '估算', en: 'estimated' },
  incomplete: { zh: '不完整', en: 'incomplete' },
  'discretionary-possible': { zh: '可申请酌情补助', en: 'a subsidy may be asked for' },
  'not-eligible': { zh: '不符合条件', en: 'not eligible' },
  'not-started': { zh: '尚未起算', en: 'not started' },
  ended: { zh: '分享已结束', en: 'sharing has ended' },
  'late-open': { zh: '有逾期差额待定', en: 'a late difference is open' },
};

/** Why a rule did not apply. */
export const reasonWords: Readonly<Record<NotApplied, Words>> = {
  'not-in-terms': { zh: '条款未约定', en: 'not in the terms' },
  'not-started': { zh: '尚未起算', en: 'not started yet' },
  ended: { zh: '分享已结束', en: 'sharing has ended' },
  'not-eligible': { zh: '不符合适用条件', en: 'not eligible' },
  'outside-band': { zh: '不在年度段内', en: 'outside the years' },
  'condition-not-met': { zh: '前提不成立', en: 'its condition does not hold' },
  'nothing-to-take': { zh: '没有可用的金额', en: 'there is nothing to take' },
  'below-limit': { zh: '未达到上限', en: 'below the cap' },
  'above-minimum': { zh: '已达到保底', en: 'above the minimum' },
  'not-assessed-yet': { zh: '尚未到核算时点', en: 'not assessed yet' },
  'not-exhausted': { zh: '尚未用尽', en: 'not exhausted yet' },
  recovered: { zh: '投入已全部收回', en: 'everything is recovered' },
  'recovery-open': { zh: '投入尚未收回，年度尚未起算', en: 'outlay not recovered: years have not begun' },
  'no-figures': { zh: '没有数据', en: 'no figures' },
  'figure-crosses-cut': { zh: '数据跨越分界，等待更细的数据', en: 'a figure crosses a cut; finer figures are awaited' },
  'figure-without-company': { zh: '数据没有标明企业', en: 'a figure names no company' },
  'tax-ended': { zh: '税种在此期间不存在', en: 'the tax does not exist then' },
  'rate-missing': { zh: '分成表没有这一期间的比例', en: 'the tables have no rate for then' },
  'left-out-by-terms': { zh: '条款约定不计入', en: 'left out by the terms' },
  'not-of-this-party': { zh: '不是由约定的一方收取', en: 'not collected by a named party' },
  exact: { zh: '没有尾差', en: 'nothing to round' },
};

/** What each rule of the engines did; values in braces come from the step. */
const rules: Readonly<Record<string, Words>> = {
  start: { zh: '起算', en: 'Start' },
  year: { zh: '第 {{year}} 年', en: 'Year {{year}}' },
  eligibility: { zh: '适用条件', en: 'Condition' },
  condition: { zh: '适用前提', en: 'Only if' },
  source: { zh: '基数：{{what}}', en: 'Base: {{what}}' },
  refund: { zh: '退库：{{what}}', en: 'Refund: {{what}}' },
  deduction: { zh: '扣除 {{what}}', en: 'Deduction {{what}}' },
  consolidated: { zh: '总分机构数据', en: 'Head offices and branches' },
  carried: { zh: '负数结转', en: 'Negative carried' },
  charge: { zh: '由一方负担的退库和扣除', en: 'Refunds and deductions borne alone' },
  recovery: { zh: '优先收回投入', en: 'Cost recovery first' },
  ratio: { zh: '按比例 {{ratio}}', en: 'By ratio {{ratio}}' },
  equity: { zh: '按股权 {{ratio}}', en: 'By equity {{ratio}}' },
  contribution: { zh: '按出资 {{ratio}}', en: 'By contribution {{ratio}}' },
  tiers: { zh: '按档次累进', en: 'By progressive tiers' },
  increment: { zh: '存量归各自，增量分享', en: 'Stock stays, increment is shared' },
  'fixed-return': { zh: '固定回报', en: 'Fixed return' },
  'fixed-amount': { zh: '固定金额', en: 'Fixed amount' },
  'not-shared': { zh: '不分享', en: 'Not shared' },
  retained: { zh: '留在收取方', en: 'Stays with who collected it' },
  rounding: { zh: '最大余额法，并列时{{first}}在先', en: 'Largest remainder, {{first}} first in ties' },
  cap: { zh: '上限', en: 'Cap' },
  guarantee: { zh: '保底', en: 'Minimum guarantee' },
  redirection: { zh: '资金改拨', en: 'Redirection of cash' },
  difference: { zh: '以前期间的差额', en: 'Difference of an earlier period' },
  discretionary: { zh: '酌情补助（可能发生，金额不计算）', en: 'Discretionary subsidy (possible, never computed)' },
  official: { zh: '官方账：按在地原则计入', en: 'Official ledger: place of operation' },
  split: { zh: '考核账：按比例 {{ratio}}', en: 'Appraisal ledger: by ratio {{ratio}}' },
  'full-on-each': { zh: '考核账：各方均计全额', en: 'Appraisal ledger: in full for each' },
  'one-sided': { zh: '考核账：只计一方', en: 'Appraisal ledger: one side only' },
  'quota-promised': { zh: '约定划转', en: 'Promised' },
  'quota-transferred': { zh: '已划转', en: 'Transferred' },
  'quota-reserved': { zh: '已预留', en: 'Reserved' },
  'quota-used': { zh: '已使用', en: 'Used' },
  'quota-returned': { zh: '已退回', en: 'Returned' },
  'quota-granted': { zh: '下达', en: 'Granted' },
  'quota-unused': { zh: '未使用部分', en: 'Unused' },
};

/** Further values of a step. */
const values: Readonly<Record<string, Words>> = {
  sum: { zh: '累计基数 {{value}}', en: 'base so far {{value}}' },
  from: { zh: '自第 {{value}} 年', en: 'from year {{value}}' },
  to: { zh: '至第 {{value}} 年', en: 'to year {{value}}' },
  least: { zh: '须不低于 {{value}}', en: 'at least {{value}}' },
  outlay: { zh: '投入 {{value}}', en: 'outlay {{value}}' },
  before: { zh: '此前 {{value}}', en: 'before {{value}}' },
  open: { zh: '尚余 {{value}}', en: 'open {{value}}' },
  cap: { zh: '上限 {{value}}', en: 'cap {{value}}' },
  granted: { zh: '此前累计 {{value}}', en: 'granted before {{value}}' },
  floor: { zh: '保底额 {{value}}', en: 'minimum {{value}}' },
  received: { zh: '当年已得 {{value}}', en: 'received this year {{value}}' },
  fromOwnPart: { zh: '其中以对方份额补足 {{value}}', en: 'of it out of the other share {{value}}' },
  unmet: { zh: '未补足 {{value}}', en: 'unmet {{value}}' },
  part: { zh: '涉及 {{value}}', en: 'part concerned {{value}}' },
  was: { zh: '此前计入 {{value}}', en: 'was {{value}}' },
  now: { zh: '现应为 {{value}}', en: 'is now {{value}}' },
  shortfall: { zh: '与上限相差 {{value}}', en: 'short of the cap by {{value}}' },
  brought: { zh: '上期结转 {{value}}', en: 'brought forward {{value}}' },
  forward: { zh: '结转下期 {{value}}', en: 'carried forward {{value}}' },
  rate: { zh: '折算比例 {{value}}', en: 'rate {{value}}' },
};

/** Which of them are amounts in the statement's unit. */
const amounts = new Set([
  'sum',
  'least',
  'outlay',
  'before',
  'open',
  'cap',
  'granted',
  'floor',
  'received',
  'fromOwnPart',
  'unmet',
  'was',
  'now',
  'shortfall',
  'brought',
  'forward',
]);

type Language = keyof Words;

/** How whoever asks writes names and amounts. `what` is the measure that a step is about, if that is known. */
export interface StepVoice {
  readonly language: Language;
  readonly nameOf: (organisation: string) => string;
  readonly amountOf: (whole: string) => string;
  readonly what?: string;
}

/** A step in words: what was done, with which values, and if it was not, why. A rule without words is called by its name. */
export function stepInWords(step: Step, { language, nameOf, amountOf, what = '' }: StepVoice): { rule: string; values: string[]; why?: string } {
  const given = step.values ?? {};
  const named = { ...given, ratio: percent(given['ratio']), first: nameOf(given['first'] ?? ''), what };
  return {
    rule: filled(rules[step.rule]?.[language] ?? step.rule, named),
    values: Object.entries(given).flatMap(([name, value]) => {
      const words = values[name]?.[language];
      if (words === undefined) return [];
      const isAmount = amounts.has(name) || (name === 'part' && isWhole(value));
      return [filled(words, { value: isAmount ? amountOf(value) : value })];
    }),
    ...(step.why === undefined ? {} : { why: reasonWords[step.why][language] }),
  };
}

const isWhole = (value: string) => /^-?\d+$/.test(value);

/** What has no value is left away, with the colon or the space before it. */
function filled(words: string, given: Readonly<Record<string, string>>): string {
  return words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => given[name] ?? '').replace(/[：:]?\s*$/, '');
}

/** 3/5 as 60 %, where that is exact. */
function percent(ratio: string | undefined): string {
  const [n, d] = ratio?.split('/') ?? [];
  if (n === undefined || d === undefined || !/^\d+$/.test(n) || !/^[1-9]\d*$/.test(d)) return ratio ?? '';
  const exact = exactPercent({ numerator: BigInt(n), denominator: BigInt(d) });
  return exact === undefined ? `${n}/${d}` : `${exact} %`;
}
