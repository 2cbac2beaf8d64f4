export * from './alliance.ts';
export * from './document.ts';
export * from './measure.ts';
export { measures } from './measures.ts';
