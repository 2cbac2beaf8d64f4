import { byRatio, money } from './parts.ts';
import { reads, role, type SharingTemplate, says } from './template.ts';

/** 沂水县: townships of one county; whoever recruited answers for bad projects. */
export const m5Yishui: SharingTemplate = {
  id: 'm5-yishui',
  number: 'M5',
  name: { zh: '沂水县乡镇飞地（7:3，引进方承担不良项目）', en: 'Yishui: enclaves of townships (7:3, the recruiter bears bad projects)' },
  source: {
    citation: '沂水县乡镇飞地规定（临沂市发展改革委网站）',
    copies: ['fgw.linyi.gov.cn/info/1549/13042.htm'],
    verification: 'verified',
    note: '分享税种、期限未列明',
  },
  roles: [role('origin', '引进乡镇', 'recruiting township'), role('destination', '落地乡镇', 'landing township')],
  notes: [],
  clauses: [
    {
      title: { zh: '税收分享', en: 'Sharing of tax' },
      basis: [
        reads('base.collectedBy', '税收属地征收，由落地乡镇入库', 'tax is collected where the enterprise is'),
        says('deductions', '谁引进谁负责不良项目的清退', 'whoever recruited clears projects that fail'),
        says('bands.0.allocation', '引进方与落地方7:3', '7:3 for recruiter and host'),
        reads('bands.0.fromYear', '文件未设期限，至协议终止', 'no period is set: to the end of the agreement'),
      ],
      draft: (cast) =>
        money({
          base: { collectedBy: [cast('destination')] },
          deductions: [{ node: 'deduction', measure: 'outlay/clearance-cost', borneBy: { node: 'party', party: cast('origin') } }],
          bands: [{ fromYear: 1, allocation: byRatio(cast, { origin: '7/10', destination: '3/10' }) }],
        }),
    },
  ],
};
