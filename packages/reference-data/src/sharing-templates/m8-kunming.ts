import { money, statistics } from './parts.ts';
import { reads, role, type SharingTemplate, says } from './template.ts';

/** 昆明 2024: tax less what the firm enjoyed; indicators counted in full on both sides. */
export const m8Kunming: SharingTemplate = {
  id: 'm8-kunming',
  number: 'M8',
  name: {
    zh: '昆明重点飞地园区（扣除优惠后分享，指标全额双核算）',
    en: 'Kunming enclave parks (benefits taken off, indicators counted in full twice)',
  },
  source: {
    citation: '昆明市重点飞地园区的报道（云南日报，2024年5月）',
    copies: ['yndaily.yunnan.cn/content/202405/15/content_203108.html', 'news.jjrbnet.com/yuanqu/20240510/97845.html'],
    verification: 'verified',
    note: '读自报道；分享比例、税种由合作县区约定，未列明',
  },
  roles: [role('recruiter', '招商方', 'recruiting county'), role('host', '落地方', 'landing county')],
  notes: [
    { zh: '程序为报备、审查、认定、核算；按季度和年度考核。', en: 'Reported, examined, recognised, accounted; appraised by quarter and year.' },
  ],
  clauses: [
    {
      title: { zh: '税收分享', en: 'Sharing of tax' },
      basis: [
        reads('base.collectedBy', '税收属地征收，由落地方入库', 'tax is collected where the enterprise is'),
        says('deductions', '扣除企业享受的优惠政策', 'less the preferential policy that enterprises enjoy'),
      ],
      draft: (cast) =>
        money({
          base: { collectedBy: [cast('host')] },
          deductions: [{ node: 'deduction', measure: 'policy-benefit', borneBy: { node: 'all' } }],
        }),
    },
    {
      title: { zh: '考核指标核算', en: 'Indicators for appraisal' },
      basis: [
        reads('placesOfOperation', '统计在落地方', 'statistics are of the landing county'),
        says(
          'bands.0.indicators',
          '固定资产投资、规上工业产值、商贸销售额、服务业营业收入双方全额核算；省外到位资金和实际利用外资只计招商方',
          'fixed investment, output, trade sales and service revenue in full on both sides; capital from outside and foreign capital for the recruiter only',
        ),
        reads('bands.0.fromYear', '文件未设期限，至协议终止', 'no period is set: to the end of the agreement'),
        says('reporting.period', '按季度考核', 'appraised by quarter'),
      ],
      draft: (cast) => {
        const both = { node: 'full-on-each' as const, parties: [cast('recruiter'), cast('host')] };
        const one = { node: 'one-sided' as const, party: cast('recruiter') };
        return statistics({
          placesOfOperation: [cast('host')],
          bands: [
            {
              fromYear: 1,
              indicators: [
                { indicator: 'fixed-asset-investment', counting: both },
                { indicator: 'gross-industrial-output', counting: both },
                { indicator: 'trade-sales', counting: both },
                { indicator: 'service-revenue', counting: both },
                { indicator: 'domestic-capital', counting: one },
                { indicator: 'foreign-capital', counting: one },
              ],
            },
          ],
          reporting: { period: 'quarter' },
        });
      },
    },
  ],
};
