import { shares, statistics } from './parts.ts';
import { reads, role, type SharingTemplate, says } from './template.ts';

/** 苏州 2009/2010: two thirds of output and value added count where the enterprise came from. */
export const m15Suzhou: SharingTemplate = {
  id: 'm15-suzhou',
  number: 'M15',
  name: {
    zh: '苏州城区异地开发统计（三分之二计入输出地）',
    en: 'Suzhou: statistics of development elsewhere (two thirds to the exporting district)',
  },
  source: {
    citation: '苏府办〔2010〕217号',
    copies: ['51ttly.com/bbs02 tid=16598'],
    verification: 'verified',
    note: '读自法规检索副本和2009年公告转载；计入期限未列明',
  },
  roles: [role('exporter', '输出地', 'exporting district'), role('host', '落户地', 'landing district')],
  notes: [{ zh: '双方统计部门共同建立项目名录。', en: 'The statistics offices of both sides keep a register of projects together.' }],
  clauses: [
    {
      title: { zh: '产值与增加值分计', en: 'Output and value added' },
      basis: [
        reads('placesOfOperation', '统计在落户地', 'statistics are of the landing district'),
        says('bands.0.indicators', '产值、增加值的三分之二计入输出地', 'two thirds of output and value added count for the exporting district'),
        reads('bands.0.fromYear', '文件未设期限，至协议终止', 'no period is set: to the end of the agreement'),
      ],
      draft: (cast) => {
        const twoThirds = { node: 'split' as const, shares: shares(cast, { exporter: '2/3', host: '1/3' }) };
        return statistics({
          placesOfOperation: [cast('host')],
          bands: [
            {
              fromYear: 1,
              indicators: [
                { indicator: 'gross-industrial-output', counting: twoThirds },
                { indicator: 'industrial-value-added', counting: twoThirds },
              ],
            },
          ],
        });
      },
    },
  ],
};
