import { type Decider, type Decision, type Digest, type NegotiationId, type OrganisationId, personsBehind, refuse } from '../kernel/index.ts';
import type { ChainStep } from './chain.ts';
import type { ClearanceCommand, DeadlineIn } from './commands.ts';
import type { ClearanceEvent, StepRecord } from './events.ts';
import { type ClearanceState, evolve, nextStep, noClearance, stepNow, unconsulted } from './state.ts';

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
    case 'record-consultation':
      return consult(command, state, base);
    case 'return-clearance': {
      const next = nextStep(state);
      if (next === undefined) return refuse('CLEARANCE_NOT_OPEN', { state: state.phase });
      if (command.step !== next) return refuse('CLEARANCE_STEP_OUT_OF_ORDER', { step: command.step, next });
      const [first] = state.procedure.steps;
      return [{ type: 'ClearanceReturned', data: { ...base, step: command.step, reason: command.reason } }, ...due(first, command, base)];
    }
    case 'withdraw-clearance':
      if (state.phase !== 'granted') return refuse('CLEARANCE_NOT_GRANTED', { state: state.phase });
      return [{ type: 'ClearanceWithdrawn', data: { ...base, reason: command.reason } }];
  }
}

/** Opened for each text anew; a text that was withdrawn from internally is not cleared again, it takes a new one. */
function open(command: Of<'open-clearance'>, state: ClearanceState): Decision<ClearanceEvent> {
  const { negotiation, party, digest, draftedBy, procedure } = command;
  const same = state.digest === digest && state.phase !== 'none';
  if (same || state.phase === 'open' || state.phase === 'granted') return refuse('CLEARANCE_EXISTS', { party });
  const base = { negotiation, party, digest };
  return [{ type: 'ClearanceOpened', data: { ...base, draftedBy: [...draftedBy], procedure } }, ...due(procedure.steps[0], command, base)];
}

/** By when the step whose turn has come is to be done, if the organisation says so. */
function due(now: ChainStep | undefined, { deadlineIn }: { readonly deadlineIn: DeadlineIn }, base: Base): readonly ClearanceEvent[] {
  if (now?.workingDays === undefined) return [];
  return [{ type: 'ClearanceDeadlineFixed', data: { ...base, step: now.step, ...deadlineIn(now.workingDays) } }];
}

/** Departments that are named are asked at the same time: their answers are recorded one by one, and the last that is needed passes the step. */
function consult(command: Of<'record-consultation'>, state: ClearanceState, base: Base): Decision<ClearanceEvent> {
  const now = stepNow(state);
  const { department } = command.consultation;
  if (now === undefined) return refuse('CLEARANCE_NOT_OPEN', { state: state.phase });
  if (now.step !== 'consultation') return refuse('CLEARANCE_STEP_OUT_OF_ORDER', { step: 'consultation', next: now.step });
  if (!now.departments.includes(department)) return refuse('DEPARTMENT_NOT_NAMED', { department });
  if (state.consulted.some((each) => each.department === department)) return refuse('DEPARTMENT_CONSULTED', { department });
  const answered: ClearanceEvent = { type: 'DepartmentConsulted', data: { ...base, ...command.consultation } };
  if (now.answers === 'all' && unconsulted(state).length > 1) return [answered];
  const departments = now.departments.filter((each) => each === department || state.consulted.some((known) => known.department === each));
  const passed: ClearanceEvent = { type: 'ClearanceStepPassed', data: { ...base, record: { step: 'consultation', departments, note: '' } } };
  return [answered, passed, ...due(state.procedure.steps[state.passed.length + 1], command, base)];
}

function pass(command: Of<'pass-clearance-step'>, state: ClearanceState, base: Base): Decision<ClearanceEvent> {
  const { actor, record, recordDigest } = command;
  const next = nextStep(state);
  if (next === undefined) return refuse('CLEARANCE_NOT_OPEN', { state: state.phase });
  if (record.step !== next) return refuse('CLEARANCE_STEP_OUT_OF_ORDER', { step: record.step, next });
  if (record.step === 'consultation' && unconsulted(state).length > 0) return refuse('DEPARTMENTS_NAMED', { missing: [...unconsulted(state)] });
  if (record.step === 'legal-review' && personsBehind(actor).some((person) => state.draftedBy.includes(person))) {
    return refuse('DUTIES_NOT_SEPARATE', { first: 'drafter', second: 'legal-reviewer' });
  }
  const passed: ClearanceEvent = { type: 'ClearanceStepPassed', data: { ...base, record } };
  const following = state.procedure.steps[state.passed.length + 1];
  if (following) return [passed, ...due(following, command, base)];
  const documentNumber = documentNumberIn([...state.passed.map((step) => step.record), record]);
  return [passed, { type: 'ClearanceGranted', data: { ...base, documentNumber, recordDigest } }];
}

/** The 文号 of the collective decision, where there is one: with the hash of the record all that leaves the party (domain rule 5). */
function documentNumberIn(records: readonly StepRecord[]): string {
  return records.flatMap((record) => (record.step === 'collective-decision' ? [record.documentNumber] : []))[0] ?? '';
}
