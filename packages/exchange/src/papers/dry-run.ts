import type { CalendarDate, NegotiationId, OrganisationId, Refusal } from '@lianyu/domain/kernel';
import { registeringRefused } from '@lianyu/domain/registration';
import type { ImportRefusal } from '../figures/read-figures.ts';
import type { Table } from '../table/index.ts';
import type { PaperHeader } from './columns.ts';
import { type ReadPaper, readPapers } from './read-papers.ts';
import type { NamedOrganisation, NewPaper, PaperProblem } from './row.ts';

/** What would happen to one row. */
export type PaperRowFate = { readonly line: number; readonly title: string } & (
  | { readonly fate: 'accepted'; readonly paper: NewPaper }
  | { readonly fate: 'refused'; readonly problems: readonly PaperProblem[] }
  /** By the rules of registering: a day to come, whoever imports is no party of it. */
  | { readonly fate: 'against-rules'; readonly refusal: Refusal }
  /** Says the same paper as an earlier row, or as one that is registered. */
  | { readonly fate: 'duplicate'; readonly of: { readonly line: number } | { readonly registration: NegotiationId } }
  | { readonly fate: 'skipped' }
);

export interface PaperImport {
  readonly organisations: readonly NamedOrganisation[];
  readonly registrar: OrganisationId;
  readonly published: boolean;
  readonly today: CalendarDate;
  readonly skip: ReadonlySet<number>;
  /** The registration of the same paper that whoever imports can see, if there is one. */
  readonly known: (paper: NewPaper) => NegotiationId | undefined;
}

export interface PapersDryRun {
  readonly header: PaperHeader;
  readonly rows: readonly PaperRowFate[];
  readonly counts: Readonly<Record<PaperRowFate['fate'], number>>;
  /** Every row is accepted or left out, and some are accepted. */
  readonly complete: boolean;
}

/** What an import would do, row by row; the command that imports takes what this accepts, all or none. */
export function dryRunOfPapers(table: Table, importing: PaperImport): PapersDryRun | ImportRefusal {
  const read = readPapers(table, importing.organisations, importing.skip);
  if ('refused' in read) return read;
  const judge = judgeOf(importing);
  const rows = read.rows.map(judge);
  const counts = { accepted: 0, refused: 0, 'against-rules': 0, duplicate: 0, skipped: 0 };
  for (const { fate } of rows) counts[fate] += 1;
  return { header: read.header, rows, counts, complete: counts.accepted > 0 && counts.accepted + counts.skipped === rows.length };
}

function judgeOf({ registrar, published, today, known }: PaperImport): (row: ReadPaper) => PaperRowFate {
  const earlier = new Map<string, number>();
  return (row) => {
    const { line, title } = row;
    if ('skipped' in row) return { line, title, fate: 'skipped' };
    if ('problems' in row) return { line, title, fate: 'refused', problems: row.problems };
    const { paper } = row;
    const refusal = registeringRefused({ registrar, published, transcribed: paper }, today);
    if (refusal) return { line, title, fate: 'against-rules', refusal };
    const same = samePaper(paper);
    const before = earlier.get(same);
    if (before !== undefined) return { line, title, fate: 'duplicate', of: { line: before } };
    const registration = known(paper);
    if (registration !== undefined) return { line, title, fate: 'duplicate', of: { registration } };
    earlier.set(same, line);
    return { line, title, fate: 'accepted', paper };
  };
}

/** Two rows say the same paper when name, parties and what is known of the day are the same. */
export function samePaper({ content, paper }: NewPaper): string {
  const parties = content.parties.map(({ organisation }) => organisation).sort();
  return JSON.stringify([content.title.zh, parties, paper.signedOn]);
}
