export * from './events.ts';
export * from './reserve.ts';
