import { addDays, calendarDate } from '@lianyu/domain/kernel';
import type { DeadlineDocument } from '@lianyu/projections/folds';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useDeadlines } from '../deadlines/use-deadlines.ts';
import { today } from '../settlement/words.ts';
import { WALL_DAYS } from './picture-data.ts';

/** Changes within this time are asked about together. */
const TOGETHER_MS = 800;

/** Deadlines for the wall, asked for again whenever something has happened. `happened` is another object then. */
export function useWallDeadlines(happened: object): readonly DeadlineDocument[] {
  const queries = useQueryClient();
  const day = calendarDate.parse(today());
  const { deadlines } = useDeadlines({
    kind: '',
    ours: '',
    q: '',
    state: '',
    from: addDays(day, -WALL_DAYS.back),
    to: addDays(day, WALL_DAYS.ahead),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when something has happened
  useEffect(() => {
    const due = setTimeout(() => void queries.invalidateQueries({ queryKey: ['deadlines'] }), TOGETHER_MS);
    return () => clearTimeout(due);
  }, [happened, queries]);
  return deadlines;
}
