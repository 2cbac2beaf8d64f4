import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Drawing } from './model.ts';
import { usePaint } from './use-paint.ts';
import './chart.css';

type Drawn = ReturnType<typeof import('./draw.ts')['chartIn']>;

/** A chart beside a table that says the same: the library comes when the first chart is seen, and for the eye alone. */
export function Chart({ drawing, label, height = 300 }: { drawing: Drawing; label: string; height?: number }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Drawn>();
  const [failed, setFailed] = useState(false);
  const paint = usePaint();

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let chart: Drawn | undefined;
    let gone = false;
    import('./draw.ts').then(
      ({ chartIn }) => {
        if (gone) return;
        chart = chartIn(element);
        setDrawn(chart);
      },
      () => setFailed(true),
    );
    const watch = new ResizeObserver(() => chart?.resize());
    watch.observe(element);
    return () => {
      gone = true;
      watch.disconnect();
      chart?.dispose();
      setDrawn(undefined);
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other colours, drawn again
  useEffect(() => drawn?.draw(drawing), [drawn, drawing, paint]);

  if (failed) return <p className="muted small">{t('common.chartFailed')}</p>;
  return <div ref={place} className="chart" style={{ height }} role="img" aria-label={label} />;
}
