import type { CoordinationDocument } from '@lianyu/projections/folds';
import { useMe } from '../app/session.tsx';
import { useRows } from '../live/index.ts';

/** What the office has said and what was answered, as far as the own organisation takes part in it; newest first. */
export function useCoordination() {
  const { rows, state } = useRows<CoordinationDocument>('coordination', 'coordination');
  return { exchanges: rows.map(({ body }) => body), loading: state === 'loading' };
}

/** The server decides; this only spares buttons that it would refuse. */
export function useIsOffice(): boolean {
  const { roles, organisationKind } = useMe();
  return organisationKind === 'coordination-office' && roles.includes('coordinator');
}
