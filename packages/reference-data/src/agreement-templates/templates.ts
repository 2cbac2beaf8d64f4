import type { CooperationMode } from '@lianyu/domain/agreements';
import type { Source } from '../source.ts';
import { subjects, subjectsSource } from './subjects.ts';

/** How an agreement of one mode begins: its clauses in order, what it must speak of, and which papers stand behind it. */
export interface AgreementTemplate {
  readonly mode: CooperationMode;
  readonly source: Source;
  /** Ids of the clause library. */
  readonly clauses: readonly string[];
  /** Subjects that an agreement of this mode does not need; all others it does. */
  readonly optional: readonly string[];
  readonly attachments: readonly string[];
  /** Sharing templates of real cases of this mode, where there are any. */
  readonly sharing: readonly string[];
}

const source: Source = { ...subjectsSource, note: `${subjectsSource.note}；各模式的条款取舍和附件为平台归纳` };

const common = ['term', 'amendment', 'exit', 'breach', 'disputes', 'effect'];

export const agreementTemplates: readonly AgreementTemplate[] = [
  {
    mode: 'co-built-park',
    source,
    clauses: [
      'parties',
      'basis',
      'mode',
      'site',
      'entry',
      'duties',
      'investment',
      'quotas',
      'sharing',
      'statistics',
      'settlement',
      'performance',
      'data',
      'committee',
      ...common,
    ],
    optional: [],
    attachments: ['boundary-map', 'project-list', 'quota-list', 'ratio-table', 'duty-table', 'resolutions', 'authority-letters'],
    sharing: ['m6-hehuai', 'm7-gaozhu', 'm9-yunnan', 'm16-suzhou-suqian'],
  },
  {
    mode: 'entrusted-park',
    source,
    clauses: [
      'parties',
      'parties-delegated',
      'basis',
      'mode-entrusted',
      'site',
      'entry',
      'duties-entrusted',
      'duties-social',
      'investment-infrastructure',
      'sharing',
      'statistics',
      'settlement',
      'performance',
      'data',
      'committee',
      'exit-return',
      ...common,
    ],
    optional: ['quotas'],
    attachments: ['boundary-map', 'duty-table', 'ratio-table', 'resolutions', 'authority-letters'],
    sharing: [],
  },
  {
    mode: 'enclave',
    source,
    clauses: [
      'parties',
      'basis',
      'mode-enclave',
      'site',
      'entry',
      'duties',
      'investment-infrastructure',
      'quotas',
      'sharing',
      'sharing-company',
      'statistics',
      'settlement',
      'performance',
      'data',
      'committee',
      ...common,
    ],
    optional: [],
    attachments: ['boundary-map', 'project-list', 'quota-list', 'ratio-table', 'authority-letters'],
    sharing: [
      'm1-liaoning',
      'm2-zibo-shizuishan',
      'm3-zibo-city',
      'm5-yishui',
      'm9-yunnan',
      'm12-pinghu-qingtian',
      'm13-yinzhou-qujiang',
      'm14-longquan-xiaoshan',
    ],
  },
  {
    mode: 'one-zone-many-parks',
    source,
    clauses: [
      'parties',
      'basis',
      'mode-branches',
      'site',
      'entry',
      'duties',
      'sharing',
      'statistics',
      'settlement',
      'performance',
      'data',
      'committee',
      ...common,
    ],
    optional: ['investment', 'quotas'],
    attachments: ['boundary-map', 'project-list', 'duty-table', 'ratio-table', 'authority-letters'],
    sharing: [],
  },
  {
    mode: 'headquarters-and-incubator',
    source,
    clauses: [
      'parties',
      'basis',
      'mode-incubator',
      'site',
      'entry',
      'duties',
      'investment',
      'sharing',
      'statistics',
      'settlement',
      'data',
      'committee',
      ...common,
    ],
    optional: ['quotas', 'performance'],
    attachments: ['project-list', 'duty-table', 'ratio-table', 'authority-letters'],
    sharing: [],
  },
  {
    mode: 'fully-entrusted',
    source,
    clauses: [
      'parties',
      'parties-delegated',
      'basis',
      'mode-whole',
      'site',
      'entry',
      'duties-entrusted',
      'duties-social',
      'investment-infrastructure',
      'quotas',
      'sharing',
      'statistics',
      'settlement',
      'performance',
      'data',
      'committee',
      'exit-return',
      ...common,
    ],
    optional: [],
    attachments: ['boundary-map', 'quota-list', 'duty-table', 'ratio-table', 'resolutions', 'legal-review-opinions', 'authority-letters'],
    sharing: [],
  },
  {
    mode: 'industrial-transfer',
    source,
    clauses: [
      'parties',
      'basis',
      'mode-transfer',
      'entry',
      'duties',
      'sharing',
      'sharing-company',
      'statistics',
      'settlement',
      'data',
      'committee',
      ...common,
    ],
    optional: ['site', 'investment', 'quotas', 'performance'],
    attachments: ['project-list', 'ratio-table', 'authority-letters'],
    sharing: ['decree-92-jing-jin-ji', 'm4-ningde', 'm8-kunming', 'm9-yunnan'],
  },
];

/** The subjects that an agreement of this mode must speak of, in the order of the list. */
export const neededSubjects = ({ optional }: Pick<AgreementTemplate, 'optional'>) => subjects.filter(({ id }) => !optional.includes(id));
