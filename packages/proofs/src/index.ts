export * from './canonical.ts';
export * from './digest.ts';
export * from './ids.ts';
export * from './leaf.ts';
export * from './seal.ts';
