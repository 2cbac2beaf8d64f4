import type { DueDocument } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../app/session.tsx';
import { periodText } from '../../figures/numbers.ts';
import { amountText, Tag, useNames } from '../../ui/index.ts';
import { accountPath, statementPath } from '../address.ts';
import { today, useBilingual } from '../words.ts';

/** One thing that is due: by when, by whom, of what; overdue is said in words and colour. */
export function DueLine({ due }: { due: DueDocument }) {
  const { t } = useTranslation();
  const { organisation } = useMe();
  const nameOf = useNames();
  const textOf = useBilingual();
  const overdue = due.on < today();
  const own = due.organisations.includes(organisation);
  const to = due.period === undefined || due.what === 'report-figures' ? accountPath(due) : statementPath(due, due.period.from);
  return (
    <li className={own ? 'due own' : 'due'}>
      <div className="due-head">
        <Link to={due.what === 'report-figures' ? `/figures?agreement=${due.agreement}` : to}>{t(`settlement.due.${due.what}`)}</Link>
        <Tag tone={overdue ? 'fail' : own ? 'act' : 'plain'}>{overdue ? t('settlement.overdueSince', { date: due.on }) : due.on}</Tag>
      </div>
      <div className="small">
        {due.organisations.map(nameOf).join('、')}
        {due.to !== undefined && ` → ${nameOf(due.to)}`}
        {due.amount !== undefined && ` · ${amountText(due.amount, 'fen')} ${t('sharing.unit.fen')}`}
      </div>
      <div className="muted small">
        <Link to={to}>{textOf(due.title)}</Link> {due.period && periodText(due.period)}
        {due.dispute !== undefined && ` · ${t('settlement.disputeNumber', { number: due.dispute })}`}
        {due.internal && ` · ${t('sharing.internal')}`}
        {due.provisional && ` · ${t('settlement.provisional')}`}
      </div>
    </li>
  );
}
