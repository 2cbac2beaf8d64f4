import { balanceWords, lineWords, markWords, reasonWords } from '@lianyu/domain/sharing';
import { spoken } from '../../i18n/texts.ts';

const said = {
  title: '为什么是这个数',
  ask: '为什么',
  exact: '精确值 {{value}}',
  met: '符合',
  'not-met': '不符合',
  off: '不适用',
  stretch: '{{from}} 至 {{to}}',
  year: '第 {{year}} 年',
  all: '显示全部各方',
  own: '只看这一方',
  inputs: '依据 {{count}} 项数据',
  more: '展开 {{count}} 项',
  unknownInput: '记录 {{id}}',
  engine: '引擎 {{engine}} · 税制表 {{reference}}',
  knownAt: '按 {{at}} 所知',
  kept: '由合计分解',
  ordinary: '一般退库',
  credit: '留抵退税',
} as const;

/** Why this number, in words. Those of steps and lines are the domain's, the same wherever a statement is read. */
export const whyZh = {
  ...said,
  reason: spoken(reasonWords, 'zh'),
  line: spoken(lineWords, 'zh'),
  balance: spoken(balanceWords, 'zh'),
  mark: spoken(markWords, 'zh'),
} as const;
