import type { Balances } from '@lianyu/contract';
import { type Drawing, tenThousandYuan } from '../../chart/index.ts';

interface Words {
  readonly due: string;
  readonly received: string;
  readonly open: string;
  readonly unit: string;
}

/** Sums since the beginning as lines, and what is open as bars: over the days on which something moved. */
export function balanceDrawing(points: Balances['pairs'][number]['points'], words: Words): Drawing {
  const of = (column: 'due' | 'received' | 'open') => points.map((point) => tenThousandYuan(BigInt(point[column])));
  return {
    categories: points.map(({ on }) => on),
    unit: words.unit,
    series: [
      { name: words.open, draw: 'bar', colour: 2, values: of('open') },
      { name: words.due, draw: 'line', colour: 0, values: of('due') },
      { name: words.received, draw: 'line', colour: 1, dashed: true, values: of('received') },
    ],
  };
}
