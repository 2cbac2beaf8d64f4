import type { AgreementRow } from '@lianyu/projections/folds';

/** A column stands only where some row has something to say in it: what a viewer may not know is not even a heading. */
export type Column = 'agreement' | 'parties' | 'stage' | 'turn' | 'began' | 'signed' | 'lastMove' | 'until';

export function columnsOf(rows: readonly AgreementRow[]): readonly Column[] {
  const some = (has: (row: AgreementRow) => boolean) => rows.some(has);
  const party = some(({ round }) => round !== undefined);
  return [
    'agreement',
    'parties',
    'stage',
    ...(party ? (['turn'] as const) : rows.every(({ registered }) => registered) ? (['signed'] as const) : (['began'] as const)),
    'lastMove',
    ...(some(({ until, effectiveOn }) => until !== undefined || effectiveOn !== undefined) ? (['until'] as const) : []),
  ];
}
