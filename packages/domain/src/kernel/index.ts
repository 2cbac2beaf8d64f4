export * from './calendar.ts';
export * from './decider.ts';
export * from './envelope.ts';
export * from './ids.ts';
export * from './numbered.ts';
export * from './refusal.ts';
export * from './refusal-codes.ts';
export * from './streams.ts';
