import { company as companySchema, type FigureContent, type NewFigure } from '@lianyu/domain/settlement';
import { unitOf } from '@lianyu/domain/sharing';
import type { Cell, Row } from '../table/index.ts';
import { amountIn } from '../values/amount.ts';
import { dateIn } from '../values/date.ts';
import { periodBetween, periodIn } from '../values/period.ts';
import { type CellCode, type CellProblem, isProblem, type Read } from '../values/problem.ts';
import { unitNamed } from '../values/unit.ts';
import type { Field, FigureHeader } from './columns.ts';
import { measureNamed, taxMeasureNamed } from './measures.ts';

export interface FieldProblem extends CellProblem {
  readonly field: Field;
}

const EMPTY: Cell = { kind: 'empty' };
const YES = ['是', '暂估', 'yes', 'y', 'true', '1'];
const NO = ['', '否', 'no', 'n', 'false', '0'];
const CONSOLIDATED = new Map([
  ['', undefined],
  ['总机构', 'head-office'],
  ['head-office', 'head-office'],
  ['head office', 'head-office'],
  ['分支机构', 'branch'],
  ['branch', 'branch'],
] as const);

/** One row as a figure, or everything that stands against it, field by field. */
export function figureIn(row: Row, header: FigureHeader, document: FigureContent['document']): NewFigure | readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const cell = (field: Field): Cell => row.cells[header.columns.get(field)?.index ?? -1] ?? EMPTY;
  const wanted = <T>(field: Field, read: Read<T>): T | undefined => {
    if (!isProblem(read)) return read;
    problems.push({ field, ...read });
    return undefined;
  };
  const against: Against = (field, problem, data) => {
    problems.push({ field, problem, ...(data ? { data } : {}) });
    return undefined;
  };
  const text = (field: Field, limit: number) => wanted(field, textIn(cell(field), limit)) ?? '';

  const measure = header.columns.has('measure')
    ? wanted('measure', measureNamed(text('measure', 100)))
    : wanted('tax', taxMeasureNamed(text('tax', 40), text('level', 40), text('movement', 40)));
  const unit = text('unit', 20);
  const named = unit === '' ? undefined : (unitNamed(unit) ?? against('unit', 'unit-unknown'));
  const amount = wanted('amount', amountIn(cell('amount'), [named, header.columns.get('amount')?.unit]));
  if (amount && measure && amount.unit !== unitOf(measure)) against('amount', 'unit-of-another-kind', { unit: unitOf(measure) });
  if (amount?.amount.startsWith('-')) against('amount', 'amount-negative');
  const period = header.columns.has('period') ? wanted('period', periodIn(cell('period'))) : wanted('from', periodBetween(cell('from'), cell('to')));
  const effectiveOn = wanted('effectiveOn', dateIn(cell('effectiveOn')));
  const company = companyOf(text('companyCode', 18), text('companyName', 120), against);
  const consolidated = text('consolidated', 20).toLowerCase();
  const isConsolidated = CONSOLIDATED.get(consolidated as '');
  if (!CONSOLIDATED.has(consolidated as '')) against('consolidated', 'choice-unknown');
  const estimated = text('estimated', 10).toLowerCase();
  if (![...YES, ...NO].includes(estimated)) against('estimated', 'choice-unknown');
  const note = text('note', 500);
  const restates = restatement(text('supersedes', 12), text('reason', 2_000), against);

  if (problems.length > 0 || !measure || !amount || !period || !effectiveOn) return problems;
  const figure: FigureContent = {
    measure,
    period,
    amount: amount.amount,
    effectiveOn,
    ...(company ? { company } : {}),
    ...(isConsolidated ? { consolidated: isConsolidated } : {}),
    estimated: YES.includes(estimated),
    document,
    note,
  };
  return restates ? { figure, restates } : { figure };
}

type Against = (field: Field, problem: CellCode, data?: CellProblem['data']) => undefined;

function textIn(cell: Cell, limit: number): Read<string> {
  if (cell.kind === 'unreadable') return { problem: 'unreadable', data: { why: cell.why } };
  const text = cell.kind === 'empty' ? '' : cell.kind === 'date' ? cell.date : cell.text;
  return text.length > limit ? { problem: 'too-long', data: { limit } } : text;
}

/** Both or neither: a code without a name, or a name without a code, does not say which enterprise it is. */
function companyOf(code: string, name: string, against: Against): FigureContent['company'] {
  if (code === '' && name === '') return undefined;
  if (code === '') return against('companyCode', 'missing');
  if (name === '') return against('companyName', 'missing');
  const parsed = companySchema.safeParse({ code: code.toUpperCase(), name });
  return parsed.success ? parsed.data : against('companyCode', 'code-malformed');
}

function restatement(number: string, reason: string, against: Against): NewFigure['restates'] {
  if (number === '' && reason === '') return undefined;
  if (!/^[1-9]\d{0,6}$/.test(number)) return against('supersedes', number === '' ? 'missing' : 'code-malformed');
  return reason === '' ? against('reason', 'missing') : { supersedes: Number(number), reason };
}
