export { toCsv } from './csv.ts';
export { APPRAISAL_LABEL, type Column, type ColumnKind, DEMONSTRATION_LABEL, type Labels, labelled, type Sheet } from './sheet.ts';
export { toXlsx } from './xlsx.ts';
