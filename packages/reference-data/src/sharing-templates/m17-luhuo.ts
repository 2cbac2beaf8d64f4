import { money, yuanText } from './parts.ts';
import { reads, role, type SharingTemplate, says } from './template.ts';

/** 甘孜炉霍: a fixed amount for each greenhouse, also in a year of loss. */
export const m17Luhuo: SharingTemplate = {
  id: 'm17-luhuo',
  number: 'M17',
  name: { zh: '甘孜炉霍飞地产业园（每个大棚每年3万元，十五年）', en: 'Luhuo enclave (30 000 yuan a year for each greenhouse, fifteen years)' },
  source: {
    citation: '甘孜炉霍飞地园区的报道（中新网，2021年8月）',
    copies: ['9k8cc.com/cn/news/zcdt/202108/t20210820_7048892.html'],
    verification: 'verified',
    note: '读自报道；收取主体与起始日未写明',
  },
  roles: [role('owner', '出资方（炉霍）', 'owner (Luhuo)'), role('operator', '运营地一方', 'side that operates')],
  notes: [{ zh: '亏损时同样支付。', en: 'Payable also in loss.' }],
  clauses: [
    {
      title: { zh: '固定收益', en: 'Fixed amount' },
      basis: [
        reads(
          'base',
          '固定金额与经营结果无关；以园区经营收益为载体',
          'the amount does not depend on results; the operating profit stands as the base',
        ),
        says('bands', '每个大棚每年3万元，连续十五年，亏损也付', '30 000 yuan a year for each greenhouse for fifteen years, also in loss'),
      ],
      draft: (cast) =>
        money({
          base: { sources: [{ node: 'income', income: 'operating-profit' }], collectedBy: [cast('operator')], scope: 'together' },
          bands: [
            {
              fromYear: 1,
              toYear: 15,
              allocation: { node: 'fixed-amount', payer: cast('operator'), payee: cast('owner'), amount: yuanText('30000') },
            },
          ],
        }),
    },
  ],
};
