import { randomUUID } from 'node:crypto';
import type { Digest, NegotiationId } from '@lianyu/domain/kernel';
import { content } from '../platform.fixtures.ts';

const HASH = 'a'.repeat(64);
const document = { digest: HASH, name: '清单.csv' };
const paper = { signedOn: '2011-05-19', documentNumber: '', source: { citation: '纸质协议', verification: 'verified', note: '' } };

/** The routes about paper agreements: one between Xi'an and Bayannur is registered and waits for its scan. */
export function registrationTable(registration: NegotiationId, basis: Digest, secret: string) {
  const own = (rest: string, some: Record<string, string> = {}) => ({ nobody: 'NOT_SIGNED_IN', rest, ...some });
  const on = { registration, basis };
  const transcribed = JSON.parse(JSON.stringify(content(secret)));
  const ask = (name: string, data: object, expected: ReturnType<typeof own>) => ({
    [`POST /api/commands/${name}`]: { body: () => ({ commandId: randomUUID(), data }), expected },
  });
  return {
    ...ask('register-paper', { content: transcribed, paper }, own('FORBIDDEN', { drafter: '2xx', other: '2xx', office: '2xx' })),
    ...ask(
      'import-papers',
      { document, skip: [] },
      own('FORBIDDEN', { drafter: 'FILE_UNKNOWN', other: 'FILE_UNKNOWN', stranger: 'FILE_UNKNOWN', office: 'FILE_UNKNOWN' }),
    ),
    ...ask(
      'correct-transcription',
      { ...on, content: transcribed, paper, reason: '-' },
      own('FORBIDDEN', { drafter: 'CONTENT_UNCHANGED', other: 'REGISTRATION_NOT_OWN' }),
    ),
    ...ask('attach-scan', { ...on, scan: document }, own('FORBIDDEN', { drafter: 'FILE_UNKNOWN', other: 'FILE_UNKNOWN' })),
    ...ask('confirm-transcription', on, own('FORBIDDEN', { signatory: 'SCAN_MISSING' })),
    ...ask('object-to-transcription', { ...on, reason: '-' }, own('FORBIDDEN', { drafter: '2xx', signatory: 'OBJECTION_RAISED', other: '2xx' })),
    ...ask('withdraw-registration', { ...on, basis: HASH, reason: '-' }, own('FORBIDDEN', { drafter: 'BASIS_OUTDATED', other: 'BASIS_OUTDATED' })),
    'POST /api/registrations/dry-run': {
      body: { document, skip: [] },
      expected: own('FORBIDDEN', { drafter: 'FILE_UNKNOWN', other: 'FILE_UNKNOWN', stranger: 'FILE_UNKNOWN', office: 'FILE_UNKNOWN' }),
    },
  };
}
