export * from './commands.ts';
export { procedureDecider } from './decide.ts';
export * from './events.ts';
export { noProcedure, type ProcedureState, type ProcedureVersion, type ProposedProcedure, procedureOn } from './state.ts';
