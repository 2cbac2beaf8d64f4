export * from './actions.tsx';
export * from './basics.tsx';
export * from './field.tsx';
export * from './names.tsx';
export * from './now.ts';
export * from './rows.ts';
export * from './seal.tsx';
export * from './use-command.ts';
