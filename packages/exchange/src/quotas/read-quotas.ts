import { type OrganisationId, refuse } from '@lianyu/domain/kernel';
import { type Pool, QUOTA_ROWS, type QuotaRow, type Resource, resourceUnits } from '@lianyu/domain/resources';
import type { ImportRefusal } from '../figures/read-figures.ts';
import type { NamedOrganisation } from '../papers/index.ts';
import { byHeaderOf, type Cell, type Header, headerIn, plainHeader, type Row, type Table } from '../table/index.ts';
import { amountIn } from '../values/amount.ts';
import { dateIn } from '../values/date.ts';
import { isProblem } from '../values/problem.ts';
import { unitNamed } from '../values/unit.ts';
import { type UnitColumn, unitColumnOf } from '../values/unit-column.ts';

export type QuotaField = 'zone' | 'year' | 'resource' | 'pool' | 'amount' | 'unit' | 'on' | 'issuedBy' | 'documentNumber' | 'note';

/** Headers by which a column is known. The first is what we call it. */
const headers: Readonly<Record<QuotaField, readonly string[]>> = {
  zone: ['开发区', '单位名称', 'zone'],
  year: ['年度', '年份', 'year'],
  resource: ['资源', '指标', 'resource'],
  pool: ['下达方式', '口径', 'pool'],
  amount: ['数量', '指标量', 'amount', 'quantity'],
  unit: ['单位', '计量单位', 'unit'],
  on: ['下达日期', '日期', 'date', 'on'],
  issuedBy: ['下达单位', '发文单位', 'issuedby'],
  documentNumber: ['文号', 'documentnumber'],
  note: ['备注', '说明', 'note'],
};
const byHeader = byHeaderOf(headers);
const needed: readonly QuotaField[] = ['zone', 'year', 'resource', 'amount', 'on', 'issuedBy', 'documentNumber'];

const resources: ReadonlyMap<string, Resource> = new Map<string, Resource>([
  ['用地', 'land'],
  ['土地', 'land'],
  ['land', 'land'],
  ['用能', 'energy'],
  ['能耗', 'energy'],
  ['energy', 'energy'],
  ['用水', 'water'],
  ['water', 'water'],
  ['碳排放', 'carbon'],
  ['carbon', 'carbon'],
]);
const pools: ReadonlyMap<string, Pool> = new Map<string, Pool>([
  ['', 'ordinary'],
  ['常规', 'ordinary'],
  ['ordinary', 'ordinary'],
  ['单列', 'listed'],
  ['listed', 'listed'],
]);

export type QuotaHeader = Header<QuotaField, UnitColumn>;

export interface QuotaProblem {
  readonly field: QuotaField;
  readonly problem: string;
}
export type ReadQuota = { readonly line: number } & (
  | { readonly row: QuotaRow }
  | { readonly problems: readonly QuotaProblem[] }
  | { readonly skipped: true }
);

/** The rows of a table of allotments. It depends on the file and on which organisations there are alone. */
export function readQuotas(
  table: Table,
  organisations: readonly NamedOrganisation[],
  skip: ReadonlySet<number>,
): { readonly header: QuotaHeader; readonly rows: readonly ReadQuota[] } | ImportRefusal {
  const header = headerIn<QuotaField, UnitColumn>(table.rows, (column) => unitColumnOf(byHeader, column));
  const missing = needed.filter((field) => !header?.columns.has(field));
  if (!header || missing.length > 0) return refuse('IMPORT_HEADER_MISSING', { missing });
  const [twice] = header.twice;
  if (twice) return refuse('IMPORT_COLUMN_TWICE', twice);
  const rows = table.rows.filter(({ line }) => line > header.line);
  if (rows.length > QUOTA_ROWS) return refuse('IMPORT_ROWS_TOO_MANY', { limit: QUOTA_ROWS });
  return {
    header,
    rows: rows.map((row): ReadQuota => {
      if (skip.has(row.line)) return { line: row.line, skipped: true };
      const read = quotaIn(row, header, organisations);
      return 'zone' in read ? { line: row.line, row: read } : { line: row.line, problems: read };
    }),
  };
}

function quotaIn(row: Row, { columns }: QuotaHeader, organisations: readonly NamedOrganisation[]): QuotaRow | readonly QuotaProblem[] {
  const problems: QuotaProblem[] = [];
  const against = (field: QuotaField, problem: string): undefined => {
    problems.push({ field, problem });
  };
  const cell = (field: QuotaField): Cell => {
    const column = columns.get(field);
    return (column && row.cells[column.index]) ?? { kind: 'empty' };
  };
  const text = (field: QuotaField, limit: number, required: boolean): string => {
    const read = cell(field);
    const said = read.kind === 'text' || read.kind === 'number' ? read.text : read.kind === 'date' ? read.date : '';
    if (read.kind === 'unreadable') against(field, 'unreadable');
    else if (said === '' && required) against(field, 'missing');
    else if (said.length > limit) against(field, 'too-long');
    return said;
  };
  const zone = zoneNamed(text('zone', 200, true), organisations);
  if (zone === undefined && cell('zone').kind === 'text') against('zone', 'organisation-unknown');
  const year = Number(text('year', 10, true).replace(/年$/, ''));
  if (!Number.isInteger(year) || year < 2000 || year > 2100) against('year', 'choice-unknown');
  const resource = resources.get(plainHeader(text('resource', 20, true)));
  if (!resource && cell('resource').kind === 'text') against('resource', 'choice-unknown');
  const pool = pools.get(plainHeader(text('pool', 20, false)));
  if (!pool) against('pool', 'choice-unknown');
  const stated = text('unit', 20, false);
  const amount = amountIn(cell('amount'), [columns.get('amount')?.unit, stated === '' ? undefined : unitNamed(stated)]);
  if (isProblem(amount)) against('amount', amount.problem);
  else if (resource && amount.unit !== resourceUnits[resource]) against('amount', 'unit-of-another-kind');
  else if (!/^[1-9]/.test(amount.amount)) against('amount', 'amount-negative');
  const on = dateIn(cell('on'));
  if (isProblem(on)) against('on', on.problem);
  const basis = { issuedBy: text('issuedBy', 120, true), documentNumber: text('documentNumber', 80, true) };
  const note = text('note', 500, false);
  if (problems.length > 0 || !zone || !resource || !pool || isProblem(amount) || isProblem(on)) return problems;
  return { zone, year, resource, pool, amount: amount.amount, on, basis, note };
}

function zoneNamed(said: string, organisations: readonly NamedOrganisation[]): OrganisationId | undefined {
  const found = organisations.filter(({ id, name, shortName }) =>
    [id, name.zh, name.en, shortName.zh, shortName.en].some((each) => each.toLowerCase() === said.toLowerCase()),
  );
  return found.length === 1 ? found[0]?.id : undefined;
}
