import { byRatio, money, shares, statistics, tax, yuanText } from './parts.ts';
import { reads, role, type SharingTemplate, says } from './template.ts';

/** 广元经开区–青川 2009 (川浙合作产业园): 6:4 with a guaranteed minimum. */
export const m11GuangyuanQingchuan: SharingTemplate = {
  id: 'm11-guangyuan-qingchuan',
  number: 'M11',
  name: { zh: '广元经开区—青川（6:4，保底500万元）', en: 'Guangyuan ETDZ–Qingchuan (6:4, at least 5 million yuan)' },
  source: {
    citation: '广元经开区—青川川浙合作产业园约定（2009年，法规检索副本）',
    copies: ['ask.fsou.com/html/text/lar/170869/17086977_1.html'],
    verification: 'verified',
    note: '读自检索副本；保底以何资金支付、税收级次未写明',
  },
  roles: [role('qingchuan', '青川一方', 'Qingchuan'), role('guangyuan', '广元经开区一方', 'Guangyuan ETDZ')],
  notes: [],
  clauses: [
    {
      title: { zh: '税收分享与保底', en: 'Sharing of tax, and a minimum' },
      basis: [
        says('base.sources', '增值税和所得税', 'value-added tax and income tax'),
        says('base.collectedBy', '属地征管', 'collected where the park is'),
        says('bands.0.allocation', '青川与广元6:4', '6:4 for Qingchuan and Guangyuan'),
        reads('bands.0.fromYear', '文件未设期限，至协议终止', 'no period is set: to the end of the agreement'),
        says(
          'guarantees',
          '2亿元援建基础设施资金全部到位一年后，青川每年所得税收不少于500万元',
          'a year after 200 million yuan of aid for infrastructure are fully paid, at least 5 million yuan of tax a year for Qingchuan',
        ),
        reads(
          'guarantees.0.from.all',
          '援建资金由青川一方投入，以其累计金额为准',
          'the aid is paid in on the side of Qingchuan and counted by its sum',
        ),
        reads('guarantees.0.fundedBy.party', '不足部分由广元一方补足', 'what is missing is made up by Guangyuan'),
      ],
      draft: (cast) =>
        money({
          base: { sources: [tax('value-added'), tax('enterprise-income')], collectedBy: [cast('guangyuan')] },
          bands: [{ fromYear: 1, allocation: byRatio(cast, { qingchuan: '3/5', guangyuan: '2/5' }) }],
          guarantees: [
            {
              node: 'guarantee',
              id: 'minimum',
              party: cast('qingchuan'),
              amount: yuanText('5000000'),
              from: {
                node: 'start',
                all: [{ node: 'amount-reached', measure: 'outlay/infrastructure-aid', party: cast('qingchuan'), amount: yuanText('200000000') }],
                after: { years: 1, months: 0 },
              },
              fundedBy: { party: cast('guangyuan') },
            },
          ],
        }),
    },
    {
      title: { zh: '增加值分计', en: 'Value added for appraisal' },
      basis: [
        says('placesOfOperation', '属地统计', 'counted where the park is'),
        says('bands.0.indicators', '工业增加值6:4', 'value added 6:4'),
        reads('bands.0.fromYear', '文件未设期限，至协议终止', 'no period is set: to the end of the agreement'),
      ],
      draft: (cast) =>
        statistics({
          placesOfOperation: [cast('guangyuan')],
          bands: [
            {
              fromYear: 1,
              indicators: [
                { indicator: 'industrial-value-added', counting: { node: 'split', shares: shares(cast, { qingchuan: '3/5', guangyuan: '2/5' }) } },
              ],
            },
          ],
        }),
    },
  ],
};
