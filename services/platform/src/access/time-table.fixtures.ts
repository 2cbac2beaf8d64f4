interface Asked {
  readonly path?: string;
  readonly body?: object;
  readonly expected: Record<string, string> & { readonly rest: string; readonly nobody: string };
}

const own = (rest: string, some: Record<string, string> = {}): Asked['expected'] => ({ nobody: 'NOT_SIGNED_IN', rest, ...some });
const administration = (code: string) => own('FORBIDDEN', { administrator: code });
const NONE = '00000000-0000-4000-8000-000000000000';

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
    'GET /api/webhook-hosts': { expected: administration('2xx') },
    'PUT /api/webhook-hosts': { body: { host: 'hooks.example.org', inside: false }, expected: administration('2xx') },
    'DELETE /api/webhook-hosts': { path: '/api/webhook-hosts?host=nobody.example.org', expected: administration('NOT_FOUND') },
    'GET /api/webhooks': { expected: administration('2xx') },
    'POST /api/webhooks': {
      body: { url: 'https://elsewhere.example.org/', kinds: ['ended'] },
      expected: administration('WEBHOOK_ADDRESS_REFUSED'),
    },
    'DELETE /api/webhooks/:id': { path: `/api/webhooks/${NONE}`, expected: administration('NOT_FOUND') },
    'GET /api/webhooks/:id/deliveries': { path: `/api/webhooks/${NONE}/deliveries`, expected: administration('NOT_FOUND') },
    'POST /api/webhooks/:id/deliveries/:seq/replay': {
      path: `/api/webhooks/${NONE}/deliveries/1/replay`,
      body: {},
      expected: administration('NOT_FOUND'),
    },
    'GET /api/calendars/:token': { path: `/api/calendars/${'x'.repeat(43)}`, expected: { nobody: 'NOT_FOUND', rest: 'NOT_FOUND' } },
  };
}
