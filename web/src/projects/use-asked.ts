import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { ApiError, get, useRows } from '../live/index.ts';

/** What the server counts or filters, asked again whenever a project moves. */
export function useAsked<Body>(path: string, schema: z.ZodType<Body>) {
  const { rows } = useRows('projects');
  const version = rows.map((row) => row.version).reduce((sum, each) => sum + each, rows.length);
  const query = useQuery({ queryKey: [path, version], queryFn: () => get(path, schema), placeholderData: keepPreviousData, retry: false });
  const error = query.error ? (query.error instanceof ApiError ? query.error : new ApiError('ANSWER_UNREADABLE')) : undefined;
  return { data: query.data, error, retry: () => void query.refetch() };
}
