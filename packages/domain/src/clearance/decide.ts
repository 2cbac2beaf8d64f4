import { type Decider, type Decision, type Digest, type NegotiationId, type OrganisationId, personsBehind, refuse } from '../kernel/index.ts';
import type { ClearanceCommand } from './commands.ts';
import { type ClearanceEvent, type StepRecord, standardChain } from './events.ts';
import { type ClearanceState, evolve, nextStep, noClearance } from './state.ts';

export const clearanceDecider: Decider<ClearanceCommand, ClearanceState, ClearanceEvent> = { initial: noClearance, decide, evolve };

type Of<Type extends ClearanceCommand['type']> = Extract<ClearanceCommand, { type: Type }>;
type Base = { readonly negotiation: NegotiationId; readonly party: OrganisationId; readonly digest: Digest };

function decide(command: ClearanceCommand, state: ClearanceState): Decision<ClearanceEvent> {
  if (command.type === 'open-clearance') return open(command, state);
  const { negotiation, party, digest } = state;
  if (negotiation === undefined || party === undefined || digest === undefined) return refuse('CLEARANCE_UNKNOWN');
  const base: Base = { negotiation, party, digest };
  if (command.type === 'void-clearance') {
    if (command.digest !== digest) return refuse('BASIS_OUTDATED', { basis: command.digest, current: digest });
    if (state.phase !== 'open' && state.phase !== 'granted') return refuse('CLEARANCE_NOT_OPEN', { state: state.phase });
    return [{ type: 'ClearanceVoided', data: { ...base, because: command.because } }];
  }
  if (command.basis !== digest) return refuse('BASIS_OUTDATED', { basis: command.basis, current: digest });
  switch (command.type) {
    case 'pass-clearance-step':
      return pass(command, state, base);
    case 'return-clearance': {
      const next = nextStep(state);
      if (next === undefined) return refuse('CLEARANCE_NOT_OPEN', { state: state.phase });
      if (command.step !== next) return refuse('CLEARANCE_STEP_OUT_OF_ORDER', { step: command.step, next });
      return [{ type: 'ClearanceReturned', data: { ...base, step: command.step, reason: command.reason } }];
    }
    case 'withdraw-clearance':
      if (state.phase !== 'granted') return refuse('CLEARANCE_NOT_GRANTED', { state: state.phase });
      return [{ type: 'ClearanceWithdrawn', data: { ...base, reason: command.reason } }];
  }
}

/** Opened for each text anew; a text that was withdrawn from internally is not cleared again, it takes a new one. */
function open(command: Of<'open-clearance'>, state: ClearanceState): Decision<ClearanceEvent> {
  const { negotiation, party, digest, draftedBy } = command;
  const same = state.digest === digest && state.phase !== 'none';
  if (same || state.phase === 'open' || state.phase === 'granted') return refuse('CLEARANCE_EXISTS', { party });
  return [{ type: 'ClearanceOpened', data: { negotiation, party, digest, draftedBy: [...draftedBy] } }];
}

function pass({ actor, record, recordDigest }: Of<'pass-clearance-step'>, state: ClearanceState, base: Base): Decision<ClearanceEvent> {
  const next = nextStep(state);
  if (next === undefined) return refuse('CLEARANCE_NOT_OPEN', { state: state.phase });
  if (record.step !== next) return refuse('CLEARANCE_STEP_OUT_OF_ORDER', { step: record.step, next });
  if (record.step === 'legal-review' && personsBehind(actor).some((person) => state.draftedBy.includes(person))) {
    return refuse('DUTIES_NOT_SEPARATE', { first: 'drafter', second: 'legal-reviewer' });
  }
  const passed: ClearanceEvent = { type: 'ClearanceStepPassed', data: { ...base, record } };
  if (state.passed.length + 1 < standardChain.length) return [passed];
  const documentNumber = documentNumberIn([...state.passed.map((step) => step.record), record]);
  return [passed, { type: 'ClearanceGranted', data: { ...base, documentNumber, recordDigest } }];
}

/** The 文号 of the collective decision: with the hash of the record all that leaves the party (domain rule 5). */
function documentNumberIn(records: readonly StepRecord[]): string {
  return records.flatMap((record) => (record.step === 'collective-decision' ? [record.documentNumber] : []))[0] ?? '';
}
