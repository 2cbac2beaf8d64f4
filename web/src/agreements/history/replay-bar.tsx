import type { moments } from '@lianyu/contract';
import { Button, Slider } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { formatInstant } from '../../i18n/format.ts';
import { useNames } from '../../ui/index.ts';
import './replay.css';

type Moments = z.infer<typeof moments>['moments'];

const STEP_MS = 1_600;

interface Props {
  readonly moments: Moments;
  /** Counted from one. */
  readonly at: number;
  readonly onStep: (moment: number | undefined) => void;
}

/** Which moment is shown, plainly, and the ways to another: buttons, slider, arrow keys, space. */
export function ReplayBar({ moments: all, at, onStep }: Props) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const count = all.length;
  const [playing, setPlaying] = usePlaying(at, count, onStep);
  useKeys({ at, count, onStep, onToggle: () => setPlaying(!playing) });
  const shown = all[at - 1];
  if (!shown) return null;
  const what = `${shown.organisation ? `${nameOf(shown.organisation)} ` : ''}${t(`agreements.history.did.${shown.kind}`)}`;
  return (
    <section className="replay-bar card" aria-label={t('agreements.history.title')}>
      <div className="replay-banner" role="status">
        <strong>{t('agreements.history.at', { at: formatInstant(shown.at) })}</strong>
        <span>{what}</span>
        <Button type="link" size="small" onClick={() => onStep(undefined)}>
          {t('agreements.history.back')}
        </Button>
      </div>
      <div className="replay-ways">
        <span className="row">
          <Button aria-label={t('agreements.history.earlier')} disabled={at <= 1} onClick={() => onStep(at - 1)}>
            ‹
          </Button>
          <Button onClick={() => setPlaying(!playing)} disabled={at >= count && !playing}>
            {t(playing ? 'agreements.history.pause' : 'agreements.history.play')}
          </Button>
          <Button aria-label={t('agreements.history.later')} disabled={at >= count} onClick={() => onStep(at + 1)}>
            ›
          </Button>
        </span>
        <Slider
          min={1}
          max={count}
          value={at}
          dots={count <= 60}
          disabled={count === 1}
          onChange={onStep}
          ariaLabelForHandle={t('agreements.history.slider')}
          tooltip={{ open: false }}
        />
        <span className="muted small">
          {t('agreements.history.moment', { moment: at, count })} · {t('agreements.history.keys')}
        </span>
      </div>
    </section>
  );
}

function usePlaying(at: number, count: number, onStep: Props['onStep']): [boolean, (playing: boolean) => void] {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    if (at >= count) return setPlaying(false);
    const timer = setTimeout(() => onStep(at + 1), STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, at, count, onStep]);
  return [playing, setPlaying];
}

/** Arrow keys anywhere on the page, but where they have a meaning of their own. */
function useKeys({ at, count, onStep, onToggle }: { at: number; count: number; onStep: Props['onStep']; onToggle: () => void }): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (target instanceof HTMLElement && target.closest('input, textarea, select, button, a, [role="slider"], [contenteditable]')) return;
      if (event.key === 'ArrowLeft' && at > 1) onStep(at - 1);
      else if (event.key === 'ArrowRight' && at < count) onStep(at + 1);
      else if (event.key === ' ') onToggle();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [at, count, onStep, onToggle]);
}
