import { rowsOf } from '../cells.ts';
import { FileFault, type Table } from '../table.ts';
import { rowsIn } from './sheet.ts';
import { unpack } from './unpack.ts';
import { workbookOf } from './workbook.ts';

/** One sheet of a workbook: the named one, or the first that is shown. Formulas are not evaluated; macros are not looked at. */
export async function readXlsx(bytes: Uint8Array, wanted?: string): Promise<Table> {
  const parts = await unpack(bytes);
  const workbook = workbookOf(parts);
  const sheet = wanted === undefined ? workbook.sheets[0] : workbook.sheets.find(({ name }) => name === wanted);
  if (!sheet) throw wanted === undefined ? new FileFault('FILE_EMPTY') : new FileFault('FILE_SHEET_UNKNOWN', { sheet: wanted });
  return {
    source: { format: 'xlsx', sheet: sheet.name, sheets: workbook.sheets.map(({ name }) => name) },
    rows: rowsOf(rowsIn(parts.get(sheet.path) ?? '', workbook)),
  };
}
