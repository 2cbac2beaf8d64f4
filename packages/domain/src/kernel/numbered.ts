/** How many entries are copied when one of them changes. */
const PAGE = 64;

/**
 * A list whose entries are numbered from one and that is never changed: appending and replacing copy one page and the list
 * of pages, so that a state with many thousand entries stays cheap to evolve. Plain data: it may be stored as it is.
 */
export interface Numbered<Entry> {
  readonly size: number;
  readonly pages: readonly (readonly Entry[])[];
}

export const emptyNumbered: Numbered<never> = { size: 0, pages: [] };

/** The new entry gets the number `size + 1` of the list before. */
export function appended<Entry>({ size, pages }: Numbered<Entry>, entry: Entry): Numbered<Entry> {
  const last = pages.at(-1);
  if (last === undefined || last.length === PAGE) return { size: size + 1, pages: [...pages, [entry]] };
  return { size: size + 1, pages: [...pages.slice(0, -1), [...last, entry]] };
}

/** The same list with another entry under that number. @throws RangeError when there is no such number */
export function replaced<Entry>(list: Numbered<Entry>, number: number, entry: Entry): Numbered<Entry> {
  if (numbered(list, number) === undefined) throw new RangeError(`no entry has the number ${number}`);
  const page = Math.floor((number - 1) / PAGE);
  const changed = [...(list.pages[page] ?? [])];
  changed[(number - 1) % PAGE] = entry;
  const pages = [...list.pages];
  pages[page] = changed;
  return { size: list.size, pages };
}

export function numbered<Entry>({ pages }: Numbered<Entry>, number: number): Entry | undefined {
  return pages[Math.floor((number - 1) / PAGE)]?.[(number - 1) % PAGE];
}

export function entriesOf<Entry>({ pages }: Numbered<Entry>): readonly Entry[] {
  return pages.flat();
}
