export * from './contexts.ts';
export * from './recorded.ts';
export * from './registry.ts';
