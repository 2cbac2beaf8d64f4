import type { Counting, StatisticsTerm } from '../term/index.ts';
import { clockText } from './clock.ts';
import { type Section, section } from './section.ts';
import { reportingText } from './settlement.ts';
import { list, oneOf, paragraphs, party, type Syntax, say, via, within, word } from './syntax.ts';
import { bandYears, parties, SEMICOLON, shares } from './values.ts';
import { indicatorWords } from './words.ts';

type Band = StatisticsTerm['bands'][number];
type Counted = Band['indicators'][number];

const counting: Syntax<Counting> = oneOf<Counting>({
  split: say<Extract<Counting, { node: 'split' }>>({ zh: '按比例分算，{shares}', en: 'divided, {shares}' }, { shares }),
  'full-on-each': say<Extract<Counting, { node: 'full-on-each' }>>(
    { zh: '由{parties}各自全额计算', en: 'in full for each of {parties}' },
    { parties },
  ),
  'one-sided': say<Extract<Counting, { node: 'one-sided' }>>({ zh: '全部计入{party}', en: 'for {party} alone' }, { party }),
});

interface Said {
  readonly years: Pick<Band, 'fromYear' | 'toYear'>;
  readonly indicators: Counted[];
}

const band: Syntax<Band> = via(
  say<Said>(
    { zh: '考核分算，{years}：{indicators}。', en: 'Appraisal, {years}: {indicators}.' },
    {
      years: bandYears,
      indicators: list(
        say<Counted>({ zh: '{indicator}{counting}', en: '{indicator} {counting}' }, { indicator: word(indicatorWords), counting }),
        SEMICOLON,
      ) as Syntax<Counted[]>,
    },
  ),
  ({ fromYear, toYear, indicators }: Band): Said => ({ years: toYear === undefined ? { fromYear } : { fromYear, toYear }, indicators }),
  ({ years, indicators }) => ({ ...years, indicators }),
);

const rounding = say<StatisticsTerm['rounding']>(
  {
    zh: '尾数：按最大余额法处理，{over}取整，余额相同时依次归{ties}。\n',
    en: 'Odd units: by largest remainder, rounded {over}, ties going in turn to {ties}.\n',
  },
  {
    over: word({
      period: { zh: '每一时段各自', en: 'each stretch for itself' },
      year: { zh: '按年度累计', en: 'on the year so far' },
      whole: { zh: '按自该年度段开始的累计', en: 'on all since the years of a band began' },
    }),
    ties: parties,
  },
  { node: 'largest-remainder' },
);

export const statisticsSections: readonly Section[] = [
  section<StatisticsTerm, 'placesOfOperation'>(
    'placesOfOperation',
    within(
      {
        zh: '统计归属：经济指标依法按经营活动在地原则由{value}统计，官方统计口径不因本协议改变。\n',
        en: 'Statistics: by law indicators are counted where activity takes place, by {value}; this agreement does not change the official figures.\n',
      },
      parties,
    ),
  ),
  section<StatisticsTerm, 'publication'>(
    'publication',
    word({
      internal: {
        zh: '口径：下列分算仅供各方内部考核，不得对外发布。\n',
        en: 'Appraisal counts as follows, for internal use, not to be published.\n',
      },
    }),
  ),
  section<StatisticsTerm, 'clock'>('clock', clockText),
  section<StatisticsTerm, 'bands'>('bands', paragraphs(band) as Syntax<StatisticsTerm['bands']>),
  section<StatisticsTerm, 'rounding'>('rounding', rounding),
  section<StatisticsTerm, 'reporting'>('reporting', reportingText),
];
