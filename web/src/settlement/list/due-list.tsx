import type { DueDocument } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../app/session.tsx';
import { Card } from '../../ui/index.ts';
import { DueLine } from '../calendar/due-line.tsx';

/** How many are named here; the calendar has all. */
const SHOWN = 8;

/** What is due next, one's own first. */
export function DueList({ dues }: { dues: readonly DueDocument[] }) {
  const { t } = useTranslation();
  const { organisation } = useMe();
  const own = (due: DueDocument) => due.organisations.includes(organisation);
  const sorted = [...dues].sort((one, other) => Number(own(other)) - Number(own(one)) || (one.on < other.on ? -1 : 1));
  return (
    <Card title={t('settlement.due.next')} extra={<Link to="/settlement/calendar">{t('settlement.tab.calendar')}</Link>}>
      {sorted.length === 0 ? (
        <p className="muted">{t('settlement.due.none')}</p>
      ) : (
        <ul className="list">
          {sorted.slice(0, SHOWN).map((due) => (
            <DueLine
              key={`${due.agreement}${due.clause}${due.ledger}${due.what}${due.period?.from ?? ''}${due.dispute ?? ''}${due.to ?? ''}${due.on}`}
              due={due}
            />
          ))}
        </ul>
      )}
      {sorted.length > SHOWN && <Link to="/settlement/calendar">{t('settlement.due.all', { count: sorted.length })}</Link>}
    </Card>
  );
}
