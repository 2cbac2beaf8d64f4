export * from './account/index.ts';
export * from './figures/index.ts';
export * from './terms.ts';
export * from './words.ts';
