import type { Activity, AgreementRow } from '@lianyu/projections/folds';
import { Button, ConfigProvider } from 'antd';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCoordination, useIsOffice } from '../exchanges/use-exchanges.ts';
import { useConnection, useRows } from '../live/index.ts';
import { antdTheme } from '../theme/palette.ts';
import { usePreferences } from '../theme/preferences.tsx';
import { ErrorState, fullest, Skeleton, useNow } from '../ui/index.ts';
import { Picture } from './picture.tsx';
import { useScreen } from './screen.ts';
import { useWallDeadlines } from './wall-deadlines.ts';
import '../workbench/workbench.css';
import './wall.css';

/** The office's wall: always dark, meant for a screen across the room. Everything on it is counted from rows that the viewer may read. */
export function Component() {
  const { t } = useTranslation();
  const { still } = usePreferences();
  const page = useRef<HTMLElement>(null);
  const screen = useScreen(page);
  const agreements = useRows<AgreementRow>('agreements', 'agreement-row');
  const activity = useRows<Activity>('activity', 'activity');
  const { exchanges } = useCoordination();
  const isOffice = useIsOffice();
  const now = useNow();
  const deadlines = useWallDeadlines(activity.rows);
  const data = useMemo(
    () => ({ agreements: fullest(agreements.rows).map(({ body }) => body), happenings: fullest(activity.rows), deadlines, exchanges, now }),
    [agreements.rows, activity.rows, deadlines, exchanges, now],
  );
  const error = agreements.error ?? activity.error;
  return (
    <ConfigProvider theme={antdTheme({ dark: true, still })} getPopupContainer={() => page.current ?? document.body}>
      <main className="wall" id="content" data-theme="dark" ref={page} style={screen.style}>
        <div className="wall-head">
          <h1>{t('wall.title')}</h1>
          <Clock />
          <Link className="button-like" to="/film">
            {t('wall.replay')}
          </Link>
          <FullScreen of={page} full={screen.full} />
        </div>
        {error ? (
          <ErrorState error={error} retry={agreements.error ? agreements.retry : activity.retry} />
        ) : agreements.state === 'loading' || activity.state === 'loading' ? (
          <Skeleton />
        ) : (
          <Picture data={data} acts={isOffice} more={activity.more} />
        )}
      </main>
    </ConfigProvider>
  );
}

const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

function Clock() {
  const { t } = useTranslation();
  const connection = useConnection();
  return (
    <span className="clock">
      <span className={`live ${connection}`}>{t(`common.${connection}`)}</span>
      <time>{beijing.format(useNow(1000))}</time>
    </span>
  );
}

function FullScreen({ of, full }: { of: RefObject<HTMLElement | null>; full: boolean }) {
  const { t } = useTranslation();
  const [allowed, setAllowed] = useState(true);
  useEffect(() => setAllowed(document.fullscreenEnabled), []);
  if (!allowed) return null;
  return (
    <Button onClick={() => void (full ? document.exitFullscreen() : of.current?.requestFullscreen())}>
      {t(full ? 'wall.leaveFullScreen' : 'wall.fullScreen')}
    </Button>
  );
}
