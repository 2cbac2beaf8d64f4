export { fileReferences } from './files.ts';
export { reporting } from './reporting.ts';
export { reports } from './reports.ts';
