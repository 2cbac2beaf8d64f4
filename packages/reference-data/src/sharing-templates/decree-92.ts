import { byRatio, money, onMilestones, tax, yuanText } from './parts.ts';
import { body, reads, role, type SharingTemplate, says } from './template.ts';

const CAP = 'pre-move-taxes';

/** 财预〔2015〕92号, of the ministry of finance and the tax administration: enterprises that move within 京津冀. */
export const decree92: SharingTemplate = {
  id: 'decree-92-jing-jin-ji',
  number: '92',
  name: { zh: '京津冀产业转移对接企业税收收入分享办法', en: 'Sharing of tax revenue of enterprises transferred within Beijing-Tianjin-Hebei' },
  source: {
    citation: '财预〔2015〕92号',
    copies: ['tfcjtax.com/a/201908/1dinedpfxs825.shtml', 'news.hebei.com.cn/system/2015/06/24/015783546.shtml'],
    verification: 'verified',
    note: '分享方案已读；“办理资金结算”一节的具体文字未能读到',
  },
  roles: [
    role('origin', '迁出地区', 'origin'),
    role('destination', '迁入地区', 'destination'),
    body('central-finance', '中央财政', 'central finance'),
  ],
  notes: [
    { zh: '属于市场行为的自由迁移企业不纳入分享范围。', en: 'Enterprises that move by themselves, as the market has it, are not shared.' },
    {
      zh: '营业税自2016年5月1日起并入增值税，本办法未见相应修订；以何税种代替须由各方约定。',
      en: 'Business tax became value-added tax on 2016-05-01; no revision of the measures was found, so what stands in its place is for the parties to agree.',
    },
  ],
  clauses: [
    {
      title: { zh: '三税分享', en: 'Sharing of the three taxes' },
      basis: [
        says('base.sources', '增值税、企业所得税、营业税三税地方分成部分', 'the local share of value-added, enterprise income and business tax'),
        reads('base.collectedBy', '税收属地征收，由迁入地区入库', 'tax is collected where the enterprise is, at the destination'),
        says('base.scope', '以企业为单位：每个企业有自己的起始、条件与上限', 'enterprise by enterprise, each with its own start, tests and cap'),
        says('base.refunds.ordinary', '包含缴纳和退库', 'payments and refunds both'),
        says('clock.start', '完成工商和税务登记变更并达产后', 'after the registrations are changed and full capacity is reached'),
        says('eligibility.0', '迁出前三年内年均缴纳“三税”大于或等于2000万元', 'on average at least 20 million yuan a year in the three years before'),
        says('eligibility.1', '由迁出地区政府主导', 'led by the government of the origin'),
        says('eligibility.2', '企业名单由双方省级政府共同确认', 'the list is confirmed jointly by both provincial governments'),
        says('bands', '三年内按50%:50%分享；未达上限再延长两年', 'half each for three years, two more while the cap is not reached'),
        says('caps', '以迁移前三年缴纳的“三税”总和为上限，达到后不再分享', 'up to the sum of the three taxes of the three years before the move'),
        reads('caps.0.counts', '仅有分享额计入上限', 'only shares count towards the cap'),
        says(
          'discretionary',
          '此后由中央财政一次性给予迁出地区适当补助，金额不作计算',
          'thereafter a one-off central subsidy, whose amount is not computed',
        ),
      ],
      draft: (cast) => {
        const history = { node: 'figures-before' as const, milestone: 'relocated' as const, years: 3, party: cast('origin') };
        const half = byRatio(cast, { origin: '1/2', destination: '1/2' });
        return money({
          base: {
            sources: [tax('value-added', 'local-share'), tax('enterprise-income', 'local-share'), tax('business', 'local-share')],
            collectedBy: [cast('destination')],
            scope: 'each-company',
            refunds: { ordinary: { node: 'all' } },
          },
          clock: { start: onMilestones('registration-changed', 'full-capacity') },
          eligibility: [
            { node: 'average-at-least', history, amount: yuanText('20000000') },
            { node: 'milestone-confirmed', milestone: 'origin-led' },
            { node: 'milestone-confirmed', milestone: 'jointly-confirmed' },
          ],
          bands: [
            { fromYear: 1, toYear: 3, allocation: half },
            { fromYear: 4, toYear: 5, onlyIf: { node: 'cap-not-reached', cap: CAP }, allocation: half },
          ],
          caps: [
            {
              node: 'cap',
              id: CAP,
              party: cast('origin'),
              over: 'whole',
              amount: { node: 'from-history', history, times: ['1', '1'] },
              excessTo: cast('destination'),
              counts: 'shares',
            },
          ],
          discretionary: [
            {
              node: 'discretionary',
              name: { zh: '中央财政一次性补助', en: 'one-off subsidy of central finance' },
              payer: { organisation: cast('central-finance'), name: { zh: '中央财政', en: 'central finance' }, kind: 'finance-office' },
              payee: cast('origin'),
              when: { node: 'cap-not-reached', cap: CAP },
            },
          ],
        });
      },
    },
  ],
};
