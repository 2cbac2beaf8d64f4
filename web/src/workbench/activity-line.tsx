import type { Activity } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatInstant, formatMinute } from '../i18n/format.ts';
import { useNames } from '../ui/index.ts';

/** One thing that happened, as a sentence: who, what, in which agreement. Who may not know the agreement's name sees between whom it is. */
export function ActivityLine({ activity, fresh = false }: { activity: Activity; fresh?: boolean }) {
  const { t, i18n } = useTranslation();
  const nameOf = useNames();
  const { negotiation, at, kind, organisation, parties, title, number } = activity;
  const between = parties.map(nameOf).join(' — ');
  const what = t(`terms.move.${kind}`, { number: number ?? '', step: t('workbench.aStep'), joint: '' });
  const named = title && (i18n.language === 'en' && title.en !== '' ? title.en : title.zh);
  const below = named ?? (organisation === undefined ? undefined : between);
  const address = `/agreements/${negotiation}`;
  return (
    <li className={fresh ? 'fresh' : ''}>
      <time dateTime={at} title={formatInstant(at)}>
        {formatMinute(at)}
      </time>
      <div>
        <b>{below === undefined ? <Link to={address}>{between}</Link> : organisation === undefined ? between : nameOf(organisation)}</b> {what}
        {below !== undefined && (
          <div className="small">
            <Link className="muted" to={address}>
              {below}
            </Link>
          </div>
        )}
      </div>
    </li>
  );
}
