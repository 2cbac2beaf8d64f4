export * from './allocate.ts';
export * from './capital.ts';
export * from './fen.ts';
export * from './quantity.ts';
export * from './ratio.ts';
