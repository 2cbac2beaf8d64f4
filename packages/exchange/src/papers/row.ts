import { type AgreementContent, cooperationMode, type Paper } from '@lianyu/domain/agreements';
import type { CalendarDate, OrganisationId } from '@lianyu/domain/kernel';
import { type Cell, plainHeader, type Row } from '../table/index.ts';
import { dateIn, dateOf } from '../values/date.ts';
import type { PaperField, PaperHeader } from './columns.ts';
import { modesByName, verificationsByName } from './words.ts';

/** An organisation as a file may name it: by its code, its legal name or its short one. */
export interface NamedOrganisation {
  readonly id: OrganisationId;
  readonly name: { readonly zh: string; readonly en: string };
  readonly shortName: { readonly zh: string; readonly en: string };
}

/**
 * Why a cell does not say what its column asks for.
 *
 * - `missing`; `unreadable` {why}; `too-long` {limit}; `date-malformed`
 * - `choice-unknown`: of mode or verification
 * - `organisation-unknown` {name}: to be registered first; `organisation-ambiguous` {name}: its code tells it apart; `party-twice` {name}
 */
export interface PaperProblem {
  readonly field: PaperField;
  readonly problem:
    | 'missing'
    | 'unreadable'
    | 'too-long'
    | 'date-malformed'
    | 'choice-unknown'
    | 'organisation-unknown'
    | 'organisation-ambiguous'
    | 'party-twice';
  readonly data?: Readonly<Record<string, string | number>>;
}

/** What one row says: what was agreed as far as the file has it, and what is known of the paper. */
export interface NewPaper {
  readonly content: Omit<AgreementContent, 'purpose'>;
  readonly paper: Paper;
}

export const titleIn = ({ cells }: Row, { columns }: PaperHeader): string => {
  const column = columns.get('title');
  const cell = column && cells[column.index];
  return cell?.kind === 'text' ? cell.text.slice(0, 200) : '';
};

export function paperIn(row: Row, { columns }: PaperHeader, organisations: readonly NamedOrganisation[]): NewPaper | readonly PaperProblem[] {
  const problems: PaperProblem[] = [];
  const against = (field: PaperField, problem: PaperProblem['problem'], data?: PaperProblem['data']): undefined => {
    problems.push({ field, problem, ...(data ? { data } : {}) });
  };
  const cell = (field: PaperField): Cell => {
    const column = columns.get(field);
    return (column && row.cells[column.index]) ?? { kind: 'empty' };
  };
  const text = (field: PaperField, limit: number): string => {
    const read = cell(field);
    if (read.kind === 'unreadable') against(field, 'unreadable', { why: read.why });
    const said = read.kind === 'date' ? read.date : read.kind === 'text' || read.kind === 'number' ? read.text : '';
    if (said.length > limit) against(field, 'too-long', { limit });
    return said;
  };
  const required = (field: PaperField, limit: number): string => {
    const said = text(field, limit);
    if (said === '' && cell(field).kind === 'empty') against(field, 'missing');
    return said;
  };
  const date = (field: 'effectiveOn' | 'until'): CalendarDate | undefined => {
    if (cell(field).kind === 'empty') return undefined;
    const read = dateIn(cell(field));
    return typeof read === 'string' ? read : against(field, 'date-malformed');
  };

  const title = required('title', 200);
  const titleEn = text('titleEn', 300);
  const mode = modesByName.get(plainHeader(required('mode', 60)));
  if (!mode && cell('mode').kind === 'text') against('mode', 'choice-unknown', { choices: cooperationMode.options.join(' ') });
  const signedOn = signedOnIn(cell('signedOn'));
  if (signedOn === undefined) against('signedOn', cell('signedOn').kind === 'empty' ? 'missing' : 'date-malformed');
  const effectiveOn = date('effectiveOn');
  const until = date('until');
  const documentNumber = text('documentNumber', 120);
  const citation = required('citation', 500);
  const said = plainHeader(text('verification', 40));
  const verification = said === '' ? 'unverified' : verificationsByName.get(said);
  if (!verification) against('verification', 'choice-unknown', { choices: 'verified partly unverified' });
  const note = text('note', 1000);
  const clauses = clausesFrom(text('summary', 2_000), text('sharing', 2_000));
  if (clauses.length === 0) against('summary', 'missing');

  const parties = (['origin', 'destination', 'participants'] as const).flatMap((field) => {
    const names = text(field, 1_000)
      .split(/[;；、,，\n]/)
      .map((name) => name.trim())
      .filter(Boolean);
    if (names.length === 0 && field !== 'participants') against(field, 'missing');
    return names.flatMap((name) => {
      const [found, ...others] = organisations.filter((each) => isNamed(each, name));
      if (!found) return against(field, 'organisation-unknown', { name }) ?? [];
      if (others.length > 0) return against(field, 'organisation-ambiguous', { name }) ?? [];
      return [{ field, organisation: found }];
    });
  });
  for (const [index, { field, organisation }] of parties.entries())
    if (parties.findIndex((each) => each.organisation.id === organisation.id) < index) against(field, 'party-twice', { name: organisation.name.zh });

  if (problems.length > 0 || !mode || !signedOn || !verification) return problems;
  return {
    content: {
      title: { zh: title, en: titleEn },
      mode,
      parties: parties.map(({ field, organisation: { id, name } }) => ({
        organisation: id,
        name: { zh: name.zh, en: name.en },
        side: field === 'participants' ? 'participant' : field,
      })),
      clauses,
      effect: effectiveOn === undefined ? { kind: 'on-conclusion' } : { kind: 'on-date', date: effectiveOn },
      ...(until === undefined ? {} : { until }),
    },
    paper: { signedOn, documentNumber, source: { citation, verification, note } },
  };
}

const UNKNOWN: ReadonlySet<string> = new Set(['不详', '未知', 'unknown']);

/** A day, or the month or the year where no more is known. */
function signedOnIn(cell: Cell): Paper['signedOn'] | undefined {
  if (cell.kind === 'date') return cell.date;
  if (cell.kind !== 'text' && cell.kind !== 'number') return undefined;
  const text = cell.text.normalize('NFKC');
  const [, year, month] = /^((?:19|20)\d{2})年?(?:[-/.]?(0?[1-9]|1[0-2])月?)?$/.exec(text) ?? [];
  if (year === undefined) return UNKNOWN.has(text.toLowerCase()) ? 'unknown' : dateOf(text);
  return month === undefined ? year : `${year}-${month.padStart(2, '0')}`;
}

function isNamed({ id, name, shortName }: NamedOrganisation, said: string): boolean {
  return [id, name.zh, name.en, shortName.zh, shortName.en].some((each) => each.toLowerCase() === said.toLowerCase());
}

function clausesFrom(summary: string, sharing: string): AgreementContent['clauses'] {
  const clause = (id: string, heading: string, text: string): AgreementContent['clauses'] =>
    text === '' ? [] : [{ id, heading: { zh: heading, en: '' }, body: { kind: 'text', text: { zh: text, en: '' } } }];
  return [...clause('summary', '主要内容', summary), ...clause('sharing', '利益共享', sharing)];
}
