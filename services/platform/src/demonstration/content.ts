import type { AgreementContent, Clause, CooperationMode, Party } from '@lianyu/domain/agreements';
import type { CalendarDate, OrganisationId } from '@lianyu/domain/kernel';
import type { RatioText } from '@lianyu/domain/money';
import { computedClauses } from './computed.ts';

/** What one invented agreement needs beyond the standing clauses. Figures and dates are invented; the clauses are ours. */
export interface Outline {
  readonly title: { readonly zh: string; readonly en: string };
  readonly mode: CooperationMode;
  readonly parties: readonly Party[];
  readonly park: { readonly zh: string; readonly en: string };
  /** Years and the origin's share in them; the destination has the rest. */
  readonly bands: readonly { readonly from: number; readonly to?: number; readonly origin: RatioText }[];
  readonly settlement: { readonly zh: string; readonly en: string };
  /** Its money is computed and settled, and from this day its output counted for appraisal. */
  readonly countedFrom?: CalendarDate;
  readonly startsOn: CalendarDate;
  readonly effectiveOn?: CalendarDate;
  readonly until: CalendarDate;
}

export function agreementOn(outline: Outline): AgreementContent {
  const [origin, destination] = outline.parties.map(({ organisation }) => organisation);
  if (!origin || !destination) throw new RangeError('an outline needs two parties');
  return {
    title: outline.title,
    mode: outline.mode,
    parties: [...outline.parties],
    clauses: [
      text(
        'basis',
        '合作依据',
        'Basis',
        '双方依据国家关于区域协调发展和产业有序转移的政策，本着自愿平等、优势互补、风险共担、利益共享的原则，订立本协议。',
        'The parties conclude this agreement under the national policies on coordinated regional development and the orderly transfer of industry, as equals and of their own will.',
      ),
      text('site', '合作园区', 'Site', outline.park.zh, outline.park.en),
      text(
        'entry',
        '准入条件',
        'Entry conditions',
        '入园项目应当符合国家产业政策和迁入地产业布局，不得引入淘汰类产能；单位用地固定资产投资强度和亩均税收不低于迁入地标准地控制指标。',
        'Projects must fit national industrial policy and the layout of the destination; obsolete capacity is excluded.',
      ),
      text(
        'duties',
        '双方职责',
        'Duties',
        '迁出地负责项目推介、企业对接和人才技术支持；迁入地负责土地、基础设施、要素保障和全过程代办服务。',
        'The origin brings projects, firms and skills; the destination provides land, infrastructure, resources and one-stop service.',
      ),
      ...(outline.countedFrom
        ? computedClauses({ ...outline, countedFrom: outline.countedFrom }, origin, destination)
        : [sharing(outline, origin, destination)]),
      text(
        'statistics',
        '统计口径',
        'Statistics',
        '经济指标按在地原则由迁入地统计部门依法统计并对外使用；双方内部考核的分算办法另行约定，不得对外发布。',
        'Indicators are counted where activity takes place; how the parties count them for internal appraisal is agreed apart and is not published.',
      ),
      text('settlement', '结算', 'Settlement', outline.settlement.zh, outline.settlement.en),
      text(
        'exit',
        '退出与清算',
        'Exit',
        '本协议终止时，未结算的分享款项应当继续结算；共同投入形成的资产按出资比例清算。',
        'What is unsettled at the end is settled all the same; jointly financed assets are divided by contribution.',
      ),
      text(
        'disputes',
        '争议解决',
        'Disputes',
        '因履行本协议发生的争议，由双方协商解决；协商不成的，提请双方共同的上级机关协调。',
        'Disputes are settled by negotiation, failing which the common superior is asked to coordinate.',
      ),
    ],
    effect: outline.effectiveOn === undefined ? { kind: 'on-conclusion' } : { kind: 'on-date', date: outline.effectiveOn },
    until: outline.until,
  };
}

const text = (id: string, zh: string, en: string, textZh: string, textEn: string): Clause => ({
  id,
  heading: { zh, en },
  body: { kind: 'text', text: { zh: textZh, en: textEn } },
});

function sharing(outline: Outline, origin: OrganisationId, destination: OrganisationId): Clause {
  return {
    id: 'sharing',
    heading: { zh: '利益共享', en: 'Sharing of benefits' },
    body: {
      kind: 'sharing',
      term: {
        node: 'share',
        base: {
          node: 'taxes',
          taxes: [
            { tax: 'value-added', level: 'local-retained' },
            { tax: 'enterprise-income', level: 'local-retained' },
            { tax: 'urban-land-use', level: 'local-retained' },
          ],
        },
        start: { node: 'on-date', date: outline.startsOn },
        years: 'calendar',
        allocation: {
          node: 'year-bands',
          bands: outline.bands.map(({ from, to, origin: share }) => ({
            fromYear: from,
            ...(to === undefined ? {} : { toYear: to }),
            shares: [
              { party: origin, ratio: share },
              { party: destination, ratio: rest(share) },
            ],
          })),
        },
        rounding: { node: 'largest-remainder', level: 'total', negative: 'mirror', ties: [origin, destination] },
      },
    },
  };
}

const rest = ([n, d]: RatioText): RatioText => [(BigInt(d) - BigInt(n)).toString(), d];
