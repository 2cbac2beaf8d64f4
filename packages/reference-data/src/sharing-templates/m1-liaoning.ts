import { byRatio, money } from './parts.ts';
import { reads, role, type SharingTemplate, says } from './template.ts';

/** 辽宁省 2019: enclave parks across provinces and within. */
export const m1Liaoning: SharingTemplate = {
  id: 'm1-liaoning',
  number: 'M1',
  name: { zh: '辽宁省飞地经济（跨省五五分享，十年）', en: 'Liaoning: enclave economy (half each across provinces, ten years)' },
  source: {
    citation: '辽宁省飞地经济实施意见（2019年）',
    copies: ['solutiongraffitis.com/ydetail/190423-d51f1293.html', 'district.ce.cn/zg/201912/04/t20191204_33769873.shtml'],
    verification: 'verified',
    note: '读自转载；分享税种未列明',
  },
  roles: [role('origin', '飞出地', 'origin'), role('destination', '飞入地', 'destination')],
  notes: [
    { zh: '重大项目的分享比例可以另行商定。', en: 'For major projects the ratio may be negotiated.' },
    {
      zh: '文件称省、市、县、乡“三级让利”；让利如何计算未读到。',
      en: 'The document says that three levels of government yield; how is not in what was read.',
    },
  ],
  clauses: [
    {
      title: { zh: '税收分享', en: 'Sharing of tax' },
      basis: [
        reads('base.collectedBy', '税收属地征收，由飞入地入库', 'tax is collected where the enterprise is'),
        says('bands', '原则上按5:5分享，受益期十年', 'half each in principle, for ten years'),
      ],
      draft: (cast) =>
        money({
          base: { collectedBy: [cast('destination')] },
          bands: [{ fromYear: 1, toYear: 10, allocation: byRatio(cast, { origin: '1/2', destination: '1/2' }) }],
        }),
    },
  ],
};
