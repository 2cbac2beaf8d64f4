export * from './available.ts';
export * from './commands.ts';
export { frozen, negotiationDecider } from './decide.ts';
export * from './events.ts';
export { leftOutOf, type NegotiationStage, type NegotiationState, type Phase, type Standing, stageOf, standingOf, turnOf } from './state.ts';
