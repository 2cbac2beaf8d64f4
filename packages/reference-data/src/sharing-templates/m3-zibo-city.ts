import { byRatio, money, onMilestones } from './parts.ts';
import { reads, role, type SharingTemplate, says } from './template.ts';

/** 淄博市域飞地 2022, type 1 (资本链接类): what was laid out is repaid first. */
export const m3ZiboCity: SharingTemplate = {
  id: 'm3-zibo-city',
  number: 'M3',
  name: { zh: '淄博市域飞地（资本链接类：先还本，再6:4二十年）', en: 'Zibo city enclaves (capital-linked: outlay first, then 6:4 for twenty years)' },
  source: {
    citation: '淄博市域飞地政策的报道（2022年5月）',
    copies: ['dtgdc.com/news/sd/2022-05-05/68562.html'],
    verification: 'partly',
    note: '仅资本链接类读到数字；政府主导搬迁类、洽谈引进类的数字未能读到，主体税种未列明',
  },
  roles: [role('origin', '飞出地', 'origin'), role('destination', '飞入地', 'destination')],
  notes: [],
  clauses: [
    {
      title: { zh: '主体税收分享', en: 'Sharing of the main taxes' },
      basis: [
        reads('base.collectedBy', '税收属地征收，由飞入地入库', 'tax is collected where the enterprise is'),
        says('clock.start', '自项目投产达效起', 'from when the project produces and performs'),
        says(
          'recovery',
          '首先全部用于偿还飞出地直接投资和政策性支出',
          'first, and with all of it, the direct investment and policy spending of the origin are repaid',
        ),
        says('bands', '覆盖完毕后二十年内6:4，其后全部归飞入地', '6:4 for twenty years once it is covered, then all to the destination'),
      ],
      draft: (cast) =>
        money({
          base: { collectedBy: [cast('destination')] },
          clock: { start: onMilestones('in-production', 'full-capacity') },
          recovery: {
            node: 'recovery',
            portion: ['1', '1'],
            claims: [
              {
                id: 'outlay',
                creditor: cast('origin'),
                outlay: { node: 'figures', measures: ['outlay/direct-investment', 'outlay/policy-spending'] },
              },
            ],
          },
          bands: [
            { fromYear: 1, toYear: 20, allocation: byRatio(cast, { origin: '3/5', destination: '2/5' }) },
            { fromYear: 21, allocation: byRatio(cast, { origin: '0/1', destination: '1/1' }) },
          ],
        }),
    },
  ],
};
