import { type FigureContent, figureContent, type MilestoneContent, milestoneContent } from '@lianyu/domain/settlement';
import { measure as measureSchema, unitOf } from '@lianyu/domain/sharing';
import type { FigureDocument } from '@lianyu/projections/folds';
import type { KeptFile } from '../files/upload.ts';
import { amountFrom, amountText } from '../ui/index.ts';

/** A figure while it is filled in. */
export interface TypedFigure {
  readonly measure: string;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly effectiveOn: string;
  readonly companyCode: string;
  readonly companyName: string;
  readonly consolidated: '' | 'head-office' | 'branch';
  readonly estimated: boolean;
  readonly documents: readonly KeptFile[];
  readonly note: string;
}

export const emptyFigure: TypedFigure = {
  measure: '',
  from: '',
  to: '',
  amount: '',
  effectiveOn: '',
  companyCode: '',
  companyName: '',
  consolidated: '',
  estimated: false,
  documents: [],
  note: '',
};

/** What was filled in as a figure; undefined while it is none. */
export function figureFrom(typed: TypedFigure): FigureContent | undefined {
  const { measure: code, from, to, amount, effectiveOn, companyCode, companyName, consolidated, estimated, documents, note } = typed;
  const measure = measureSchema.safeParse(code).data;
  if (!measure || from > to) return undefined;
  const company = companyCode === '' && companyName.trim() === '' ? {} : { company: { code: companyCode.toUpperCase(), name: companyName } };
  return figureContent.safeParse({
    measure,
    period: { from, to },
    amount: amountFrom(amount, unitOf(measure)),
    effectiveOn,
    ...company,
    ...(consolidated === '' ? {} : { consolidated }),
    estimated,
    document: documents[0],
    note,
  }).data;
}

/** A figure that is to be restated, as it was filled in; its document is the one thing that must be a new one. */
export function typedFrom({ measure, period, amount, unit, effectiveOn, company, consolidated, estimated, note }: FigureDocument): TypedFigure {
  return {
    measure,
    ...period,
    amount: amountText(amount, unit),
    effectiveOn,
    companyCode: company?.code ?? '',
    companyName: company?.name ?? '',
    consolidated: consolidated ?? '',
    estimated,
    documents: [],
    note,
  };
}

export function milestoneFrom(typed: {
  kind: string;
  on: string;
  companyCode: string;
  companyName: string;
  documents: readonly KeptFile[];
  note: string;
}): MilestoneContent | undefined {
  const { kind, on, companyCode, companyName, documents, note } = typed;
  const company = companyCode === '' && companyName.trim() === '' ? {} : { company: { code: companyCode.toUpperCase(), name: companyName } };
  return milestoneContent.safeParse({ kind, on, ...company, documents, note }).data;
}

/** First and last day of a year, a half-year, a quarter or a month: `2024`, `2024H1`, `2024Q3`, `2024-03`. */
export function daysOf(quick: string): { from: string; to: string } | undefined {
  const [, year, half, quarter, month] = /^(\d{4})(?:H([12])|Q([1-4])|-(\d\d))?$/.exec(quick.trim().toUpperCase()) ?? [];
  if (year === undefined) return undefined;
  const [first, count] =
    half !== undefined
      ? [Number(half) * 6 - 5, 6]
      : quarter !== undefined
        ? [Number(quarter) * 3 - 2, 3]
        : month !== undefined
          ? [Number(month), 1]
          : [1, 12];
  if (first < 1 || first > 12) return undefined;
  const day = (index: number, date: number) => new Date(Date.UTC(Number(year), index, date)).toISOString().slice(0, 10);
  return { from: day(first - 1, 1), to: day(first - 1 + count, 0) };
}
