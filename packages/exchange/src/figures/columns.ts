import type { Cell, Row } from '../table/index.ts';
import { type NamedUnit, unitNamed } from '../values/unit.ts';

/** What a column of a table of figures may hold. */
export type Field =
  | 'measure'
  | 'tax'
  | 'level'
  | 'movement'
  | 'amount'
  | 'unit'
  | 'period'
  | 'from'
  | 'to'
  | 'effectiveOn'
  | 'companyCode'
  | 'companyName'
  | 'consolidated'
  | 'estimated'
  | 'note'
  | 'supersedes'
  | 'reason';

/** Headers by which a column is known, in Chinese and English, without spaces, case or brackets. The first is what we call it. */
export const headers: Readonly<Record<Field, readonly string[]>> = {
  measure: ['指标', '项目', '科目', 'measure', 'item'],
  tax: ['税种', 'tax'],
  level: ['级次', '口径', '收入级次', 'level'],
  movement: ['类型', '缴退', 'kind', 'type'],
  amount: ['金额', '数额', '数量', '数值', 'amount', 'quantity', 'value'],
  unit: ['单位', '计量单位', 'unit'],
  period: ['期间', '所属期', '税款所属期', 'period'],
  from: ['期间起', '所属期起', '起始日期', '开始日期', 'from', 'periodfrom'],
  to: ['期间止', '所属期止', '截止日期', '结束日期', 'to', 'periodto'],
  effectiveOn: ['入库日期', '发生日期', '生效日期', '日期', 'date', 'effectiveon', 'effective'],
  companyCode: ['统一社会信用代码', '信用代码', '纳税人识别号', 'creditcode', 'unifiedsocialcreditcode'],
  companyName: ['企业名称', '企业', '纳税人名称', 'enterprise', 'company'],
  consolidated: ['总分机构', '汇总纳税', 'consolidated'],
  estimated: ['暂估', '估计', 'estimated'],
  note: ['备注', '说明', 'note', 'remarks'],
  supersedes: ['更正编号', '更正原编号', 'restates', 'supersedes'],
  reason: ['更正原因', '更正理由', 'reason'],
};

const byHeader: ReadonlyMap<string, Field> = new Map(
  Object.entries(headers).flatMap(([field, names]) => names.map((name): [string, Field] => [name, field as Field])),
);

export interface Column {
  readonly index: number;
  readonly header: string;
  /** Of a header such as 金额（万元）. */
  readonly unit?: NamedUnit | undefined;
}

export interface Header {
  readonly line: number;
  readonly columns: ReadonlyMap<Field, Column>;
  /** Headers that are none of these; their columns are not read. */
  readonly ignored: readonly string[];
  /** Of two columns for one field the second, where there are any. */
  readonly twice: readonly { readonly field: Field; readonly header: string }[];
}

/** How far down the row of headers is looked for: titles and labels stand above it. */
const HEADER_WITHIN = 20;

/** The row of headers: the one of the first rows with the most headers that are known. */
export function headerIn(rows: readonly Row[]): Header | undefined {
  const found = rows.slice(0, HEADER_WITHIN).map(read);
  return found.reduce<Header | undefined>((best, each) => (each.columns.size > (best?.columns.size ?? 0) ? each : best), undefined);
}

function read({ line, cells }: Row): Header {
  const columns = new Map<Field, Column>();
  const ignored: string[] = [];
  const twice: { field: Field; header: string }[] = [];
  for (const [index, cell] of cells.entries()) {
    const header = textOf(cell);
    if (header === '') continue;
    const { field, unit } = fieldOf(header);
    if (!field) ignored.push(header);
    else if (columns.has(field)) twice.push({ field, header });
    else columns.set(field, { index, header, unit });
  }
  return { line, columns, ignored, twice };
}

function fieldOf(header: string): { field: Field | undefined; unit: NamedUnit | undefined } {
  const plain = header.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  const whole = byHeader.get(plain);
  if (whole) return { field: whole, unit: undefined };
  const [, name = '', inner = ''] = /^(.+?)[(:/](.+?)\)?$/.exec(plain) ?? [];
  const unit = unitNamed(inner);
  return { field: unit ? byHeader.get(name) : undefined, unit };
}

function textOf(cell: Cell): string {
  return cell.kind === 'text' || cell.kind === 'number' ? cell.text : '';
}
