import { agreements } from './agreements/index.ts';
import { comments } from './comments.ts';
import { coordinations } from './coordination.ts';
import { coverage } from './coverage/index.ts';
import { deadlines, mandates } from './deadlines/index.ts';
import { reporting, reports } from './figures/index.ts';
import { organisations } from './organisations.ts';
import { procedures } from './procedures.ts';
import type { Projection } from './projection.ts';
import { projects } from './projects/index.ts';
import { quotas } from './quotas/index.ts';
import { accounts } from './settlement/index.ts';

export { agreements, agreementsAsOf, type Moment, momentsOf, type Today } from './agreements/index.ts';
export { comments } from './comments.ts';
export { coordinations } from './coordination.ts';
export { counted, coverage } from './coverage/index.ts';
export * from './coverage/schemas.ts';
export { deadlines, mandates } from './deadlines/index.ts';
export * from './deadlines/schemas.ts';
export * from './documents.ts';
export { reporting, reports } from './figures/index.ts';
export * from './figures/schemas.ts';
export { organisations } from './organisations.ts';
export { procedures } from './procedures.ts';
export * from './projection.ts';
export { projects } from './projects/index.ts';
export * from './projects/schemas.ts';
export { quotas } from './quotas/index.ts';
export * from './quotas/schemas.ts';
export { accounts } from './settlement/index.ts';
export * from './settlement/schemas.ts';

/** All projections of the platform. */
export const projections: readonly Projection[] = [
  agreements,
  comments,
  coordinations,
  organisations,
  procedures,
  reports,
  reporting,
  accounts,
  deadlines,
  coverage,
  mandates,
  quotas,
  projects,
];
