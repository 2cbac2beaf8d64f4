export * from './chart.tsx';
export * from './model.ts';
