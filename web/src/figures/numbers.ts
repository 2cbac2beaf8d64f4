import type { FigureDocument, MilestoneDocument } from '@lianyu/projections/folds';
import type { Tone } from '../ui/index.ts';

export type AnyReport = FigureDocument | MilestoneDocument;

export const isFigure = (report: AnyReport): report is FigureDocument => 'measure' in report;

/** F-12 and M-3: how a figure and a milestone are called within their agreement. */
export const numberOf = (report: Pick<AnyReport, 'number'> & Partial<FigureDocument>): string =>
  `${report.measure === undefined ? 'M' : 'F'}-${report.number}`;

export const phaseTone: Readonly<Record<AnyReport['phase'], Tone>> = {
  reported: 'wait',
  questioned: 'fail',
  confirmed: 'ok',
  withdrawing: 'wait',
  withdrawn: 'neutral',
  superseded: 'neutral',
};

/** 2024 年, 2024 年第 3 季度, 2024-03 or both days: a period as one says it. */
export function periodText({ from, to }: { readonly from: string; readonly to: string }): string {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  const lastOf = (count: number) => new Date(Date.UTC(Number(year), month - 1 + count, 0)).toISOString().slice(0, 10);
  if (!from.endsWith('-01')) return from === to ? from : `${from} ～ ${to}`;
  if (month === 1 && to === lastOf(12)) return year;
  if ((month === 1 || month === 7) && to === lastOf(6)) return `${year} H${month === 1 ? 1 : 2}`;
  if (month % 3 === 1 && to === lastOf(3)) return `${year} Q${(month + 2) / 3}`;
  if (to === lastOf(1)) return from.slice(0, 7);
  return `${from} ～ ${to}`;
}
