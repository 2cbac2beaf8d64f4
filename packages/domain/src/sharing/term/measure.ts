import { z } from 'zod';
import type { Unit } from '../../money/index.ts';

/**
 * Taxes that may be named in a base. Which of them exists at a date, and whose it is, is dated reference data (domain rule
 * 11): 营业税 (`business`) ended with 2016-04-30 and stands here because signed terms, 财预〔2015〕92号 among them, name it.
 */
export const schemeTax = z.enum([
  'value-added',
  'enterprise-income',
  'individual-income',
  'business',
  'urban-land-use',
  'property',
  'land-value-added',
  'deed',
  'resource',
  'urban-maintenance',
  'stamp-duty',
  'environmental-protection',
]);
export type SchemeTax = z.infer<typeof schemeTax>;

/** Which part of a tax: all that is collected (全额), the local share (地方分成部分), or what the city or county keeps of it (地方留成部分). */
export const levels = ['gross', 'local-share', 'local-retained'] as const;
export const schemeLevel = z.enum(levels);
export type SchemeLevel = (typeof levels)[number];

/** Money that is no tax: it may move directly between the parties. */
export const incomes = ['rent', 'dividend', 'land-revenue', 'non-tax', 'operating-profit'] as const;
export const incomeKind = z.enum(incomes);
export type IncomeKind = (typeof incomes)[number];

/** What a party has laid out: direct investment, spending on preferential policies, aid for infrastructure, clearing a failed project. */
export const outlays = ['direct-investment', 'policy-spending', 'infrastructure-aid', 'clearance-cost'] as const;
export const outlayKind = z.enum(outlays);
export type OutlayKind = (typeof outlays)[number];

/** Economic indicators, each in its unit. `domestic-capital` is 省外到位资金, `foreign-capital` 实际使用外资. */
export const indicatorUnits = {
  'gross-industrial-output': 'fen',
  'industrial-value-added': 'fen',
  gdp: 'fen',
  'fixed-asset-investment': 'fen',
  'operating-revenue': 'fen',
  'service-revenue': 'fen',
  'trade-sales': 'fen',
  'domestic-capital': 'fen',
  'foreign-capital': 'usd-cent',
  'foreign-trade': 'usd-cent',
  'new-jobs': 'person',
  'energy-consumption': 'tce',
} as const satisfies Record<string, Unit>;
export type IndicatorKind = keyof typeof indicatorUnits;
export const indicatorKind = z.enum(Object.keys(indicatorUnits) as [IndicatorKind, ...IndicatorKind[]]);

/** Quotas of resources, each in its unit. */
export const quotaUnits = { land: 'mu', energy: 'tce', electricity: 'kwh', carbon: 'tco2', water: 'm3' } as const satisfies Record<string, Unit>;
export type QuotaKind = keyof typeof quotaUnits;
export const quotaKind = z.enum(Object.keys(quotaUnits) as [QuotaKind, ...QuotaKind[]]);
/** `granted` by whoever allots quotas, `transferred` between the parties, then `reserved`, `used` or `returned`. */
export const quotaMovements = ['granted', 'transferred', 'reserved', 'used', 'returned'] as const;
export type QuotaMovement = (typeof quotaMovements)[number];

/**
 * What a figure measures: a closed list of codes, each in one unit (`unitOf`).
 *
 * - `tax/<tax>/<level>`: tax paid into the treasury (入库) in a period, at that level;
 * - `refund/<tax>/<level>`: tax paid back (退库), a positive amount; `credit-refund/…`: 留抵退税, likewise;
 * - `income/<kind>`, `policy-benefit` (preferential policy that enterprises enjoyed), `subsidy/discretionary` (recorded, never computed);
 * - `outlay/<kind>`: what a party paid out in a period; `investment/paid-in`: investment in place, which returns are computed on;
 * - `indicator/<kind>`, `count/delivered` (things handed over and standing), `quota/<kind>/<movement>`.
 */
export type Measure =
  | `tax/${SchemeTax}/${SchemeLevel}`
  | `refund/${SchemeTax}/${SchemeLevel}`
  | `credit-refund/${SchemeTax}/${SchemeLevel}`
  | `income/${IncomeKind}`
  | `outlay/${OutlayKind}`
  | `indicator/${IndicatorKind}`
  | `quota/${QuotaKind}/${QuotaMovement}`
  | 'investment/paid-in'
  | 'policy-benefit'
  | 'subsidy/discretionary'
  | 'count/delivered';

const unitByMeasure: ReadonlyMap<Measure, Unit> = new Map<Measure, Unit>([
  ...(['tax', 'refund', 'credit-refund'] as const).flatMap((kind) =>
    schemeTax.options.flatMap((tax) => levels.map((level): [Measure, Unit] => [`${kind}/${tax}/${level}`, 'fen'])),
  ),
  ...incomes.map((income): [Measure, Unit] => [`income/${income}`, 'fen']),
  ...outlays.map((outlay): [Measure, Unit] => [`outlay/${outlay}`, 'fen']),
  ['investment/paid-in', 'fen'],
  ['policy-benefit', 'fen'],
  ['subsidy/discretionary', 'fen'],
  ['count/delivered', 'piece'],
  ...indicatorKind.options.map((kind): [Measure, Unit] => [`indicator/${kind}`, indicatorUnits[kind]]),
  ...quotaKind.options.flatMap((kind) => quotaMovements.map((movement): [Measure, Unit] => [`quota/${kind}/${movement}`, quotaUnits[kind]])),
]);

/** Every code, in the order above. */
export const measures: readonly Measure[] = [...unitByMeasure.keys()];
export const measure = z.enum(measures as [Measure, ...Measure[]]);
/** The same in terms, where it is named often: once in a JSON schema. */
export const termMeasure = measure.meta({ id: 'measure' });

/** The unit that figures of a measure are counted in. */
export function unitOf(code: Measure): Unit {
  const found = unitByMeasure.get(code);
  if (!found) throw new RangeError(`no measure: ${code}`);
  return found;
}
