import type { MembershipDocument } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../app/session.tsx';
import { useRows } from '../live/index.ts';
import { Card, fullest } from '../ui/index.ts';

/** For administrators: grants that somebody else asked for and that I may decide. */
export function RoleRequests() {
  const { t } = useTranslation();
  const { member } = useMe();
  const { rows } = useRows<MembershipDocument>('organisations', 'membership');
  const mine = fullest(rows).flatMap(({ body }) => body.requests.filter((request) => request.requestedBy !== member && request.member !== member));
  if (mine.length === 0) return null;
  return (
    <Card title={t('workbench.requests')}>
      <Link to="/administration">{t('workbench.requestsOpen', { number: mine.length })}</Link>
    </Card>
  );
}
