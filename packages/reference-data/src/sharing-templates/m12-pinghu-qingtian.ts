import { money } from './parts.ts';
import { reads, role, type SharingTemplate, says } from './template.ts';

/** 平湖–青田 2017: a fixed return on what was invested, and land quota in exchange. */
export const m12PinghuQingtian: SharingTemplate = {
  id: 'm12-pinghu-qingtian',
  number: 'M12',
  name: { zh: '平湖—青田（实际投资额10%固定收益，土地指标调剂）', en: 'Pinghu–Qingtian (fixed 10 % of actual investment, land quota in exchange)' },
  source: {
    citation: '平湖—青田“飞地”产业园的报道（新华社，2017年）',
    copies: ['31duo.com/news/show-658416.html'],
    verification: 'verified',
    note: '读自报道；收益年限、土地指标数量未列明',
  },
  roles: [role('investor', '投资方（青田）', 'investor (Qingtian)'), role('host', '园区方（平湖）', 'host (Pinghu)')],
  notes: [
    {
      zh: '收益归青田县集体公司：若协议直接将分享收入付给企业，须作公平竞争审查。',
      en: 'The return goes to a collective company of Qingtian: where terms pass a share to a company, fair-competition review is due.',
    },
  ],
  clauses: [
    {
      title: { zh: '固定收益', en: 'Fixed return' },
      basis: [
        reads('base', '收益不依赖园区收入；以园区租金收入为载体', 'the return does not depend on income; the rent of the park stands as the base'),
        says('bands.0.allocation', '每年按实际投资额的10%取得固定收益', '10 % of actual investment every year'),
        reads('bands.0.fromYear', '年限未读到，至协议终止', 'the number of years was not readable: to the end of the agreement'),
      ],
      draft: (cast) =>
        money({
          base: { sources: [{ node: 'income', income: 'rent' }], collectedBy: [cast('host')], scope: 'together' },
          bands: [
            {
              fromYear: 1,
              allocation: {
                node: 'fixed-return',
                payer: cast('host'),
                payee: cast('investor'),
                rate: ['1', '10'],
                on: { node: 'paid-in', measure: 'investment/paid-in' },
              },
            },
          ],
        }),
    },
    {
      title: { zh: '土地指标调剂', en: 'Land quota' },
      basis: [
        says('quota', '青田向平湖调剂土地指标', 'Qingtian makes land quota over to Pinghu'),
        says('rule', '青田向平湖调剂土地指标', 'Qingtian makes land quota over to Pinghu'),
      ],
      draft: (cast) => ({
        node: 'quota',
        quota: 'land',
        rule: { node: 'transfer', from: cast('investor'), to: cast('host') },
        rounding: { node: 'largest-remainder' },
        reporting: { node: 'reporting' },
      }),
    },
  ],
};
