import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type About, OfferCoordination } from '../exchanges/offer.tsx';
import { Ahead } from './ahead.tsx';
import { Composition } from './composition.tsx';
import { Intervene } from './intervene.tsx';
import { RelationMap } from './map.tsx';
import { aheadOf, isStalled, openOf, type PictureData, promisesOf, todayAt, withinWall } from './picture-data.ts';
import { Stream } from './stream.tsx';

export const AHEAD_DAYS = 30;

/** The wall's picture of one moment: the same for what is live and for the film. `acts`: the office can speak to parties from here. */
export function Picture({ data, acts, more = false }: { data: PictureData; acts: boolean; more?: boolean }) {
  const [about, setAbout] = useState<About>();
  const { agreements, happenings, exchanges, now } = data;
  const today = todayAt(now);
  const deadlines = useMemo(() => withinWall(data.deadlines, today), [data.deadlines, today]);
  const open = useMemo(() => openOf(agreements, today), [agreements, today]);
  const promises = useMemo(() => promisesOf(deadlines, today), [deadlines, today]);
  const ahead = useMemo(() => aheadOf(deadlines, today, AHEAD_DAYS), [deadlines, today]);
  const related = useMemo(() => {
    const stalled = new Set(open.filter(isStalled).map(({ row }) => row.id));
    return agreements.map((row) => ({ row, stalled: stalled.has(row.id) }));
  }, [agreements, open]);
  const parties = useMemo(() => new Map(agreements.map((row) => [row.id as string, row.parties])), [agreements]);
  return (
    <>
      <Figures
        figures={{
          negotiating: open.length,
          standing: agreements.filter(({ stage }) => STANDING.has(stage)).length,
          stalled: open.filter(isStalled).length,
          late: promises.late.length,
          disputed: promises.disputed.length,
          ahead: ahead.length,
        }}
      />
      <Stream happenings={happenings} now={now} more={more} />
      <div className="wall-middle">
        <RelationMap agreements={related} />
        <Composition agreements={agreements} promises={promises} />
      </div>
      <div className="wall-side">
        <Intervene open={open} promises={promises} exchanges={exchanges} today={today} parties={parties} {...(acts ? { onSpeak: setAbout } : {})} />
        <Ahead ahead={ahead} today={today} />
      </div>
      {about && <OfferCoordination about={about} onClose={() => setAbout(undefined)} />}
    </>
  );
}

const STANDING: ReadonlySet<string> = new Set(['concluded', 'in-force', 'suspended']);
const tones = { negotiating: '', standing: '', stalled: 'wait', late: 'fail', disputed: 'wait', ahead: '' } as const;

function Figures({ figures }: { figures: Readonly<Record<keyof typeof tones, number>> }) {
  const { t } = useTranslation();
  return (
    <dl className="wall-figures" aria-label={t('wall.figures')}>
      {(Object.keys(tones) as (keyof typeof tones)[]).map((name) => (
        <div key={name} className={figures[name] > 0 ? tones[name] : ''}>
          <dt>{t(`wall.figure.${name}`, { days: AHEAD_DAYS })}</dt>
          <dd>{figures[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
