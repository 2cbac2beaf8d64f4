import { money, onMilestones } from './parts.ts';
import { reads, role, type SharingTemplate, says } from './template.ts';

/** 鄞州–衢江, delivered in February 2023: fixed for five years, then what the building really earns. */
export const m13YinzhouQujiang: SharingTemplate = {
  id: 'm13-yinzhou-qujiang',
  number: 'M13',
  name: { zh: '鄞州—衢江（前五年固定10%，其后按实际租金）', en: 'Yinzhou–Qujiang (fixed 10 % for five years, then actual rent)' },
  source: {
    citation: '鄞州—衢江“飞地”项目的报道（2023年2月）',
    copies: ['nbyz.gov.cn/art/2023/2/10/art_1229660399_59197784.html'],
    verification: 'verified',
    note: '读自政府网站报道；其后租金按何股权比例分配未列明',
  },
  roles: [role('investor', '投资方（衢江）', 'investor (Qujiang)'), role('host', '园区方（鄞州）', 'host (Yinzhou)')],
  notes: [{ zh: '162个村集体为股东，三方合计1.2亿元。', en: '162 village collectives hold shares; 120 million yuan by three parties.' }],
  clauses: [
    {
      title: { zh: '投资收益', en: 'Return on investment' },
      basis: [
        says('base', '实际租金收入', 'actual rent'),
        reads('base.scope', '一个项目，合并计算', 'one project, computed as one'),
        says('clock.start', '自交付起', 'from delivery'),
        says('bands', '前五年每年固定10%，其后按实际租金', '10 % fixed for five years, then actual rent'),
        reads('bands.1.allocation.node', '租金按股权分配', 'rent is divided by equity'),
      ],
      draft: (cast) =>
        money({
          base: { sources: [{ node: 'income', income: 'rent' }], collectedBy: [cast('host')], scope: 'together' },
          clock: { start: onMilestones('delivered') },
          bands: [
            {
              fromYear: 1,
              toYear: 5,
              allocation: {
                node: 'fixed-return',
                payer: cast('host'),
                payee: cast('investor'),
                rate: ['1', '10'],
                on: { node: 'paid-in', measure: 'investment/paid-in' },
              },
            },
            { fromYear: 6, allocation: { node: 'equity', holdings: [{ party: cast('investor') }, { party: cast('host') }] } },
          ],
        }),
    },
  ],
};
