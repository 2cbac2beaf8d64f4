export * from './engine/index.ts';
export * from './input.ts';
export * from './render/index.ts';
export * from './statement.ts';
export * from './term/index.ts';
export * from './validate/index.ts';
