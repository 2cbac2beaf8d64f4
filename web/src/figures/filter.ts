import type { FigureDocument, MilestoneDocument } from '@lianyu/projections/folds';

/** What the list is narrowed by; all of it stands in the address. */
export interface Filter {
  readonly agreement: string;
  readonly kind: 'figure' | 'milestone';
  readonly phase: string;
  readonly party: string;
  readonly year: string;
  readonly q: string;
  /** `us`: only what waits for one's own organisation. */
  readonly waits: string;
}

export const names = ['agreement', 'kind', 'phase', 'party', 'year', 'q', 'waits'] as const satisfies readonly (keyof Filter)[];

export function filterIn(search: URLSearchParams): Filter {
  const text = (name: string) => search.get(name) ?? '';
  return {
    agreement: text('agreement'),
    kind: text('kind') === 'milestone' ? 'milestone' : 'figure',
    phase: text('phase'),
    party: text('party'),
    year: text('year'),
    q: text('q'),
    waits: text('waits'),
  };
}

type Report =
  | Pick<FigureDocument, 'phase' | 'party' | 'waitsForUs' | 'search'>
  | Pick<MilestoneDocument, 'phase' | 'party' | 'waitsForUs' | 'search'>;

export function matches(report: Report, yearOf: string, { phase, party, year, q, waits }: Filter): boolean {
  return (
    (phase === '' || report.phase === phase) &&
    (party === '' || report.party === party) &&
    (year === '' || yearOf === year) &&
    (waits !== 'us' || report.waitsForUs) &&
    (q === '' || report.search.includes(q.toLowerCase()))
  );
}

export const isNarrowed = ({ phase, party, year, q, waits }: Filter): boolean => [phase, party, year, q, waits].some((each) => each !== '');
