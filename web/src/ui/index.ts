export * from './actions.tsx';
export * from './basics.tsx';
export * from './names.tsx';
export * from './seal.tsx';
export * from './field.tsx';
export * from './now.ts';
export * from './rows.ts';
export * from './use-command.ts';
