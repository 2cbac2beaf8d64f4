import { money } from './parts.ts';
import { reads, role, type SharingTemplate, says } from './template.ts';

/** 云南 2025: whatever stays local, by the agreement of the partners, weighed by what each puts in. */
export const m9Yunnan: SharingTemplate = {
  id: 'm9-yunnan',
  number: 'M9',
  name: { zh: '云南省政府间合作项目（按投入商定比例）', en: 'Yunnan: projects of governments together (ratio by what each puts in)' },
  source: {
    citation: '云南省人民政府办公厅通知（2025年）',
    copies: ['long2000.cn/policy/detail?id=15777'],
    verification: 'verified',
    note: '读自转载；具体比例由合作方约定，投入的计量口径未列明',
  },
  roles: [role('first', '合作方甲', 'first partner'), role('second', '合作方乙', 'second partner')],
  notes: [{ zh: '省级分享部分不变；跨省合作可以参照。', en: 'The provincial share does not change; cooperation between provinces may follow it.' }],
  clauses: [
    {
      title: { zh: '地方留存部分分享', en: 'Sharing of what stays local' },
      basis: [
        says('bands.0.allocation', '比例综合考虑各方投入', 'the ratio weighs what each side puts in'),
        reads('bands.0.fromYear', '文件未设期限，至协议终止', 'no period is set: to the end of the agreement'),
        reads('base.collectedBy', '税收属地征收，由合作方乙入库', 'tax is collected where due, by the second partner'),
      ],
      draft: (cast) => money({ base: { collectedBy: [cast('second')] }, bands: [{ fromYear: 1, allocation: { node: 'contribution' } }] }),
    },
  ],
};
