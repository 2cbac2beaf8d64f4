import { byRatio, money } from './parts.ts';
import { reads, role, type SharingTemplate, says } from './template.ts';

/** 龙泉–萧山 2018: all of the locally retained tax for five years; the rent besides. */
export const m14LongquanXiaoshan: SharingTemplate = {
  id: 'm14-longquan-xiaoshan',
  number: 'M14',
  name: { zh: '龙泉—萧山（前五年地方留存税收全额返还）', en: 'Longquan–Xiaoshan (all locally retained tax for five years)' },
  source: {
    citation: '龙泉—萧山“飞地”的报道（2018年7月）',
    copies: ['cs.zjol.com.cn/zjbd/ls16512/201807/t20180702_7671887.shtml'],
    verification: 'verified',
    note: '读自报道；税种和五年之后的比例未列明',
  },
  roles: [role('origin', '飞出地（龙泉）', 'origin (Longquan)'), role('destination', '飞入地（萧山）', 'destination (Xiaoshan)')],
  notes: [
    {
      zh: '五年之后的比例须由各方另行约定，模板在第五年末停止。',
      en: 'The ratio after five years is for the parties to agree; the template ends with year five.',
    },
  ],
  clauses: [
    {
      title: { zh: '税收返还', en: 'Return of tax' },
      basis: [
        reads('base.collectedBy', '税收属地征收，由飞入地入库', 'tax is collected where the enterprise is'),
        says('bands', '前五年地方留存部分100%返还', '100 % of what is retained locally in the first five years'),
      ],
      draft: (cast) =>
        money({
          base: { collectedBy: [cast('destination')] },
          bands: [{ fromYear: 1, toYear: 5, allocation: byRatio(cast, { origin: '1/1', destination: '0/1' }) }],
        }),
    },
    {
      title: { zh: '租金收益', en: 'Rent' },
      basis: [
        says('base.sources', '租金收益', 'rent'),
        reads('base.collectedBy', '租金由飞入地代收', 'rent is collected on the ground of the destination'),
        says('bands.0.allocation', '租金归龙泉', 'rent goes to Longquan'),
        reads('bands.0.fromYear', '文件未设期限，至协议终止', 'no period is set: to the end of the agreement'),
      ],
      draft: (cast) =>
        money({
          base: { sources: [{ node: 'income', income: 'rent' }], collectedBy: [cast('destination')] },
          bands: [{ fromYear: 1, allocation: byRatio(cast, { origin: '1/1', destination: '0/1' }) }],
        }),
    },
  ],
};
