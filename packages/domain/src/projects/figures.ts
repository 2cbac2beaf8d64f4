import { z } from 'zod';
import { countText, type Unit } from '../money/index.ts';

/**
 * What is promised of a project and measured on it. Investment is told by where its capital is from: 区内 (of the autonomous
 * region or province), 区外 (of another one), 外资. Tax and energy are those of one year.
 */
export const indicators = {
  'investment-inside': 'fen', // 区内资金
  'investment-outside': 'fen', // 区外资金
  'investment-foreign': 'fen', // 外资
  'fixed-assets': 'fen', // 固定资产投资
  land: 'mu', // 用地
  tax: 'fen', // 年税收
  energy: 'tce', // 年综合能耗
  jobs: 'person', // 就业
} as const satisfies Readonly<Record<string, Unit>>;
export const indicator = z.enum(Object.keys(indicators) as [Indicator, ...Indicator[]]);
export type Indicator = keyof typeof indicators;

/** A whole number of the smallest part of the indicator's unit. */
export const projectFigure = z.strictObject({ indicator, amount: countText });
export type ProjectFigure = z.infer<typeof projectFigure>;

export type Amounts = Readonly<Partial<Record<Indicator, string>>>;

const investments = ['investment-inside', 'investment-outside', 'investment-foreign'] as const;

/** All capital together, in fen; undefined where none is told. */
export function investmentOf(amounts: Amounts): bigint | undefined {
  const told = investments.flatMap((each) => amounts[each] ?? []);
  return told.length === 0 ? undefined : told.reduce((sum, each) => sum + BigInt(each), 0n);
}

/**
 * 投资强度 and 亩均税收: fen for each mu, rounded half up (标准地, 内政办发〔2025〕23号). They always follow from what is told, so that
 * nothing can be stated that the amounts do not say.
 */
export function perMu(amounts: Amounts, of: 'fixed-assets' | 'tax'): bigint | undefined {
  const [amount, land] = [amounts[of], amounts.land];
  if (amount === undefined || land === undefined || land === '0') return undefined;
  const area = BigInt(land);
  return (BigInt(amount) * 10_000n * 2n + area) / (area * 2n);
}
