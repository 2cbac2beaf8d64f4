import { balanceWords, lineWords, markWords, reasonWords } from '@lianyu/domain/sharing';
import { spoken, type Texts } from '../../i18n/texts.ts';
import type { whyZh } from './texts.zh.ts';

export const whyEn: Texts<typeof whyZh> = {
  title: 'Why this number',
  ask: 'Why',
  exact: 'exactly {{value}}',
  met: 'met',
  'not-met': 'not met',
  off: 'does not apply',
  stretch: '{{from}} to {{to}}',
  year: 'year {{year}}',
  all: 'Show all parties',
  own: 'This party only',
  inputs: '{{count}} figures behind it',
  more: 'Show {{count}}',
  unknownInput: 'Record {{id}}',
  engine: 'Engine {{engine}} · tax tables {{reference}}',
  knownAt: 'As known at {{at}}',
  kept: 'derived from the total',
  ordinary: 'ordinary refund',
  credit: 'refund of input credit',
  reason: spoken(reasonWords, 'en'),
  line: spoken(lineWords, 'en'),
  balance: spoken(balanceWords, 'en'),
  mark: spoken(markWords, 'en'),
};
