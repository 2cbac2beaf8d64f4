import type { wallZh } from './texts.ts';

/** Where things stand on the schematic, in its own units (780 wide). It says who neighbours whom, not where borders run. */
export const WIDTH = 780;
/** What stands below the lowest thing drawn. */
export const MARGIN = 34;
export const TILE = { width: 78, height: 46 } as const;

export type League = keyof typeof wallZh.league;
export type Group = keyof typeof wallZh.group;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The upper left corners of the twelve leagues and cities, by the first four digits of GB/T 2260. */
export const leagues: Readonly<Record<League, Point>> = {
  '1529': { x: 24, y: 236 },
  '1503': { x: 24, y: 288 },
  '1508': { x: 108, y: 236 },
  '1506': { x: 108, y: 288 },
  '1502': { x: 192, y: 236 },
  '1501': { x: 276, y: 236 },
  '1509': { x: 318, y: 184 },
  '1525': { x: 360, y: 132 },
  '1504': { x: 444, y: 158 },
  '1505': { x: 486, y: 106 },
  '1522': { x: 486, y: 54 },
  '1507': { x: 402, y: 28 },
};

/** Corner, and how many stand beside each other, of the partner regions. */
export const groups: Readonly<Record<Group, Point & { readonly columns: number }>> = {
  northeast: { x: 640, y: 56, columns: 1 },
  capital: { x: 640, y: 232, columns: 1 },
  yellow: { x: 90, y: 420, columns: 4 },
  delta: { x: 560, y: 420, columns: 1 },
  bay: { x: 686, y: 420, columns: 1 },
  elsewhere: { x: 670, y: 556, columns: 1 },
  region: { x: 40, y: 50, columns: 2 },
};

const byProvince: Readonly<Record<string, Group>> = {
  '11': 'capital',
  '12': 'capital',
  '13': 'capital',
  '21': 'northeast',
  '22': 'northeast',
  '23': 'northeast',
  '14': 'yellow',
  '37': 'yellow',
  '41': 'yellow',
  '51': 'yellow',
  '61': 'yellow',
  '62': 'yellow',
  '63': 'yellow',
  '64': 'yellow',
  '31': 'delta',
  '32': 'delta',
  '33': 'delta',
  '34': 'delta',
  '44': 'bay',
  '15': 'region',
};

export function leagueOf(regionCode: string): League | undefined {
  const code = regionCode.slice(0, 4);
  return code in leagues ? (code as League) : undefined;
}

export const groupOf = (regionCode: string): Group => byProvince[regionCode.slice(0, 2)] ?? 'elsewhere';
