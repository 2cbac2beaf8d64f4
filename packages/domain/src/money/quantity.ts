import { z } from 'zod';

/**
 * Units with the scale that is fixed for each (MN-4): a quantity is a whole number of the smallest part, as a bigint, on the
 * wire a string of digits. `digits` is how many decimals the unit itself has: 1 mu is 10 000 of the smallest part.
 */
export const units = {
  /** Money: yuan with two decimals, counted in fen (MN-1). */
  fen: { digits: 2 },
  /** 亩, a fifteenth of a hectare. */
  mu: { digits: 4 },
  /** 千瓦时 */
  kwh: { digits: 2 },
  /** 吨标准煤, tonne of coal equivalent. */
  tce: { digits: 4 },
  /** 吨二氧化碳 */
  tco2: { digits: 4 },
  /** 立方米 */
  m3: { digits: 2 },
  /** US dollars, counted in cents: foreign capital and trade are reported in them. */
  'usd-cent': { digits: 2 },
  person: { digits: 0 },
  /** Things that are counted: greenhouses, projects, enterprises. */
  piece: { digits: 0 },
} as const;
export const unit = z.enum(Object.keys(units) as [Unit, ...Unit[]]);
export type Unit = keyof typeof units;

/** A quantity on the wire: a whole number of the unit's smallest part, `"-1234"`; at most 18 digits. */
export const wholeText = z.string().regex(/^(0|-?[1-9]\d{0,17})$/);
/** The same, zero or more. */
export const countText = z.string().regex(/^(0|[1-9]\d{0,17})$/);
/** The same, above zero. */
export const positiveText = z.string().regex(/^[1-9]\d{0,17}$/);
