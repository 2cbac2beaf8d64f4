import { money } from './parts.ts';
import { reads, role, type SharingTemplate, says } from './template.ts';

/** 苏州–宿迁: the revenue of land that was developed together is divided by equity. */
export const m16SuzhouSuqian: SharingTemplate = {
  id: 'm16-suzhou-suqian',
  number: 'M16',
  name: { zh: '苏州—宿迁共建园区（土地收益按股权）', en: 'Suzhou–Suqian park (revenue of land by equity)' },
  source: {
    citation: '苏州—宿迁共建园区的报道',
    copies: ['m.lovecitycountrymusicfest.com/…/NewsDeatil_71611.Html'],
    verification: 'verified',
    note: '读自转载；股权比例未列明',
  },
  roles: [role('first', '苏州一方', 'Suzhou'), role('second', '宿迁一方', 'Suqian')],
  notes: [],
  clauses: [
    {
      title: { zh: '土地收益分配', en: 'Revenue of land' },
      basis: [
        says('base.sources', '共建土地的收益', 'the revenue of land developed together'),
        reads('base.collectedBy', '土地出让收入由宿迁一方收取', 'revenue of land is collected by Suqian'),
        says('bands.0.allocation', '按股权比例分配', 'divided by equity'),
        reads('bands.0.fromYear', '文件未设期限，至协议终止', 'no period is set: to the end of the agreement'),
      ],
      draft: (cast) =>
        money({
          base: { sources: [{ node: 'income', income: 'land-revenue' }], collectedBy: [cast('second')] },
          bands: [{ fromYear: 1, allocation: { node: 'equity', holdings: [{ party: cast('first') }, { party: cast('second') }] } }],
        }),
    },
  ],
};
