export * from './render.ts';
export * from './term.ts';
export { contradictionInTerm } from './validate.ts';
