export * from './reader.ts';
export * from './routes.ts';
