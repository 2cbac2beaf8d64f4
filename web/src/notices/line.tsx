import type { Notice } from '@lianyu/contract';
import { SUPERVISION_DAYS } from '@lianyu/domain/deadlines';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatAgo, formatInstant } from '../i18n/format.ts';
import { useBilingual } from '../settlement/words.ts';
import { Tag, type Tone, useNames, useNow } from '../ui/index.ts';
import { noticesZh } from './texts.ts';

const tones: Readonly<Record<Notice['kind'], Tone>> = {
  negotiation: 'neutral',
  ended: 'fail',
  procedure: 'neutral',
  agreement: 'ok',
  settlement: 'neutral',
  access: 'neutral',
  reminder: 'wait',
  overdue: 'fail',
  coordination: 'act',
  supervision: 'wait',
};

/** One notice: who did what, or what comes due, of which agreement; following its link reads it. */
export function NoticeLine({ notice, onRead }: { notice: Notice; onRead: () => void }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const textOf = useBilingual();
  const now = useNow();
  const { about, at, kind, read, title } = notice;
  const words = useWords(notice);
  return (
    <li className={read ? 'notice' : 'notice unread'}>
      <div className="notice-head">
        <Tag tone={tones[kind]}>{t(`notices.kind.${kind}`)}</Tag>
        <span className="muted small" title={formatInstant(at)}>
          {!read && <b>{t('notices.isNew')} · </b>}
          {formatAgo(t, at, now)}
        </span>
      </div>
      <div>
        {about.organisation !== undefined && `${nameOf(about.organisation)} `}
        {words}
      </div>
      <div className="notice-foot">
        <Link className="small" to={placeOf(notice)} onClick={onRead}>
          {title ? textOf(title) : t(about.agreement !== undefined ? 'notices.untitled' : about.deadline ? 'notices.aMandate' : 'notices.aRole')}
        </Link>
        {!read && (
          <Button type="link" size="small" onClick={onRead}>
            {t('notices.mark')}
          </Button>
        )}
      </div>
    </li>
  );
}

function useWords({ about, kind, lead = 0 }: Notice): string {
  const { t } = useTranslation();
  const { deadline } = about;
  if (!deadline) return isKnown(about.what) ? t(`notices.what.${about.what}`) : about.what;
  const what = t(`deadlines.kind.${deadline.kind}`);
  if (kind === 'supervision') return t('notices.supervision', { count: SUPERVISION_DAYS, what });
  if (kind === 'overdue') return t('notices.overdue', { date: deadline.on, what });
  return lead === 0 ? t('notices.reminderToday', { what }) : t('notices.reminder', { date: deadline.on, count: lead, what });
}

function isKnown(what: string): what is keyof typeof noticesZh.what {
  return what in noticesZh.what;
}

function placeOf({ about: { agreement, account, deadline, organisation } }: Notice): string {
  if (agreement === undefined && deadline) return `/administration?organisation=${organisation}`;
  if (agreement === undefined) return '/account';
  if (!account) return `/agreements/${agreement}`;
  const { clause, ledger, period } = account;
  return `/settlement/${agreement}/${clause}/${ledger}${period === undefined ? '' : `/${period}`}`;
}
