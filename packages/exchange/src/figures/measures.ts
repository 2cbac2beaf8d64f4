import {
  levelWords,
  type Measure,
  measures,
  measureWords,
  type SchemeLevel,
  type SchemeTax,
  schemeLevel,
  schemeTax,
  taxWords,
} from '@lianyu/domain/sharing';
import type { Read } from '../values/problem.ts';

/** Names that tables use beside the words of the field. */
const alsoTaxes: Readonly<Partial<Record<SchemeTax, readonly string[]>>> = {
  'enterprise-income': ['企业所得税款', 'corporate income tax', 'cit'],
  'individual-income': ['个税', 'personal income tax'],
  'urban-land-use': ['土地使用税'],
  'urban-maintenance': ['城建税'],
  'environmental-protection': ['环保税'],
  'value-added': ['vat'],
};
const alsoLevels: Readonly<Record<SchemeLevel, readonly string[]>> = {
  gross: ['合计', '总额'],
  'local-share': ['地方分成', '地方级', 'local'],
  'local-retained': ['地方留成', '地方留存', '县区留成', 'retained'],
};
const movements: Readonly<Record<'tax' | 'refund' | 'credit-refund', readonly string[]>> = {
  tax: ['', '入库', '缴纳', '入库数', 'paid', 'payment', 'tax'],
  refund: ['退库', '退税', '退库数', 'refund', 'paid back'],
  'credit-refund': ['留抵退税', '留抵退税数', 'credit refund', 'credit-refund'],
};

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
const taxes = named(schemeTax.options, (tax) => [tax, taxWords[tax].zh, taxWords[tax].en, ...(alsoTaxes[tax] ?? [])]);
const levels = named(schemeLevel.options, (level) => [level, levelWords[level].zh, levelWords[level].en, ...alsoLevels[level]]);
const kinds = named(['tax', 'refund', 'credit-refund'] as const, (kind) => movements[kind]);
const whole = named(measures, (measure) => [measure, measureWords[measure].zh, measureWords[measure].en]);

function named<Code extends string>(codes: readonly Code[], namesOf: (code: Code) => readonly string[]): ReadonlyMap<string, Code> {
  return new Map(codes.flatMap((code) => namesOf(code).map((name): [string, Code] => [plain(name), code])));
}

/** A measure by its code or its name, as lists of figures that were exported here have it. */
export function measureNamed(text: string): Read<Measure> {
  return whole.get(plain(text)) ?? { problem: 'measure-unknown' };
}

/** A measure of tax out of three columns: which tax, at which level, paid or paid back. Without a word for the last it was paid. */
export function taxMeasureNamed(tax: string, level: string, movement: string): Read<Measure> {
  const [which, kind] = [taxes.get(plain(tax)), kinds.get(plain(movement))];
  if (!which || !kind) return { problem: 'measure-unknown' };
  const at = levels.get(plain(level));
  return at ? `${kind}/${which}/${at}` : { problem: level.trim() === '' ? 'level-missing' : 'measure-unknown' };
}
