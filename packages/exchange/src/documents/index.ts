export { agreementsSheet, type ListedAgreement } from './agreements.ts';
export { balancesSheet, type PairOverTime } from './balances.ts';
export { figuresSheet, type ListedFigure } from './figures.ts';
export { type ListedProject, projectsSheet } from './projects.ts';
export { type StatementExport, type StatementInput, statementSheets, statementTable } from './statement.ts';
export type { Language } from './words.ts';
