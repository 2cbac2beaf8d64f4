export * from './engine/index.ts';
export * from './input.ts';
export { sharingText } from './render/share.ts';
export * from './statement.ts';
export * from './term/index.ts';
export { contradictionInTerm } from './validate/share.ts';
