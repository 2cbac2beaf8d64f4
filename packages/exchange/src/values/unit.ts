import type { Unit } from '@lianyu/domain/money';

/** A unit as tables name it: of which quantity, and how many decimal places above it. `万元` is yuan moved by four. */
export interface NamedUnit {
  readonly unit: Unit;
  readonly power: number;
}

const bases: readonly (readonly [Unit, readonly string[]])[] = [
  ['fen', ['元', '人民币元', 'yuan', 'rmb', 'cny']],
  ['usd-cent', ['美元', 'usd', 'us dollar', 'us dollars']],
  ['mu', ['亩', 'mu']],
  ['kwh', ['千瓦时', '度', 'kwh']],
  ['tce', ['吨标准煤', '吨标煤', 'tce']],
  ['tco2', ['吨二氧化碳', 'tco2']],
  ['m3', ['立方米', '方', 'm3', 'm³']],
  ['person', ['人', 'person', 'persons']],
  ['piece', ['个', '件', '座', '家', 'piece', 'pieces']],
];
const powers: readonly (readonly [number, readonly string[]])[] = [
  [0, ['']],
  [3, ['千', 'thousand ']],
  [4, ['万', '10 000 ', '10000 ']],
  [6, ['百万', 'million ']],
  [8, ['亿', '100 million ']],
];

const known: ReadonlyMap<string, NamedUnit> = new Map(
  bases.flatMap(([unit, names]) =>
    powers.flatMap(([power, before]) => names.flatMap((name) => before.map((prefix): [string, NamedUnit] => [`${prefix}${name}`, { unit, power }]))),
  ),
);

/** `万元`, `亿美元`, `10 000 tce`; nothing when it is no unit that figures are reported in. */
export function unitNamed(text: string): NamedUnit | undefined {
  return known.get(
    text
      .trim()
      .toLowerCase()
      .replace(/^人民币(?=[千万百亿])/, ''),
  );
}
