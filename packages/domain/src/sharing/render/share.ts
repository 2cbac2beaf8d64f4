import { partyName, partyNameEn } from '../../agreements/numerals.ts';
import type { OrganisationId } from '../../kernel/index.ts';
import { exactPercent, type RatioText, ratio } from '../../money/index.ts';
import type { ShareTerm, StartEvent, TaxKind, TaxLevel } from '../term/share.ts';

const taxes: Readonly<Record<TaxKind, { zh: string; en: string }>> = {
  'value-added': { zh: '增值税', en: 'value-added tax' },
  'enterprise-income': { zh: '企业所得税', en: 'enterprise income tax' },
  'individual-income': { zh: '个人所得税', en: 'individual income tax' },
  'urban-land-use': { zh: '城镇土地使用税', en: 'urban land use tax' },
  property: { zh: '房产税', en: 'property tax' },
  'stamp-duty': { zh: '印花税', en: 'stamp duty' },
  'environmental-protection': { zh: '环境保护税', en: 'environmental protection tax' },
};
const levels: Readonly<Record<TaxLevel, { zh: string; en: string }>> = {
  gross: { zh: '全额', en: 'gross' },
  'local-share': { zh: '地方分成部分', en: 'local share' },
  'local-retained': { zh: '地方留成部分', en: 'locally retained part' },
};
const milestones: Readonly<Record<Extract<StartEvent, { node: 'on-milestone' }>['milestone'], { zh: string; en: string }>> = {
  'first-tax': { zh: '首笔税款入库', en: 'the first tax is paid' },
  'in-production': { zh: '首个项目投产', en: 'the first project is in production' },
  'full-capacity': { zh: '首个项目达产', en: 'the first project reaches full capacity' },
  'construction-start': { zh: '首个项目开工', en: 'construction of the first project starts' },
};

/** A sharing term in words, a paragraph for each of its nodes. */
export function shareTermText(term: ShareTerm, parties: readonly OrganisationId[]): { zh: string[]; en: string[] } {
  const zh = (party: OrganisationId) => partyName(parties.indexOf(party));
  const en = (party: OrganisationId) => partyNameEn(parties.indexOf(party));
  return {
    zh: [
      `分享基数为下列税收之和：${term.base.taxes.map(({ tax, level }) => `${taxes[tax].zh}（${levels[level].zh}）`).join('、')}。`,
      `${startZh(term.start)}，按${term.years === 'calendar' ? '自然年度' : '周年'}计算年度，各年度按下列比例分享：`,
      ...term.allocation.bands.map(
        (band) => `${yearsZh(band)}：${band.shares.map(({ party, ratio: share }) => `${zh(party)}${shareText(share)}`).join('，')}；`,
      ),
      `尾差在${term.rounding.level === 'total' ? '合计' : '分税种'}层级按最大余额法处理，余额相同时依次归${term.rounding.ties.map(zh).join('、')}；基数为负时${term.rounding.negative === 'mirror' ? '按相同比例反向分担' : '结转下期抵减'}。`,
    ],
    en: [
      `The base is the sum of: ${term.base.taxes.map(({ tax, level }) => `${taxes[tax].en} (${levels[level].en})`).join(', ')}.`,
      `${startEn(term.start)}, counting ${term.years === 'calendar' ? 'calendar years' : 'anniversary years'}, it is shared as follows:`,
      ...term.allocation.bands.map(
        (band) => `${yearsEn(band)}: ${band.shares.map(({ party, ratio: share }) => `${en(party)} ${shareText(share)}`).join(', ')};`,
      ),
      `Odd fen are placed ${term.rounding.level === 'total' ? 'on the total' : 'tax by tax'} by largest remainder, ties going in turn to ${term.rounding.ties.map(en).join(', ')}; a negative base is ${term.rounding.negative === 'mirror' ? 'borne in the same ratios' : 'carried forward'}.`,
    ],
  };
}

function startZh(start: StartEvent): string {
  return start.node === 'on-date' ? `自${start.date}起` : `自${milestones[start.milestone].zh}之日起`;
}

function startEn(start: StartEvent): string {
  return start.node === 'on-date' ? `From ${start.date}` : `From the day ${milestones[start.milestone].en}`;
}

interface Years {
  readonly fromYear: number;
  readonly toYear?: number | undefined;
}

function yearsZh({ fromYear, toYear }: Years): string {
  return toYear === undefined ? `第${fromYear}年起` : toYear === fromYear ? `第${fromYear}年` : `第${fromYear}年至第${toYear}年`;
}

function yearsEn({ fromYear, toYear }: Years): string {
  return toYear === undefined ? `From year ${fromYear} on` : toYear === fromYear ? `Year ${fromYear}` : `Years ${fromYear} to ${toYear}`;
}

/** Per cent where that is exact; always the fraction as signed, so that 1/2 and 2/4 stay two texts. */
function shareText(share: RatioText): string {
  const percent = exactPercent(ratio(share));
  return percent === undefined ? `${share[0]}/${share[1]}` : `${percent}%（${share[0]}/${share[1]}）`;
}
