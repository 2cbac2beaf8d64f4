export { type PaperField, paperHeaders } from './columns.ts';
export { dryRunOfPapers, type PaperImport, type PaperRowFate, type PapersDryRun, samePaper } from './dry-run.ts';
export type { NamedOrganisation, NewPaper, PaperProblem } from './row.ts';
