export * from './zones.ts';
export * from './organisations.ts';
