export * from './authority.ts';
export * from './commands.ts';
export * from './decide.ts';
export { type Delegated, type Delegation, delegationsOn, signingAuthorityOf } from './delegation.ts';
export * from './events.ts';
export * from './process.ts';
export * from './role.ts';
export { belongs, type Secondee, type Secondment, secondmentOn } from './secondment.ts';
export { changesOf, type Grant, type GrantRequest, type OrganisationState, rolesOn } from './state.ts';
