import type { Activity } from '@lianyu/projections/folds';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatInstant, formatMinute } from '../i18n/format.ts';
import { useNames } from '../ui/index.ts';

/** One thing that happened, as a sentence: who, what, in which agreement. */
export function ActivityLine({ activity, fresh = false }: { activity: Activity; fresh?: boolean }) {
  const { t, i18n } = useTranslation();
  const nameOf = useNames();
  const { negotiation, at, kind, organisation, parties, title, number } = activity;
  const between = parties.map(nameOf).join(' — ');
  const what = t(`terms.move.${kind}`, { number: number ?? '', step: t('workbench.aStep') });
  const named = title && (i18n.language === 'en' && title.en !== '' ? title.en : title.zh);
  return (
    <li className={fresh ? 'fresh' : ''}>
      <time dateTime={at} title={formatInstant(at)}>
        {formatMinute(at)}
      </time>
      <div>
        <b>{organisation === undefined ? between : nameOf(organisation)}</b> {what}
        <div className="small">
          <Link className="muted" to={`/agreements/${negotiation}`}>
            {named ?? (organisation === undefined ? t('agreements.unsigned') : between)}
          </Link>
        </div>
      </div>
    </li>
  );
}
