import { byRatio, money, tax } from './parts.ts';
import { reads, role, type SharingTemplate, says } from './template.ts';

/** 淄博–石嘴山 2011: a park of one city in another province of the Yellow River basin. */
export const m2ZiboShizuishan: SharingTemplate = {
  id: 'm2-zibo-shizuishan',
  number: 'M2',
  name: { zh: '淄博—石嘴山共建园区（前十年60:40，此后50:50）', en: 'Zibo–Shizuishan park (60:40 for ten years, then 50:50)' },
  source: {
    citation: '淄博—石嘴山共建园区的报道（2011年5月）',
    copies: ['cambodiaguides.com/new/ceramics/news/2011-5-19/2011519758331107.htm'],
    verification: 'verified',
    note: '读自转载报道，协议文本未读到；企业所得税、城镇土地使用税是全额还是地方部分未写明',
  },
  roles: [role('origin', '迁出地（淄博）', 'origin (Zibo)'), role('destination', '迁入地（石嘴山）', 'destination (Shizuishan)')],
  notes: [{ zh: '土地为五十年有偿使用，规划1.5万亩。', en: 'Land is used for fifty years against payment; 15 000 mu are planned.' }],
  clauses: [
    {
      title: { zh: '三税分享', en: 'Sharing of three taxes' },
      basis: [
        says(
          'base.sources',
          '增值税（地方部分）、企业所得税、城镇土地使用税',
          'value-added tax (local part), enterprise income tax, urban land use tax',
        ),
        reads('base.collectedBy', '税收属地征收，由迁入地入库', 'tax is collected where the enterprise is'),
        says('bands', '第1至10年60:40，第11至50年50:50', '60:40 in years 1 to 10, 50:50 in years 11 to 50'),
      ],
      draft: (cast) =>
        money({
          base: {
            sources: [tax('value-added', 'local-share'), tax('enterprise-income'), tax('urban-land-use')],
            collectedBy: [cast('destination')],
          },
          bands: [
            { fromYear: 1, toYear: 10, allocation: byRatio(cast, { origin: '3/5', destination: '2/5' }) },
            { fromYear: 11, toYear: 50, allocation: byRatio(cast, { origin: '1/2', destination: '1/2' }) },
          ],
        }),
    },
  ],
};
