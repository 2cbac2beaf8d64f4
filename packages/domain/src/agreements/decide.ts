import { type Decider, type Decision, refuse } from '../kernel/index.ts';
import type { AgreementCommand } from './commands.ts';
import type { AgreementEvent } from './events.ts';
import { type AgreementState, dueOn, evolve, noAgreement } from './state.ts';

export const agreementDecider: Decider<AgreementCommand, AgreementState, AgreementEvent> = { initial: noAgreement, decide, evolve };

function decide(command: AgreementCommand, state: AgreementState): Decision<AgreementEvent> {
  if (command.type === 'conclude-agreement') {
    if (state.phase !== 'none') return refuse('AGREEMENT_EXISTS', { agreement: command.agreement });
    const { type: _, executions, ...rest } = command;
    return [{ type: 'AgreementConcluded', data: { ...rest, executions: [...executions] } }];
  }
  if (state.id === undefined || state.concludedOn === undefined || state.effect === undefined) return refuse('AGREEMENT_UNKNOWN');
  if (state.phase === 'in-force') return refuse('AGREEMENT_ALREADY_IN_FORCE', { agreement: state.id });
  const effectiveOn = dueOn(state.concludedOn, state.effect);
  if (effectiveOn > command.today) return refuse('AGREEMENT_NOT_DUE', { effectiveOn, today: command.today });
  return [{ type: 'AgreementEnteredIntoForce', data: { agreement: state.id, effectiveOn } }];
}
