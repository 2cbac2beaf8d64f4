export * from './registry.ts';
export * from './recorded.ts';
