import type { CommandData, QuotaDryRun } from '@lianyu/contract';
import { beijingDate } from '@lianyu/domain/kernel';
import { ledgerKey, type QuotaRow } from '@lianyu/domain/resources';
import { type ReadQuota, readQuotas } from '@lianyu/exchange';
import type { Failure, Giver } from '../commands/definition.ts';
import { outsideRegion } from '../commands/zones.ts';
import { importedTable } from './imported.ts';

type File = CommandData<'import-quotas'>;
type Asking = Pick<Giver, 'vault' | 'person' | 'organisationKind' | 'papers' | 'organisation' | 'at'>;
type Fate = QuotaDryRun['rows'][number];

/** How many lines of a file a refusal names. */
const LINES_NAMED = 50;

/** What an import would do, row by row; the command that imports takes what this accepts, all or none. */
export async function quotasDryRun(file: File, asking: Asking): Promise<QuotaDryRun | Failure> {
  const table = await importedTable(asking.vault, asking.person.organisation, file);
  if ('code' in table) return table;
  const read = readQuotas(table, asking.papers.organisations(), new Set(file.skip));
  if ('refused' in read) return { code: read.code, data: read.data };
  const { header, rows: lines } = read;
  const earlier = new Map<string, number>();
  const rows: Fate[] = [];
  for (const line of lines) rows.push(await fateOf(line, earlier, asking));
  const counts = { accepted: 0, refused: 0, 'against-rules': 0, duplicate: 0, skipped: 0 };
  for (const { fate } of rows) counts[fate] += 1;
  const columns = [...header.columns].map(([field, column]) => ({ field, header: column.header }));
  return {
    header: { line: header.line, columns, ignored: [...header.ignored] },
    rows,
    counts,
    complete: counts.accepted > 0 && counts.accepted + counts.skipped === rows.length,
  };
}

/** All rows of a file, or why not one of them is taken. */
export async function importedQuotas(file: File, giver: Asking): Promise<readonly QuotaRow[] | Failure> {
  const answer = await quotasDryRun(file, giver);
  if ('code' in answer) return answer;
  const stand = answer.rows.filter(({ fate }) => fate !== 'accepted' && fate !== 'skipped').map(({ line }) => line);
  if (stand.length > 0) return { code: 'IMPORT_ROWS_REFUSED', data: { lines: stand.slice(0, LINES_NAMED).map(String), count: stand.length } };
  const rows = answer.rows.flatMap((row) => (row.fate === 'accepted' ? [row.row] : []));
  return rows.length === 0 ? { code: 'FILE_EMPTY', data: {} } : rows;
}

async function fateOf(read: ReadQuota, earlier: Map<string, number>, asking: Asking): Promise<Fate> {
  const { line } = read;
  if ('skipped' in read) return { line, fate: 'skipped' };
  if ('problems' in read) return { line, fate: 'refused', problems: read.problems.map((problem) => ({ ...problem })) };
  const { row } = read;
  const failure = await notTheirs(row, asking);
  if (failure) return { line, fate: 'against-rules', refusal: { code: failure.code, data: { ...failure.data } } };
  const same = `${ledgerKey(row)}/${row.pool}/${row.basis.documentNumber}`;
  const before = earlier.get(same);
  if (before !== undefined) return { line, fate: 'duplicate', of: before };
  earlier.set(same, line);
  return { line, fate: 'accepted', row };
}

async function notTheirs({ zone, on }: QuotaRow, asking: Asking): Promise<Failure | undefined> {
  const today = beijingDate(asking.at);
  if (on > today) return { code: 'QUOTA_NOT_YET', data: { on, today } };
  const office = asking.organisationKind === 'coordination-office';
  if (!office && zone !== asking.person.organisation) return { code: 'FORBIDDEN', data: { action: 'import-quotas' } };
  return outsideRegion(zone, asking);
}
