import { contradictionInChain } from '../clearance/chain.ts';
import { type Decider, type Decision, refuse } from '../kernel/index.ts';
import type { ProcedureCommand } from './commands.ts';
import type { ProcedureEvent } from './events.ts';
import { evolve, noProcedure, type ProcedureState } from './state.ts';

export const procedureDecider: Decider<ProcedureCommand, ProcedureState, ProcedureEvent> = { initial: noProcedure, decide, evolve };

type Of<Type extends ProcedureCommand['type']> = Extract<ProcedureCommand, { type: Type }>;

function decide(command: ProcedureCommand, state: ProcedureState): Decision<ProcedureEvent> {
  return command.type === 'propose-procedure' ? propose(command, state) : answer(command, state);
}

function propose({ actor, today, request, steps, from }: Of<'propose-procedure'>, { pending }: ProcedureState): Decision<ProcedureEvent> {
  if (pending) return refuse('PROCEDURE_PENDING', { request: pending.request });
  if (from < today) return refuse('PROCEDURE_BEGINS_IN_PAST', { from, today });
  const found = contradictionInChain(steps);
  if (found) return refuse('PROCEDURE_INVALID', { path: found.path, problem: found.problem });
  const { organisation, member: proposedBy } = actor;
  return [{ type: 'ProcedureProposed', data: { organisation, request, proposedBy, steps: [...steps], from } }];
}

/** Who proposed it may take it back, but not adopt it: that takes another person. Adopted late, it holds from that day. */
function answer(command: Of<'approve-procedure' | 'reject-procedure'>, { pending, versions }: ProcedureState): Decision<ProcedureEvent> {
  const { actor, today, request } = command;
  if (pending?.request !== request) return refuse('PROCEDURE_REQUEST_UNKNOWN', { request });
  const { organisation, member } = actor;
  if (command.type === 'reject-procedure')
    return [{ type: 'ProcedureRejected', data: { organisation, request, rejectedBy: member, reason: command.reason } }];
  const { proposedBy, steps } = pending;
  if (proposedBy === member) return refuse('PROCEDURE_NEEDS_SECOND_PERSON', { request });
  const data = { organisation, version: versions.length + 1, request, proposedBy, approvedBy: member, steps: [...steps] };
  const [, from = today] = [pending.from, today].sort();
  return [{ type: 'ProcedureAdopted', data: { ...data, from } }];
}
