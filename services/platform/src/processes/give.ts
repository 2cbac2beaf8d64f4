import type { AnyEvent } from '@lianyu/domain/events';
import { commandId, type Recorded } from '@lianyu/domain/kernel';
import { derivedId } from '@lianyu/proofs';
import type { Executor, Outcome } from '../commands/execute.ts';
import type { Plan } from '../commands/plan.ts';

/** Refusals that mean: it has been done, or is no longer to be done. Anything else is a fault and tried again. */
const settled: ReadonlySet<string> = new Set([
  'CLEARANCE_EXISTS',
  'CLEARANCE_UNKNOWN',
  'CLEARANCE_NOT_OPEN',
  'PARTY_ALREADY_CLEARED',
  'PARTY_NOT_CLEARED',
  'TEXT_NOT_CONFIRMED_BY_ALL',
  'TEXT_FROZEN_BY_OWN_SEAL',
  'BASIS_OUTDATED',
  'NEGOTIATION_ENDED',
  'NEGOTIATION_NOT_LAPSED',
  'AGREEMENT_EXISTS',
  'REGISTRATION_EXISTS',
  'AGREEMENT_ALREADY_IN_FORCE',
  'AGREEMENT_NOT_DUE',
  'REPORTING_EXISTS',
  'SETTLEMENT_EXISTS',
  'SETTLEMENT_UNKNOWN',
  'SETTLEMENT_CLOSED',
  'WINDING_UP_BEGUN',
  'AGREEMENT_ENDED',
  'AGREEMENT_TERM_OVER',
  'AGREEMENT_NOT_IN_FORCE',
  'AGREEMENT_ABOUT_ANOTHER',
  'AMENDMENT_NONE',
  'TERMINATION_AGREED',
  'TERMINATION_NONE',
  'CONDITION_NOT_CONFIRMED',
  'FILING_DEADLINE_UNCHANGED',
  'VERSION_SUPERSEDED',
  'PROJECT_EXISTS',
  'PROJECT_MILESTONE_PHASE',
  'MILESTONE_CARRIED',
  'MILESTONE_NOT_CARRIED',
  'SECONDMENT_EXISTS',
  'SECONDMENT_UNKNOWN',
  'QUOTA_TRANSFER_KNOWN',
  'QUOTA_TRANSFER_ANSWERED',
]);

/**
 * A process gives a command because of an event: its id derives from the event, the process and the step, so that giving
 * it again is the same command (CM-5). @throws Error when it was refused for a reason that a process should not meet
 */
export async function giveBecauseOf(
  executor: Executor,
  cause: Recorded<AnyEvent>,
  process: string,
  step: string,
  data: unknown,
  plan: Plan,
): Promise<Outcome> {
  const id = commandId.parse(derivedId(cause.id, `${process}/${step}`));
  const issue = {
    commandId: id,
    name: `${process}/${step}`,
    data,
    actor: { kind: 'process' as const, process },
    correlation: cause.metadata.$correlationId,
    causation: cause.id,
  };
  const outcome = await executor.execute(issue, plan, () => ({ allowed: true, policies: [`process/${process}`] }));
  if (!outcome.ok && !settled.has(outcome.code) && outcome.code !== 'VALUE_RESERVED')
    throw new Error(`${process}/${step}: ${outcome.code} ${JSON.stringify(outcome.data)}`);
  return outcome;
}
