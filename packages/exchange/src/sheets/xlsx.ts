import { strToU8, zipSync } from 'fflate';
import type { Sheet } from './sheet.ts';
import { contentTypes, packageRelations, styles, workbook, workbookRelations } from './xlsx-parts.ts';
import { worksheet } from './xlsx-worksheet.ts';

/**
 * Sheets as a workbook (ECMA-376): values only, no formula in it; what has more than 15 digits stands as text, whole. The same
 * sheets give the same bytes, so that a file that was handed on can be compared by its digest.
 */
export function toXlsx(sheets: readonly Sheet[]): Uint8Array {
  const names = namesOf(sheets);
  const parts = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': packageRelations,
    'xl/workbook.xml': workbook(names),
    'xl/_rels/workbook.xml.rels': workbookRelations(sheets.length),
    'xl/styles.xml': styles,
    ...Object.fromEntries(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, worksheet(sheet)])),
  };
  const packed = Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)]));
  return zipSync(packed, { mtime: new Date(Date.UTC(1980, 0, 2)) });
}

/** Names that programs take: at most 31 characters, none of theirs, each once. */
function namesOf(sheets: readonly Sheet[]): readonly string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }) => {
    const base = name.replace(/[\\/?*[\]:']/g, '_').slice(0, 28) || '1';
    let unique = base;
    for (let n = 2; taken.has(unique.toLowerCase()); n += 1) unique = `${base}_${n}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
