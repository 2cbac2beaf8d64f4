export * from './commands.ts';
export * from './decide.ts';
export * from './events.ts';
export { type Grant, type GrantRequest, type OrganisationState, rolesOn } from './state.ts';
