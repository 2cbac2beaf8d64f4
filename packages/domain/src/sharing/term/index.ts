import { z } from 'zod';
import { moneyTerm } from './money.ts';
import { quotaTerm } from './quota.ts';
import { shareTerm } from './share.ts';
import { statisticsTerm } from './statistics.ts';

export * from './allocation.ts';
export * from './base.ts';
export * from './clock.ts';
export * from './limits.ts';
export * from './measure.ts';
export * from './money.ts';
export * from './party.ts';
export * from './quota.ts';
export * from './settlement.ts';
export * from './share.ts';
export * from './statistics.ts';

/** What a sharing clause holds. `share` is the first form of terms, still read and rendered; the engine computes the others. */
export const sharingTerm = z.discriminatedUnion('node', [shareTerm, moneyTerm, statisticsTerm, quotaTerm]);
export type SharingTerm = z.infer<typeof sharingTerm>;

/** Terms that the engine computes: they hold every choice that it needs. */
export type ComputedTerm = Exclude<SharingTerm, { node: 'share' }>;
