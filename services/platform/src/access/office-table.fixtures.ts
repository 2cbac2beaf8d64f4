import { randomUUID } from 'node:crypto';

interface Asked {
  readonly path?: string;
  readonly body?: () => object;
  readonly expected: Record<string, string> & { readonly rest: string; readonly nobody: string };
}

const own = (rest: string, some: Record<string, string> = {}): Asked['expected'] => ({ nobody: 'NOT_SIGNED_IN', rest, ...some });
const command = (data: object) => ({ commandId: randomUUID(), data });
/** Of what nobody began. */
const parties = own('FORBIDDEN', {
  drafter: 'COORDINATION_UNKNOWN',
  signatory: 'COORDINATION_UNKNOWN',
  other: 'COORDINATION_UNKNOWN',
  stranger: 'COORDINATION_UNKNOWN',
});

/** The office speaks, parties answer; of what was not said to them they learn nothing. */
export function officeTable(negotiation: string): Record<string, Asked> {
  return {
    'GET /api/film': { path: '/api/film?from=2026-01-01T00:00:00.000Z&until=2026-01-02T00:00:00.000Z', expected: own('2xx') },
    'POST /api/commands/offer-coordination': {
      body: () => command({ agreement: negotiation, kind: 'inquiry', to: ['xian-etdz'], text: '请告知进展' }),
      expected: own('FORBIDDEN', { office: '2xx' }),
    },
    'POST /api/commands/answer-coordination': { body: () => command({ coordination: randomUUID(), text: '-' }), expected: parties },
    'POST /api/commands/close-coordination': {
      body: () => command({ coordination: randomUUID(), text: '-' }),
      expected: own('FORBIDDEN', { office: 'COORDINATION_UNKNOWN' }),
    },
  };
}
