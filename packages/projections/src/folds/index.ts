import { agreements } from './agreements/index.ts';
import { organisations } from './organisations.ts';
import type { Projection } from './projection.ts';

export { agreements, agreementsAsOf, type Moment, momentsOf, type Today } from './agreements/index.ts';
export * from './documents.ts';
export * from './figures/schemas.ts';
export { organisations } from './organisations.ts';
export * from './projection.ts';
export * from './settlement/schemas.ts';

/** All projections of the platform. */
export const projections: readonly Projection[] = [agreements, organisations];
