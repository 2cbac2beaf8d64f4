import type { Standing } from './messages.ts';

export interface Question {
  readonly key: string;
  readonly what: string;
  readonly as: 'party' | 'office';
  readonly path: string;
  /** The same in bare SQL: on the same file, of the same readerships, as one would write it down. */
  readonly sql: string;
  readonly values: readonly string[];
}

const PAGE = 51;
/** Documents with their texts, of the series of these readerships. */
const documentsOf = (what: 'kind' | 'topic', name: string, audiences: readonly string[]) =>
  `SELECT t.body FROM document d JOIN text t ON t.id = d.text WHERE d.there = 1 AND d.${what} IN
    (SELECT id FROM series WHERE what = '${what}' AND name = ${name} AND audience IN (${audiences.map(() => '?').join(', ')}))`;
const listSql = (audiences: readonly string[], more = '') =>
  `${documentsOf('kind', "'agreement-row'", audiences)} ${more} ORDER BY d.sort DESC, d.key LIMIT ${PAGE}`;
const field = (name: string) => `AND json_extract(t.body, '$.${name}') = ?`;
const text = "AND instr(json_extract(t.body, '$.search'), ?) > 0";
const initials = 'AND instr(t.initials, ?) > 0';

/** For a party, whose rows are all of them, and for the office, which sees them all as well. */
export function questionsAbout({ agreement }: Standing, audiencesOf: Readonly<Record<Question['as'], readonly string[]>>): readonly Question[] {
  const list = (as: Question['as'], key: string, what: string, query: string, more = '', ...values: string[]): Question => ({
    key,
    what,
    as,
    path: `/api/agreements?${query}`,
    sql: listSql(audiencesOf[as], more),
    values: [...audiencesOf[as], ...values],
  });
  const lists = (['party', 'office'] as const).flatMap((as) => [
    list(as, `${as}List`, 'the first page', ''),
    list(as, `${as}Stage`, 'a stage that all are in', 'stage=in-force', field('stage'), 'in-force'),
    list(as, `${as}NoStage`, 'a stage that none is in: all rows are looked at', 'stage=declined', field('stage'), 'declined'),
    list(as, `${as}Mode`, 'a mode that none has', 'mode=fully-entrusted', field('mode'), 'fully-entrusted'),
    list(as, `${as}Search`, 'Chinese words that few titles have', `q=${encodeURIComponent('巴彦淖尔托管园区')}`, text, '巴彦淖尔托管园区'),
    list(as, `${as}SearchNone`, 'words that nothing has', `q=${encodeURIComponent('没有这样的协议')}`, text, '没有这样的协议'),
    list(as, `${as}Initials`, 'initials of pinyin', 'q=bynetgyq', initials, 'bynetgyq'),
    list(as, `${as}Number`, 'a number', 'q=ly-2026-00002z', text, 'ly-2026-00002z'),
    list(as, `${as}Both`, 'a stage and words', `stage=in-force&q=${encodeURIComponent('青川')}`, `${field('stage')} ${text}`, 'in-force', '青川'),
  ]);
  const page = (as: Question['as']): Question => ({
    key: `${as}Page`,
    what: 'all that an agreement’s page shows',
    as,
    path: `/api/rows?topic=agreement/${agreement}`,
    sql: `${documentsOf('topic', '?', audiencesOf[as])} ORDER BY d.sort DESC, d.key`,
    values: [`agreement/${agreement}`, ...audiencesOf[as]],
  });
  return [...lists, page('party'), page('office')];
}
