import type { ProcedureDocument } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../app/session.tsx';
import { useRows } from '../live/index.ts';
import { Card } from '../ui/index.ts';

/** A change of the own procedure that waits for this person. */
export function ProcedureWaiting() {
  const { t } = useTranslation();
  const { member, roles } = useMe();
  const { rows } = useRows<ProcedureDocument>('organisations', 'procedure');
  const pending = rows[0]?.body.pending;
  if (!pending || pending.proposedBy === member || !(roles.includes('administrator') || roles.includes('signatory'))) return null;
  return (
    <Card title={t('procedure.title')}>
      <Link to="/procedure">{t('procedure.waiting')}</Link>
    </Card>
  );
}
