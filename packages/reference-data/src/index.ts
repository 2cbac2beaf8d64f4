export * from './organisations.ts';
export * from './zones.ts';
