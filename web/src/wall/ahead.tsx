import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useBilingual } from '../settlement/words.ts';
import { Card, Tag, useNames } from '../ui/index.ts';
import { type AgreementDeadline, daysBetween } from './picture-data.ts';

const SHOWN = 8;
const SOON = 7;

/** 期限: what comes, soonest first. */
export function Ahead({ ahead, today }: { ahead: readonly AgreementDeadline[]; today: string }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const textOf = useBilingual();
  return (
    <Card className="ahead" title={t('wall.ahead')} extra={<Link to="/deadlines">{t('wall.allDeadlines')}</Link>} flush>
      {ahead.length === 0 ? (
        <div className="quiet">{t('wall.aheadNone')}</div>
      ) : (
        <ul className="attention">
          {ahead.slice(0, SHOWN).map(({ agreement, id, kind, on, who, duty, title }) => {
            const days = daysBetween(today, on);
            return (
              <li key={`${agreement}/${id}`}>
                <div>
                  <b>
                    {duty ? `${who.map(nameOf).join('、')} ` : ''}
                    {t(`deadlines.kind.${kind}`)}
                  </b>
                  <div className="muted small">
                    <Link className="muted" to={`/agreements/${agreement}`}>
                      {textOf(title)}
                    </Link>
                  </div>
                </div>
                <Tag tone={days <= SOON ? 'wait' : 'neutral'}>{days === 0 ? t('wall.movedToday') : t('wall.inDays', { days })}</Tag>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
