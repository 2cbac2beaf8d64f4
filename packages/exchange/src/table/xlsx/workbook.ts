import { FileFault } from '../table.ts';
import type { Parts } from './unpack.ts';
import { readXml } from './xml.ts';

/** What a sheet needs of the workbook around it. */
export interface Workbook {
  /** Sheets that are shown, in order, with the path of their part. */
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  /** Days are counted from 1904 instead of 1900. */
  readonly since1904: boolean;
  readonly strings: readonly string[];
  /** By the index of a cell's style: whether its numbers are dates. */
  readonly dates: readonly boolean[];
}

export function workbookOf(parts: Parts): Workbook {
  const targets = targetsIn(parts.get('xl/_rels/workbook.xml.rels') ?? '');
  const sheets: { name: string; path: string }[] = [];
  let since1904 = false;
  const xml = parts.get('xl/workbook.xml');
  if (xml === undefined) throw new FileFault('FILE_FORMAT_UNKNOWN');
  readXml(xml, {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
      const id = Object.entries(attributes).find(([attribute]) => /^[^:]+:id$/.test(attribute))?.[1] ?? '';
      const path = targets.get(id);
      if (path !== undefined && parts.has(path)) sheets.push({ name: attributes['name'] ?? '', path });
    },
  });
  return { sheets, since1904, strings: stringsIn(parts.get('xl/sharedstrings.xml')), dates: datesIn(parts.get('xl/styles.xml')) };
}

/** `rId1` → `xl/worksheets/sheet1.xml`, in the lower case by which parts are kept. */
function targetsIn(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  if (xml === '') return targets;
  readXml(xml, {
    open(name, { Id, Target }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      targets.set(Id, (Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`).toLowerCase());
    },
  });
  return targets;
}

/** The texts that cells point to. A text may come in pieces; readings of characters (`rPh`) are no part of it. */
function stringsIn(xml = '<sst/>'): readonly string[] {
  const strings: string[] = [];
  let piece = false;
  let reading = false;
  readXml(xml, {
    open(name) {
      if (name === 'si') strings.push('');
      if (name === 'rPh') reading = true;
      piece = name === 't' && !reading;
    },
    text(text) {
      if (piece) strings[strings.length - 1] += text;
    },
    close(name) {
      if (name === 'rPh') reading = false;
      if (name === 't') piece = false;
    },
  });
  return strings.map(unescaped);
}

/** Characters that XML cannot hold stand as `_x000D_`. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Formats of dates that have a number only (ECMA-376 part 1, 18.8.30), those of Chinese programs (27-36, 50-58) among them. */
const isBuiltInDate = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

function datesIn(xml = '<styleSheet/>'): readonly boolean[] {
  const custom = new Map<number, boolean>();
  const dates: boolean[] = [];
  let inCells = false;
  readXml(xml, {
    open(name, attributes) {
      const id = Number(attributes['numFmtId']);
      if (name === 'numFmt') custom.set(id, isDateFormat(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) dates.push(custom.get(id) ?? isBuiltInDate(id));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return dates;
}

/** Letters of dates outside quotes, brackets and escapes: `yyyy"年"m"月"` is one, `#,##0.00"元"` is none. */
function isDateFormat(code: string): boolean {
  return /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}
