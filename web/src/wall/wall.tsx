import { type AgreementRow, stage } from '@lianyu/projections/folds';
import { Button, ConfigProvider } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection, useRows } from '../live/index.ts';
import { antdTheme } from '../theme/palette.ts';
import { usePreferences } from '../theme/preferences.tsx';
import { ErrorState, fullest, useNow } from '../ui/index.ts';
import { type Standing, useOpen, useStages } from '../workbench/standing.tsx';
import { RelationMap } from './map.tsx';
import { STALLED_DAYS } from './stalled.ts';
import { Stream } from './stream.tsx';
import { Waiting } from './waiting.tsx';
import '../workbench/workbench.css';
import './wall.css';

/** The office's wall: always dark, meant for a screen across the room. Everything on it is counted from rows that the viewer may read. */
export function Component() {
  const { t } = useTranslation();
  const { still } = usePreferences();
  const page = useRef<HTMLElement>(null);
  const { rows, error, retry } = useRows<AgreementRow>('agreements', 'agreement-row');
  const { open, loading } = useOpen();
  const agreements = useMemo(
    () =>
      withStalled(
        fullest(rows).map(({ body }) => body),
        open,
      ),
    [rows, open],
  );
  return (
    <ConfigProvider theme={antdTheme({ dark: true, still })}>
      <main className="wall" id="content" data-theme="dark" ref={page}>
        <div className="wall-head">
          <h1>{t('wall.title')}</h1>
          <Clock />
          <FullScreen of={page} />
        </div>
        {error ? (
          <ErrorState error={error} retry={retry} />
        ) : (
          <>
            <Counts />
            <Stream />
            <RelationMap agreements={agreements} />
            <Waiting open={open} loading={loading} />
          </>
        )}
      </main>
    </ConfigProvider>
  );
}

function withStalled(rows: readonly AgreementRow[], open: readonly Standing[]) {
  const stalled = new Set(open.filter(({ days }) => days >= STALLED_DAYS).map(({ row }) => row.id));
  return rows.map((row) => ({ row, stalled: stalled.has(row.id) }));
}

function Counts() {
  const { t } = useTranslation();
  const stages = useStages();
  return (
    <dl className="counts" aria-label={t('wall.counts')}>
      {stage.options.map((each) => (
        <div key={each}>
          <dt>{t(`terms.stage.${each}`)}</dt>
          <dd>{stages?.[each] ?? '--'}</dd>
        </div>
      ))}
    </dl>
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

function FullScreen({ of }: { of: React.RefObject<HTMLElement | null> }) {
  const { t } = useTranslation();
  const [full, setFull] = useState(false);
  useEffect(() => {
    const changed = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, []);
  if (!document.fullscreenEnabled) return null;
  return (
    <Button onClick={() => void (full ? document.exitFullscreen() : of.current?.requestFullscreen())}>
      {t(full ? 'wall.leaveFullScreen' : 'wall.fullScreen')}
    </Button>
  );
}
