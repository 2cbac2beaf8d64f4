import { randomUUID } from 'node:crypto';

interface Asked {
  readonly path?: string;
  readonly body?: object | (() => object);
  readonly expected: Record<string, string> & { readonly rest: string; readonly nobody: string };
}

const ledger = { zone: 'xian-etdz', year: 2026, resource: 'land' };
const paper = { issuedBy: '省自然资源厅', documentNumber: '1号' };
const NONE = '00000000-0000-4000-8000-000000000000';
const command = (data: object) => () => ({ commandId: randomUUID(), data });
/** Who keeps the ledger of the zone, and nobody else. */
const keeper = (code: string, office: string) => own('FORBIDDEN', { drafter: code, office });
const signatory = (code: string) => own('FORBIDDEN', { signatory: code });
const own = (rest: string, some: Record<string, string> = {}): Asked['expected'] => ({ nobody: 'NOT_SIGNED_IN', rest, ...some });

/** What the policy asks to be coordinated: everybody asks, and reads what is theirs. */
export function coordinationTable(): Record<string, Asked> {
  return {
    'GET /api/alliance': { expected: own('2xx') },
    'GET /api/quotas': { expected: own('2xx') },
    'GET /api/quotas/:zone/:year/:resource/actions': { path: '/api/quotas/xian-etdz/2026/land/actions', expected: own('2xx') },
    'POST /api/quotas/dry-run': {
      body: { document: { digest: 'd'.repeat(64), name: 'x.csv' }, skip: [] },
      expected: own('FORBIDDEN', { drafter: 'FILE_UNKNOWN', other: 'FILE_UNKNOWN', stranger: 'FILE_UNKNOWN', office: 'FILE_UNKNOWN' }),
    },
    'GET /api/quotas/export.csv': { expected: own('2xx') },
    'GET /api/quotas/export.xlsx': { expected: own('2xx') },
    // The office records for zones of its own region: this one is of another.
    'POST /api/commands/allot-quota': {
      body: command({ ...ledger, amount: '10000', pool: 'ordinary', on: '2026-05-01', basis: paper, note: '' }),
      expected: keeper('2xx', 'QUOTA_OTHER_REGION'),
    },
    'POST /api/commands/reclaim-quota': {
      body: command({ ...ledger, amount: '90000', pool: 'listed', on: '2026-05-01', basis: paper, reason: '-' }),
      expected: keeper('QUOTA_EXCEEDED', 'QUOTA_OTHER_REGION'),
    },
    'POST /api/commands/reserve-quota': {
      body: command({ ...ledger, amount: '90000', pool: 'listed', purpose: '-' }),
      expected: keeper('QUOTA_EXCEEDED', 'FORBIDDEN'),
    },
    'POST /api/commands/release-quota': {
      body: command({ ...ledger, amount: '1', reservation: NONE, reason: '-' }),
      expected: keeper('QUOTA_RESERVATION_UNKNOWN', 'FORBIDDEN'),
    },
    'POST /api/commands/use-quota': {
      body: command({ ...ledger, amount: '1', reservation: NONE, on: '2026-05-01', evidence: paper }),
      expected: keeper('QUOTA_RESERVATION_UNKNOWN', 'FORBIDDEN'),
    },
    'POST /api/commands/return-used-quota': {
      body: command({ ...ledger, amount: '1', reservation: NONE, on: '2026-05-01', reason: '-' }),
      expected: keeper('QUOTA_RESERVATION_UNKNOWN', 'FORBIDDEN'),
    },
    'POST /api/commands/send-quota': {
      body: command({ ...ledger, amount: '90000', pool: 'listed', to: 'bayannur-etdz', words: '' }),
      expected: signatory('QUOTA_EXCEEDED'),
    },
    'POST /api/commands/accept-quota': { body: command({ ...ledger, transfer: NONE }), expected: signatory('QUOTA_TRANSFER_UNKNOWN') },
    'POST /api/commands/decline-quota': { body: command({ ...ledger, transfer: NONE, reason: '-' }), expected: signatory('QUOTA_TRANSFER_UNKNOWN') },
    'POST /api/commands/import-quotas': {
      body: command({ document: { digest: 'd'.repeat(64), name: 'x.csv' }, skip: [] }),
      expected: own('FORBIDDEN', { drafter: 'FILE_UNKNOWN', other: 'FILE_UNKNOWN', stranger: 'FILE_UNKNOWN', office: 'FILE_UNKNOWN' }),
    },
  };
}
