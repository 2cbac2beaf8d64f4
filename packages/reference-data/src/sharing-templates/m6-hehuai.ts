import { byRatio, money } from './parts.ts';
import { body, reads, role, type SharingTemplate, says } from './template.ts';

/** 合淮合作区 2023: a zone and a county share, and leave the cash in the cooperation zone. */
export const m6Hehuai: SharingTemplate = {
  id: 'm6-hehuai',
  number: 'M6',
  name: { zh: '合淮合作区（五五分计，全额返还合作区）', en: 'Hefei–Huainan cooperation zone (half each, all cash back to the zone)' },
  source: {
    citation: '合淮合作区的报道（2023年4月）',
    copies: ['m.szweitang.cn/kauixun/20230411/76308.html'],
    verification: 'verified',
    note: '读自转载报道；税种未逐项列明',
  },
  roles: [
    role('zone', '开发区一方（合肥经开区）', 'the zone (Hefei ETDZ)'),
    role('county', '县一方（寿县）', 'the county (Shou)'),
    body('cooperation-zone', '合作区', 'cooperation zone'),
  ],
  notes: [
    {
      zh: '指标按实际完成情况由两市五五切分；指标种类由各方约定。',
      en: 'Indicators are cut in half by the two cities on actual results; which ones the parties agree.',
    },
    {
      zh: '地方税收和非税收入都在基数内，税种由各方逐项列明。',
      en: 'Local tax and non-tax income are both in the base; the taxes are for the parties to list.',
    },
  ],
  clauses: [
    {
      title: { zh: '财政收入分计与返还', en: 'Attribution and return of revenue' },
      basis: [
        reads('base.collectedBy', '收入属地征收，由县一方入库', 'revenue is collected on the ground of the county'),
        says('bands.0.allocation', '五五分成', 'half each'),
        reads('bands.0.fromYear', '文件未设期限，至协议终止', 'no period is set: to the end of the agreement'),
        says('redirection', '地方留成部分全额返还合作区滚动发展', 'the local part goes back to the cooperation zone in full'),
      ],
      draft: (cast) =>
        money({
          base: { collectedBy: [cast('county')] },
          bands: [{ fromYear: 1, allocation: byRatio(cast, { zone: '1/2', county: '1/2' }) }],
          redirection: {
            node: 'redirection',
            from: [
              { party: cast('zone'), ratio: ['1', '1'] },
              { party: cast('county'), ratio: ['1', '1'] },
            ],
            to: { organisation: cast('cooperation-zone'), name: { zh: '合作区', en: 'cooperation zone' }, kind: 'zone' },
          },
        }),
    },
  ],
};
