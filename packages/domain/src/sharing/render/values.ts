import type { CalendarDate, OrganisationId } from '../../kernel/index.ts';
import { exactPercent, type RatioText, ratio, type Unit, units } from '../../money/index.ts';
import type { Body, PartyShares, ShortName } from '../term/index.ts';
import { list, party, pattern, type Syntax, say, via, type Words, word } from './syntax.ts';

/** Values as they stand in the text: dates, amounts, ratios, names. */

export const AND: Words = { zh: '、', en: ', ' };
export const COMMA: Words = { zh: '，', en: ', ' };
export const SEMICOLON: Words = { zh: '；', en: '; ' };

const NUMBER = /\d+/;
export const count: Syntax<number> = pattern({ zh: NUMBER, en: NUMBER }, String, ([text]) => Number(text));

export const digits: Syntax<string> = pattern(
  { zh: NUMBER, en: NUMBER },
  (text) => text,
  ([text]) => text,
);

export const date: Syntax<CalendarDate> = pattern(
  { zh: /(\d{4})年(\d{1,2})月(\d{1,2})日/, en: /(\d{4})-(\d{2})-(\d{2})/ },
  (value, { language }) => {
    const [year, month, day] = value.split('-');
    return language === 'zh' ? `${year}年${Number(month)}月${Number(day)}日` : value;
  },
  ([, year, month, day]) => `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` as CalendarDate,
);

const unitWords: Readonly<Record<Unit, Words>> = {
  fen: { zh: '元', en: ' yuan' },
  mu: { zh: '亩', en: ' mu' },
  kwh: { zh: '千瓦时', en: ' kWh' },
  tce: { zh: '吨标准煤', en: ' tce' },
  tco2: { zh: '吨二氧化碳', en: ' t CO2' },
  m3: { zh: '立方米', en: ' m3' },
  'usd-cent': { zh: '美元', en: ' US dollars' },
  person: { zh: '人', en: ' persons' },
  piece: { zh: '件', en: ' pieces' },
};
const unit = word(unitWords);

/** A whole number of the unit's smallest part, with thousands and the unit's own decimals: 1,234,567.89元. */
export interface Quantity {
  readonly amount: string;
  readonly unit: Unit;
}

const DECIMAL = /(-?)(\d{1,3}(?:,\d{3})*)(?:\.(\d+))?/;
const decimal = pattern<{ whole: string; part: string }>(
  { zh: DECIMAL, en: DECIMAL },
  ({ whole, part }) => `${grouped(whole)}${part === '' ? '' : `.${part}`}`,
  ([, sign, whole = '', part = '']) => ({ whole: `${sign}${whole.replaceAll(',', '')}`, part }),
);

export const quantity: Syntax<Quantity> = via(
  say<{ number: { whole: string; part: string }; unit: Unit }>({ zh: '{number}{unit}', en: '{number}{unit}' }, { number: decimal, unit }),
  ({ amount, unit: of }) => ({ number: decimals(amount, units[of].digits), unit: of }),
  ({ number, unit: of }) => ({ amount: `${number.whole}${number.part}`.replace(/^(-?)0+(?=\d)/, '$1'), unit: of }),
);

/** Quantities of a known unit. */
export const quantityIn = (of: Unit): Syntax<string> =>
  via<string, Quantity>(
    quantity,
    (amount) => ({ amount, unit: of }),
    ({ amount }) => amount,
  );
export const money = quantityIn('fen');

function decimals(amount: string, places: number): { whole: string; part: string } {
  const negative = amount.startsWith('-');
  const all = (negative ? amount.slice(1) : amount).padStart(places + 1, '0');
  const at = all.length - places;
  return { whole: `${negative ? '-' : ''}${all.slice(0, at)}`, part: all.slice(at) };
}

const grouped = (whole: string) => whole.replace(/\B(?=(\d{3})+$)/g, ',');

/** Per cent where that is exact, and always the fraction as signed, so that 1/2 and 2/4 stay two texts. */
export const share: Syntax<RatioText> = pattern(
  { zh: /(?:[\d.]+%（(\d+)\/(\d+)）)|(\d+)\/(\d+)/, en: /(?:[\d.]+ % \((\d+)\/(\d+)\))|(\d+)\/(\d+)/ },
  (value, { language }) => {
    const percent = exactPercent(ratio(value));
    const fraction = value.join('/');
    if (percent === undefined) return fraction;
    return language === 'zh' ? `${percent}%（${fraction}）` : `${percent} % (${fraction})`;
  },
  ([, n, d, otherN, otherD]) => [n ?? otherN ?? '', d ?? otherD ?? ''],
);

export const shares: Syntax<PartyShares> = list(
  say<PartyShares[number]>({ zh: '{party}{ratio}', en: '{party} {ratio}' }, { party, ratio: share }),
  COMMA,
) as Syntax<PartyShares>;

export const parties: Syntax<OrganisationId[]> = list(party, AND) as Syntax<OrganisationId[]>;

/** Words of the parties' own, in quotation marks; what would end them is escaped. */
export const quoted: Syntax<string> = pattern(
  { zh: /「((?:[^」\\]|\\.)*)」/, en: /“((?:[^”\\]|\\.)*)”/ },
  (text, { language }) => {
    const inner = text.replace(/[\\」”]/g, '\\$&').replaceAll('\n', '\\n');
    return language === 'zh' ? `「${inner}」` : `“${inner}”`;
  },
  ([, inner = '']) => inner.replace(/\\(.)/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped)),
);

/** A name in the language of the text; English may lack one, and then reads the Chinese. Put together again by `merged`. */
export const name: Syntax<ShortName> = {
  print: (value, as) => quoted.print(as.language === 'zh' ? value.zh : value.en || value.zh, as),
  *read(text, at, as) {
    for (const [value, end] of quoted.read(text, at, as)) yield [{ [as.language]: value }, end];
  },
};

const identifier = pattern<OrganisationId>({ zh: /[a-z0-9][a-z0-9-]*/, en: /[a-z0-9][a-z0-9-]*/ }, String, ([text]) => text as OrganisationId);

export const body: Syntax<Body> = say<Body>(
  { zh: '{name}（{kind}，代码{organisation}）', en: '{name} ({kind}, code {organisation})' },
  {
    name,
    organisation: identifier,
    kind: word<Body['kind']>({
      zone: { zh: '开发区或者合作区', en: 'zone' },
      government: { zh: '人民政府', en: 'government' },
      'finance-office': { zh: '财政部门', en: 'finance office' },
      'statistics-office': { zh: '统计部门', en: 'statistics office' },
      committee: { zh: '委员会', en: 'committee' },
      fund: { zh: '基金', en: 'fund' },
      company: { zh: '企业', en: 'company' },
      'court-or-arbitration': { zh: '法院或者仲裁机构', en: 'court or arbitration' },
      other: { zh: '其他机构', en: 'other body' },
    }),
  },
);

/** 第1年至第10年, 第3年, 第11年起. */
interface Years {
  readonly fromYear: number;
  readonly toYear?: number | undefined;
}
export const bandYears: Syntax<Years> = pattern<Years>(
  { zh: /第(\d+)年(?:至第(\d+)年|(起))?/, en: /year (\d+)(?: to year (\d+)|( on))?/ },
  ({ fromYear, toYear }, { language }) => {
    const zh = language === 'zh';
    const first = zh ? `第${fromYear}年` : `year ${fromYear}`;
    if (toYear === undefined) return `${first}${zh ? '起' : ' on'}`;
    return toYear === fromYear ? first : `${first}${zh ? `至第${toYear}年` : ` to year ${toYear}`}`;
  },
  ([, from, to, open]) => ({ fromYear: Number(from), ...(open === undefined ? { toYear: Number(to ?? from) } : {}) }),
);
