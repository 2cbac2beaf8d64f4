import { film as filmSchema } from '@lianyu/contract';
import { useQuery } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import { formatInstant } from '../i18n/format.ts';
import { ApiError, get } from '../live/index.ts';
import { antdTheme } from '../theme/palette.ts';
import { usePreferences } from '../theme/preferences.tsx';
import { EmptyState, ErrorState, Skeleton, useAddress } from '../ui/index.ts';
import { Picture } from '../wall/picture.tsx';
import { FilmBar } from './bar.tsx';
import { FilmChoices } from './choices.tsx';
import { type Filter, pictureOf, Reel, stopsOf } from './reel.ts';
import { useFilmWords } from './words.ts';
import '../workbench/workbench.css';
import '../wall/wall.css';
import './film.css';

const DAYS = 180;
const DAY_MS = 86_400_000;

/** The log as a film: the wall as it stood, step by step. Everything that is looked at stands in the address. */
export function Component() {
  const t = useFilmWords();
  const { still } = usePreferences();
  const page = useRef<HTMLElement>(null);
  const [address, set] = useAddress();
  const [opened] = useState(() => Date.now());
  const from = instantIn(address.get('from')) ?? new Date(opened - DAYS * DAY_MS).toISOString();
  const until = instantIn(address.get('until')) ?? new Date(opened).toISOString();
  const filter = useMemo<Filter>(
    () => ({ organisation: address.get('organisation') ?? '', agreement: address.get('agreement') ?? '', kind: address.get('kind') ?? '' }),
    [address],
  );
  const loaded = useQuery({
    queryKey: ['film', from, until],
    queryFn: () => get(`/api/film?from=${from}&until=${until}`, filmSchema),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const reel = useMemo(() => loaded.data && new Reel(loaded.data), [loaded.data]);
  const stops = useMemo(() => (reel ? stopsOf(reel.film, filter) : []), [reel, filter]);
  const at = instantIn(address.get('at'));
  const frame = reel ? (at === undefined ? reel.length : reel.frameAt(at)) : 0;
  // After the last frame nothing changed any more: then the picture is that of the end of the film.
  const now = Date.parse(at ?? until);
  const data = useMemo(() => reel && pictureOf(reel.rows(frame), now, filter), [reel, frame, now, filter]);
  return (
    <ConfigProvider theme={antdTheme({ dark: true, still })} getPopupContainer={() => page.current ?? document.body}>
      <main className="wall film" id="content" data-theme="dark" ref={page}>
        <div className="wall-head">
          <h1>{t('title')}</h1>
          <Link className="button-like" to="/wall">
            {t('live')}
          </Link>
        </div>
        <FilmChoices from={from} until={until} filter={filter} film={loaded.data} onChange={set} />
        {loaded.error ? (
          <ErrorState
            error={loaded.error instanceof ApiError ? loaded.error : new ApiError('ANSWER_UNREADABLE')}
            retry={() => void loaded.refetch()}
          />
        ) : !reel || !data ? (
          <Skeleton />
        ) : (
          <>
            {reel.film.cut && <div className="older">{t('cut', { at: formatInstant(reel.at(reel.length)) })}</div>}
            {stops.length === 0 ? (
              <EmptyState title={t('empty')} />
            ) : (
              <FilmBar reel={reel} stops={stops} frame={frame} shown={new Date(now).toISOString()} onStep={(to) => set({ at: reel.at(to) })} />
            )}
            <Picture data={data} acts={false} />
          </>
        )}
      </main>
    </ConfigProvider>
  );
}

function instantIn(text: string | null): string | undefined {
  const found = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(found) ? undefined : new Date(found).toISOString();
}
