import type { SharingReference } from '@lianyu/domain/sharing';
import type { Source } from '../source.ts';
import { taxLives } from './lives.ts';
import { localShares } from './national.ts';

export { suggestedSuccessors, type TaxLife, taxLives } from './lives.ts';
export { type LocalShare, localShares } from './national.ts';

/** Changes whenever a fact of the tables does: statements record it. */
export const TAXES_VERSION = 'taxes/2026-11';

/** The tables as the engine takes them, for the whole country. */
export const sharingReference: SharingReference = {
  version: TAXES_VERSION,
  rates: localShares.map(({ tax, from, until, ratio, source }) => ({
    tax,
    level: 'local-share',
    region: '000000',
    from,
    until,
    ratio,
    source: worded(source),
    verified: source.verification === 'verified',
  })),
  taxes: taxLives.map(({ tax, from, until, source }) => ({ tax, from, until, source: worded(source) })),
};

/** Every version that statements may have recorded. When a fact changes, what stood before stays here under its own version. */
export const sharingReferences: ReadonlyMap<string, SharingReference> = new Map([[sharingReference.version, sharingReference]]);

function worded({ citation, note }: Source): string {
  return note === undefined ? citation : `${citation}（${note}）`;
}
