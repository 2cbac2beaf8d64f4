import { isProcedureEvent } from '@lianyu/domain/events';
import { streamOf } from '@lianyu/domain/kernel';
import { type ProcedureCommand, type ProcedureEvent, type ProcedureState, procedureDecider } from '@lianyu/domain/procedure';
import type { Definitions, Giver } from './definition.ts';
import { type Occasion, type Plan, plan } from './plan.ts';

type Names = 'propose-procedure' | 'approve-procedure' | 'reject-procedure';

/** Commands on `procedure-<organisation>`, always the actor's own. */
export const procedureCommands: Pick<Definitions, Names> = {
  'propose-procedure': {
    capacity: () => 'administrator',
    plan: ({ steps, from }, giver) =>
      own(giver, ({ today, commandId }) => ({ type: 'propose-procedure', actor: giver.person, today, request: commandId, steps, from })),
  },
  'approve-procedure': {
    capacity: asApprover,
    plan: ({ request }, giver) => own(giver, ({ today }) => ({ type: 'approve-procedure', actor: giver.person, today, request })),
  },
  'reject-procedure': {
    capacity: asApprover,
    plan: ({ request, reason }, giver) => own(giver, ({ today }) => ({ type: 'reject-procedure', actor: giver.person, today, request, reason })),
  },
};

/** The policies allow a second administrator or the signatory. */
function asApprover(roles: readonly string[]): 'administrator' | 'signatory' {
  return roles.includes('administrator') ? 'administrator' : 'signatory';
}

function own({ person }: Giver, command: (occasion: Occasion) => ProcedureCommand): Plan {
  const { organisation } = person;
  return plan<ProcedureCommand, ProcedureState, ProcedureEvent>({
    stream: streamOf.procedure(organisation),
    classification: 'internal-procedure',
    subject: organisation,
    decider: procedureDecider,
    isOf: isProcedureEvent,
    resource: () => ({ type: 'Organisation', id: organisation }),
    command,
  });
}
