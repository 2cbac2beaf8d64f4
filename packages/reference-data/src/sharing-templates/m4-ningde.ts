import { byRatio, money, onMilestones, shares, statistics } from './parts.ts';
import { body, reads, role, type SharingTemplate, says } from './template.ts';

/** 宁德 2017: projects recruited by one county that land in another; tax and statistics have clocks of their own. */
export const m4Ningde: SharingTemplate = {
  id: 'm4-ningde',
  number: 'M4',
  name: {
    zh: '宁德异地落户项目（税收与指标各五年，起点不同）',
    en: 'Ningde: projects landing elsewhere (tax and indicators five years each, from different days)',
  },
  source: {
    citation: '宁德市2017年异地落户规定的报道',
    copies: ['mnw.cn/news/nd/1784510.html'],
    verification: 'verified',
    note: '读自报道；分享税种未列明，规定本身有效期两年',
  },
  roles: [
    role('recruiter', '招商方', 'recruiting side'),
    role('host', '落户方', 'landing side'),
    body('city-finance', '市财政局', 'city finance bureau'),
  ],
  notes: [{ zh: '依据为投资方、招商方、落户方三方合同。', en: 'It rests on a contract of three: investor, recruiting side, landing side.' }],
  clauses: [
    {
      title: { zh: '税收分享', en: 'Sharing of tax' },
      basis: [
        reads('base.collectedBy', '税收属地征收，由落户方入库', 'tax is collected where the enterprise is'),
        says('clock.start', '自首笔税款起', 'from the first tax'),
        says('bands', '地方部分五五分享，五年', 'half of the local part each, for five years'),
        says('settlement.routes', '通过市财政局年终上下级结算', 'through the city finance bureau, in the year-end settlement between levels'),
        says('settlement.period', '年终结算', 'settled at the end of the year'),
      ],
      draft: (cast) =>
        money({
          base: { collectedBy: [cast('host')] },
          clock: { start: { node: 'start', all: [{ node: 'first-figure' }], after: { years: 0, months: 0 } } },
          bands: [{ fromYear: 1, toYear: 5, allocation: byRatio(cast, { recruiter: '1/2', host: '1/2' }) }],
          settlement: {
            node: 'settlement',
            period: 'year',
            routes: [
              {
                node: 'year-end',
                from: cast('host'),
                to: cast('recruiter'),
                via: [{ organisation: cast('city-finance'), name: { zh: '市财政局', en: 'city finance bureau' }, kind: 'finance-office' }],
              },
            ],
          },
        }),
    },
    {
      title: { zh: '考核指标分计', en: 'Indicators for appraisal' },
      basis: [
        reads('placesOfOperation', '统计在落户方', 'statistics are of the landing side'),
        says('clock.start', '自开工起', 'from the start of construction'),
        says('bands', '产值和固定资产投资五五分计，五年，仅用于考核', 'output and fixed investment half each, for five years, for appraisal only'),
      ],
      draft: (cast) => {
        const half = { node: 'split' as const, shares: shares(cast, { recruiter: '1/2', host: '1/2' }) };
        return statistics({
          placesOfOperation: [cast('host')],
          clock: { start: onMilestones('construction-start') },
          bands: [
            {
              fromYear: 1,
              toYear: 5,
              indicators: [
                { indicator: 'gross-industrial-output', counting: half },
                { indicator: 'fixed-asset-investment', counting: half },
              ],
            },
          ],
        });
      },
    },
  ],
};
