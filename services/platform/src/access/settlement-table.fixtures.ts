import { randomUUID } from 'node:crypto';
import type { NegotiationId } from '@lianyu/domain/kernel';

interface Asked {
  readonly path?: string;
  readonly body?: object;
  readonly expected: Record<string, string> & { readonly rest: string; readonly nobody: string };
}

const own = (rest: string, some: Record<string, string> = {}): Asked['expected'] => ({ nobody: 'NOT_SIGNED_IN', rest, ...some });
const HASH = 'a'.repeat(64);
const document = { digest: HASH, name: '完税证明.pdf' };
const figure = {
  measure: 'tax/value-added/local-retained',
  period: { from: '2026-01-01', to: '2026-03-31' },
  amount: '100',
  effectiveOn: '2026-03-31',
  estimated: false,
  document,
  note: '',
};
const milestone = { kind: 'full-capacity', on: '2026-03-01', documents: [document], note: '' };
const voucher = { number: '1', on: '2026-05-01', document };

/** The routes of settlement, asked about an agreement of which nothing is computed: nobody may do anything to what is not there. */
export function settlementTable(agreement: NegotiationId): Record<string, Asked> {
  const onReport = { agreement, kind: 'figure', number: 1 };
  const onAccount = { agreement, clause: 'sharing', ledger: 'official' };
  const onStatement = { ...onAccount, period: '2026-01-01', basis: HASH };
  const path = `/api/settlements/${agreement}/sharing/official`;
  const bodies: Record<string, object> = {
    'report-figures': { agreement, figures: [{ figure }] },
    'import-figures': { agreement, document, skip: [] },
    'report-milestone': { agreement, milestone },
    'confirm-reports': { agreement, figures: [1], milestones: [] },
    'question-report': { ...onReport, reason: '-' },
    'answer-question': { ...onReport, answer: '-' },
    'withdraw-report': { ...onReport, reason: '-' },
    'confirm-withdrawal': onReport,
    'decline-withdrawal': { ...onReport, reason: '-' },
    'propose-statement': { ...onStatement, note: '' },
    'confirm-statement': onStatement,
    'dispute-statement': { ...onStatement, disputes: [{ subject: 'money', line: 0, claimed: '1', reason: '-', documents: [] }] },
    'withdraw-statement': { ...onStatement, reason: '-' },
    'withdraw-dispute': { ...onAccount, dispute: 1, reason: '-' },
    'propose-resolution': {
      ...onAccount,
      dispute: 1,
      amount: '1',
      by: 'parties',
      effect: 'stands',
      basis: { text: '-', documents: [], resolvedOn: '2026-05-01' },
    },
    'propose-year-closing': { ...onAccount, year: 2025 },
    'propose-winding-up': { ...onAccount, lastDay: '2026-12-31', reason: '-' },
    'propose-closing': { ...onAccount, note: '' },
    'agree-to-matter': { ...onAccount, matter: 1 },
    'reject-matter': { ...onAccount, matter: 1, reason: '-' },
    'record-payment': { ...onAccount, to: 'xian-etdz', amount: '1', voucher },
    'record-payment-hop': { ...onAccount, payment: 1, hop: 0, voucher },
    'confirm-payment-hop': { ...onAccount, payment: 1, hop: 0 },
    'reject-payment-hop': { ...onAccount, payment: 1, hop: 0, reason: '-' },
    'withdraw-payment': { ...onAccount, payment: 1, reason: '-' },
  };
  const commands = Object.entries(bodies).map(([name, data]): [string, Asked] => [
    `POST /api/commands/${name}`,
    { body: { commandId: randomUUID(), data }, expected: own('FORBIDDEN') },
  ]);
  const exports = Object.fromEntries(
    ['xlsx', 'csv'].flatMap((format): [string, Asked][] => [
      [
        `GET /api/settlements/:agreement/:clause/:ledger/periods/:from/export.${format}`,
        { path: `${path}/periods/2026-01-01/export.${format}`, expected: own('NOT_FOUND') },
      ],
      [`GET /api/figures/export.${format}`, { expected: own('2xx') }],
      [`GET /api/balances/export.${format}`, { expected: own('2xx') }],
    ]),
  );
  return {
    ...Object.fromEntries(commands),
    'GET /api/figures': { expected: own('2xx') },
    'POST /api/agreements/:agreement/figures/dry-run': {
      path: `/api/agreements/${agreement}/figures/dry-run`,
      body: { document, skip: [] },
      expected: own('FORBIDDEN'),
    },
    'GET /api/statements': { expected: own('2xx') },
    'GET /api/disputes': { expected: own('2xx') },
    'GET /api/calendar': { path: '/api/calendar?from=2026-01-01&to=2026-12-31', expected: own('2xx') },
    'GET /api/balances': { expected: own('2xx') },
    'GET /api/settlements/:agreement/:clause/:ledger/preview': { path: `${path}/preview`, expected: own('NOT_FOUND') },
    'GET /api/settlements/:agreement/:clause/:ledger/periods/:from': { path: `${path}/periods/2026-01-01`, expected: own('NOT_FOUND') },
    'GET /api/settlements/:agreement/:clause/:ledger/periods/:from/explain': {
      path: `${path}/periods/2026-01-01/explain?subject=money&line=0`,
      expected: own('NOT_FOUND'),
    },
    ...exports,
    'GET /api/settlements/:agreement/:clause/:ledger/history': { path: `${path}/history`, expected: own('NOT_FOUND') },
    'GET /api/settlements/:agreement/:clause/:ledger/actions': { path: `${path}/actions`, expected: own('2xx') },
    'GET /api/agreements/:agreement/reports/:kind/:number/actions': {
      path: `/api/agreements/${agreement}/reports/figure/1/actions`,
      expected: own('2xx'),
    },
    'POST /api/files': {
      body: {},
      expected: own('FORBIDDEN', {
        drafter: 'INPUT_INVALID',
        signatory: 'INPUT_INVALID',
        other: 'INPUT_INVALID',
        stranger: 'INPUT_INVALID',
        office: 'INPUT_INVALID',
      }),
    },
    'GET /api/files/:hash': { path: `/api/files/${HASH}`, expected: own('NOT_FOUND') },
  };
}
