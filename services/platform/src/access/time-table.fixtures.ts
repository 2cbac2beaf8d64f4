interface Asked {
  readonly path?: string;
  readonly body?: object;
  readonly expected: Record<string, string> & { readonly rest: string; readonly nobody: string };
}

const own = (rest: string, some: Record<string, string> = {}): Asked['expected'] => ({ nobody: 'NOT_SIGNED_IN', rest, ...some });

/** Deadlines, calendars and what people are told: everybody has their own, and nobody another's. */
export function timeTable(): Record<string, Asked> {
  return {
    'GET /api/deadlines': { expected: own('2xx') },
    'GET /api/calendar-address': { expected: own('2xx') },
    'POST /api/calendar-address': { body: {}, expected: own('2xx') },
    'DELETE /api/calendar-address': { expected: own('2xx') },
    'GET /api/notices': { expected: own('2xx') },
    'GET /api/notices/unread': { expected: own('2xx') },
    'POST /api/notices/read': { body: { through: 1 }, expected: own('2xx') },
    'GET /api/notice-choices': { expected: own('2xx') },
    'PUT /api/notice-choices': { body: { muted: ['settlement'], daysAhead: 7 }, expected: own('2xx') },
    'GET /api/calendars/:token': { path: `/api/calendars/${'x'.repeat(43)}`, expected: { nobody: 'NOT_FOUND', rest: 'NOT_FOUND' } },
  };
}
