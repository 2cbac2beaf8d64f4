import { byHeaderOf, type Header, headerIn, type Row } from '../table/index.ts';
import { type UnitColumn, unitColumnOf } from '../values/unit-column.ts';

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

const byHeader = byHeaderOf(headers);

export type FigureHeader = Header<Field, UnitColumn>;

export const figureHeaderIn = (rows: readonly Row[]): FigureHeader | undefined => headerIn(rows, (column) => unitColumnOf(byHeader, column));
