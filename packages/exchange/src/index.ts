export * from './sheets/index.ts';
export * from './table/index.ts';
