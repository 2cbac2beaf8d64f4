import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card, Skeleton, Tag, useNames } from '../ui/index.ts';
import type { Standing } from '../workbench/standing.tsx';
import { STALLED_DAYS } from './stalled.ts';

/** 磋商进展: longest without a move first. The office cannot decide for the parties; it can ask them. */
export function Waiting({ open, loading }: { open: readonly Standing[]; loading: boolean }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const stalled = open.filter(({ days }) => days >= STALLED_DAYS).length;
  return (
    <Card
      className="waiting"
      title={t('wall.waiting')}
      extra={stalled > 0 ? <Tag tone="wait">{t('wall.stalledCount', { number: stalled })}</Tag> : undefined}
      flush
    >
      {loading ? (
        <Skeleton />
      ) : open.length === 0 ? (
        <div className="quiet">{t('wall.waitingNone')}</div>
      ) : (
        <table className="data">
          <tbody>
            {open.slice(0, 14).map(({ row, days }) => (
              <tr key={row.id}>
                <td>
                  <Link to={`/agreements/${row.id}`}>{row.parties.map(nameOf).join(' — ')}</Link>
                  <div className="muted small">{t(`terms.stage.${row.stage}`)}</div>
                </td>
                <td className="num">
                  {days >= STALLED_DAYS ? (
                    <Tag tone="wait">{`${t('wall.stalled')} ${t('wall.days', { days })}`}</Tag>
                  ) : (
                    <Tag>{days === 0 ? t('wall.movedToday') : t('wall.days', { days })}</Tag>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="quiet small">{t('wall.waitingNote', { days: STALLED_DAYS })}</div>
    </Card>
  );
}
