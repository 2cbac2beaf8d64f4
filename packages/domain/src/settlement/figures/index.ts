export * from './available.ts';
export * from './commands.ts';
export { happensOften } from './cover.ts';
export { figuresDecider } from './decide.ts';
export { figureLimits, judging } from './decide-reporting.ts';
export * from './events.ts';
export { reportAfter, touchedBy } from './evolve-report.ts';
export * from './report.ts';
export { type FiguresState, figureIn, milestoneIn, noFigures } from './state.ts';
