import { Button, Select, Slider } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { formatInstant } from '../i18n/format.ts';
import type { Reel } from './reel.ts';
import { useFilmWords } from './words.ts';

const SPEEDS = [1, 2, 5, 10] as const;

interface Props {
  readonly reel: Reel;
  /** The frames at which one stops, in their order; at least one. */
  readonly stops: readonly number[];
  readonly frame: number;
  /** The instant whose picture is shown. */
  readonly shown: string;
  readonly onStep: (frame: number) => void;
}

/** Which moment is shown, plainly, and the ways to another: buttons, slider, speed, keys. */
export function FilmBar({ reel, stops, frame, shown, onStep }: Props) {
  const t = useFilmWords();
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(2);
  /** How many of the stops have passed. */
  const passed = stops.filter((stop) => stop <= frame).length;
  const go = useCallback(
    (to: number) => {
      const stop = stops[Math.min(Math.max(to, 1), stops.length) - 1];
      if (stop !== undefined) onStep(stop);
    },
    [stops, onStep],
  );
  const toggle = useCallback(() => {
    if (!playing && passed >= stops.length) go(1);
    setPlaying(!playing);
  }, [playing, passed, stops.length, go]);
  useEffect(() => {
    if (!playing) return;
    if (passed >= stops.length) return setPlaying(false);
    const timer = setTimeout(() => go(passed + 1), 1_000 / speed);
    return () => clearTimeout(timer);
  }, [playing, passed, stops.length, speed, go]);
  useKeys((key) => {
    if (key === ' ') toggle();
    else go(stopFor(key, passed, stops.length));
  });
  return (
    <section className="film-bar card" aria-label={t('title')}>
      <div className="film-moment" role="status">
        <strong>{t('at', { at: formatInstant(shown) })}</strong>
        <span className="muted small">{t('note')}</span>
      </div>
      <div className="film-ways">
        <Button aria-label={t('earlier')} disabled={passed <= 1} onClick={() => go(passed - 1)}>
          ‹
        </Button>
        <Button type="primary" onClick={toggle}>
          {t(playing ? 'pause' : 'play')}
        </Button>
        <Button aria-label={t('later')} disabled={passed >= stops.length} onClick={() => go(passed + 1)}>
          ›
        </Button>
        <Slider
          min={1}
          max={Math.max(stops.length, 2)}
          value={Math.max(passed, 1)}
          disabled={stops.length < 2}
          onChange={go}
          ariaLabelForHandle={t('slider')}
          tooltip={{ formatter: (value) => formatInstant(reel.at(stops[(value ?? 1) - 1] ?? 0)) }}
        />
        <Select<number>
          aria-label={t('speed')}
          value={speed}
          onChange={setSpeed}
          options={SPEEDS.map((value) => ({ value, label: t('perSecond', { number: value }) }))}
        />
      </div>
      <span className="muted small">
        {t('step', { step: passed, count: stops.length })} · {t('keys')}
      </span>
    </section>
  );
}

const KEYS = ['ArrowLeft', 'ArrowRight', 'Home', 'End', ' '];

function stopFor(key: string, passed: number, count: number): number {
  if (key === 'Home') return 1;
  if (key === 'End') return count;
  return key === 'ArrowLeft' ? passed - 1 : passed + 1;
}

/** Keys anywhere on the page, but where they have a meaning of their own. */
function useKeys(act: (key: string) => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (!KEYS.includes(key) || event.altKey || event.ctrlKey || event.metaKey) return;
      if (target instanceof HTMLElement && target.closest('input, textarea, select, button, a, [role="slider"], [contenteditable]')) return;
      event.preventDefault();
      act(key);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
}
