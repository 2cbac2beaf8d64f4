import { money, shares } from './parts.ts';
import { reads, role, type SharingTemplate, says } from './template.ts';

/** 川渝高竹新区: what was there stays, what comes is halved. */
export const m7Gaozhu: SharingTemplate = {
  id: 'm7-gaozhu',
  number: 'M7',
  name: { zh: '川渝高竹新区（存量不动，增量五五）', en: 'Gaozhu new area (stock stays, increment half each)' },
  source: {
    citation: '川渝高竹新区的报道（瞭望，2022年）',
    copies: ['baike.sc.xinhuanet.com/sc/a/2379.htm', 'wuwenjie.xyz/wordpress/?p=76081'],
    verification: 'verified',
    note: '读自报道；税种、存量基数、收入低于存量时的处理均未列明',
  },
  roles: [role('first', '原辖区甲', 'first jurisdiction'), role('second', '原辖区乙', 'second jurisdiction')],
  notes: [
    {
      zh: '固定资产投资等指标也按比例切分，比例未读到。',
      en: 'Fixed investment and other indicators are also cut by ratio; the ratio was not readable.',
    },
  ],
  clauses: [
    {
      title: { zh: '增量分享', en: 'Sharing of the increment' },
      basis: [
        says('base.collectedBy', '存量收益各归原辖区，双方各自入库', 'each jurisdiction keeps what it had and collects its own'),
        says('bands.0.allocation', '增量五五分成', 'the increment is shared half each'),
        reads('bands.0.fromYear', '文件未设期限，至协议终止', 'no period is set: to the end of the agreement'),
      ],
      draft: (cast) =>
        money({
          base: { collectedBy: [cast('first'), cast('second')] },
          bands: [
            {
              fromYear: 1,
              allocation: {
                node: 'increment',
                stocks: [{ party: cast('first') }, { party: cast('second') }],
                shares: shares(cast, { first: '1/2', second: '1/2' }),
              },
            },
          ],
        }),
    },
  ],
};
