export * from './limits.ts';
export * from './open.ts';
export * from './vault.ts';
