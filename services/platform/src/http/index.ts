export { problemOf } from './errors.ts';
export * from './http.ts';
export { httpLimits } from './limits.ts';
export { createLog } from './log.ts';
export { isSameOrigin } from './origin.ts';
export { Problem, problem } from './problem.ts';
export { strictRate } from './rates.ts';
export type { Route } from './routes.ts';
export type { Readiness } from './system.ts';
