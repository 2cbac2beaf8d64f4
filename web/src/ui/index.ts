export * from './actions.tsx';
export * from './basics.tsx';
export * from './names.tsx';
export * from './seal.tsx';
