import { type CalendarDate, type Decision, type Refusal, type RefusalCode, refuse } from '../kernel/index.ts';
import { changeRefused } from './change.ts';
import type { ConcludedChange } from './commands.ts';
import type { Concluded, Of } from './decide.ts';
import type { AgreementEvent } from './events.ts';
import { type AgreementState, isLive, latestVersion, nextAmendment } from './state.ts';

/** A concluded change of this agreement: a new version with its day, which may be today, still to come, or past. */
export function recordChange(command: Of<'record-change'>, state: Concluded): Decision<AgreementEvent> {
  const { type: _, today, ...change } = command;
  const refusal = changeRefused(change.content, state);
  const latest = latestVersion(state);
  if (refusal || !latest) return refusal ?? refuse('AGREEMENT_UNKNOWN');
  const { effect, purpose } = change.content;
  const effectiveFrom = effect.kind === 'on-date' ? effect.date : change.concludedOn;
  if (purpose?.kind === 'termination') return agreeTermination(change, effectiveFrom, today, state);
  const version = latest.version + 1;
  const concluded: AgreementEvent = {
    type: 'AmendmentConcluded',
    data: { agreement: state.id, version, replaces: latest.digest, effectiveFrom, ...change },
  };
  if (effectiveFrom > today) return [concluded];
  return [concluded, { type: 'AgreementAmended', data: { agreement: state.id, version, effectiveOn: effectiveFrom } }];
}

/** What was performed stays performed: a 解除 does not reach back before it was concluded. */
function agreeTermination(
  { amendment, number, digest, concludedOn }: ConcludedChange,
  wanted: CalendarDate,
  today: CalendarDate,
  state: Concluded,
): Decision<AgreementEvent> {
  const effectiveFrom = wanted > concludedOn ? wanted : concludedOn;
  const data = { agreement: state.id, termination: amendment, number, digest, concludedOn, effectiveFrom };
  const agreed: AgreementEvent = { type: 'TerminationAgreed', data };
  if (effectiveFrom > today) return [agreed];
  return [agreed, { type: 'AgreementTerminated', data: { agreement: state.id, ground: 'by-consent', effectiveOn: effectiveFrom, words: '' } }];
}

export function applyAmendment({ today }: Of<'apply-amendment'>, state: Concluded): Decision<AgreementEvent> {
  if (!isLive(state)) return notInForce(state);
  const next = nextAmendment(state);
  if (!next) return refuse('AMENDMENT_NONE', { agreement: state.id });
  if (next.effectiveFrom > today) return refuse('AGREEMENT_NOT_DUE', { effectiveOn: next.effectiveFrom, today });
  return [{ type: 'AgreementAmended', data: { agreement: state.id, version: next.version, effectiveOn: next.effectiveFrom } }];
}

/** On the stream of the agreement that makes the change. */
export function takeEffect({ effectiveOn }: Of<'take-effect'>, state: Concluded): Decision<AgreementEvent> {
  if (state.phase === 'in-force') return refuse('AGREEMENT_ALREADY_IN_FORCE', { agreement: state.id });
  if (state.phase !== 'concluded' || !state.purpose) return refuse('AGREEMENT_ENDED', { state: state.phase });
  return [{ type: 'AgreementEnteredIntoForce', data: { agreement: state.id, effectiveOn } }];
}

export function voidAgreement({ because }: Of<'void-agreement'>, state: Concluded): Decision<AgreementEvent> {
  if (state.phase !== 'concluded' || !state.purpose) return refuse('AGREEMENT_ENDED', { state: state.phase });
  return [{ type: 'AgreementVoided', data: { agreement: state.id, because } }];
}

export function notInForce({ phase }: AgreementState): Refusal<RefusalCode> {
  return phase === 'concluded' ? refuse('AGREEMENT_NOT_IN_FORCE', { state: phase }) : refuse('AGREEMENT_ENDED', { state: phase });
}
