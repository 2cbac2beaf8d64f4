import type { CommandData } from '@lianyu/contract';
import type { OrganisationId } from '@lianyu/domain/kernel';
import type { NewFigure } from '@lianyu/domain/settlement';
import { readFigures, readTable, type Table } from '@lianyu/exchange';
import type { Vault } from '@lianyu/vault';
import type { Failure } from '../commands/definition.ts';

type ImportedFile = Pick<CommandData<'import-figures'>, 'document' | 'sheet' | 'skip'>;
type Files = Pick<Vault, 'file'>;

/** How many lines of a file a refusal names. */
const LINES_NAMED = 50;

/** The table in a file that the organisation itself put in: of another's a hash alone opens nothing. */
export async function importedTable(vault: Files, owner: OrganisationId, { document, sheet }: ImportedFile): Promise<Table | Failure> {
  const file = vault.file(document.digest, owner);
  if (!file) return { code: 'FILE_UNKNOWN', data: { digest: document.digest } };
  const table = await readTable(file.bytes, sheet);
  return 'refused' in table ? { code: table.code, data: table.data } : table;
}

/** All figures of a file, or why not one of them is taken. It depends on the file alone, so a command that is repeated reads the same. */
export async function importedFigures(vault: Files, owner: OrganisationId, file: ImportedFile): Promise<readonly NewFigure[] | Failure> {
  const table = await importedTable(vault, owner, file);
  if ('code' in table) return table;
  const read = readFigures(table, file.document, new Set(file.skip));
  if ('refused' in read) return { code: read.code, data: read.data };
  const unread = read.rows.filter((row) => 'problems' in row).map(({ line }) => line);
  if (unread.length > 0) return { code: 'IMPORT_ROWS_REFUSED', data: { lines: unread.slice(0, LINES_NAMED).map(String), count: unread.length } };
  const figures = read.rows.flatMap((row) => ('figure' in row ? [row.figure] : []));
  return figures.length === 0 ? { code: 'FILE_EMPTY', data: {} } : figures;
}
