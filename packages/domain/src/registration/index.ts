export * from './available.ts';
export * from './commands.ts';
export { registeringRefused, registrationDecider } from './decide.ts';
export * from './events.ts';
export * from './intake.ts';
export { agreementRegistered } from './process.ts';
export { noRegistration, type Objection, type RegistrationState, readersOf, unconfirmed } from './state.ts';
