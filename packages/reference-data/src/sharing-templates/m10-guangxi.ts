import { statistics } from './parts.ts';
import { reads, role, type SharingTemplate, says } from './template.ts';

/** 广西 桂政办发〔2024〕37号 第七条(三): figures may count for both sides in the appraisal of parks, and never in public. */
export const m10Guangxi: SharingTemplate = {
  id: 'm10-guangxi',
  number: 'M10',
  name: { zh: '广西园区年度考核（双方计入，不得对外发布）', en: 'Guangxi: annual appraisal of parks (counted for both, not to be published)' },
  source: {
    citation: '桂政办发〔2024〕37号第七条第（三）项',
    copies: ['tjj.gxzf.gov.cn（桂统函〔2025〕29号）', 'zhaoxny.com/p/ca26a610899b.html'],
    verification: 'verified',
    note: '读自统计局复函和转载；可双方计入的指标种类未列明',
  },
  roles: [role('sender', '转出地', 'sending side'), role('receiver', '承接地', 'receiving side')],
  notes: [
    {
      zh: '官方统计由承接地按国家制度统计并对外使用；双方计入的数据仅供内部考核。',
      en: 'Official statistics are the receiving side’s, under national rules; figures counted twice are for internal appraisal only.',
    },
  ],
  clauses: [
    {
      title: { zh: '考核指标双方计入', en: 'Indicators counted for both' },
      basis: [
        says('placesOfOperation', '由承接地统计', 'counted by the receiving side'),
        says('bands.0.indicators', '年度考核中可双方计入', 'in the annual appraisal they may count for both'),
        reads('bands.0.fromYear', '文件未设期限，至协议终止', 'no period is set: to the end of the agreement'),
        says('reporting.period', '年度考核', 'annual appraisal'),
      ],
      draft: (cast) =>
        statistics({
          placesOfOperation: [cast('receiver')],
          bands: [{ fromYear: 1, indicators: [{ counting: { node: 'full-on-each', parties: [cast('sender'), cast('receiver')] } }] }],
          reporting: { period: 'year' },
        }),
    },
  ],
};
