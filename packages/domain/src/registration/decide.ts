import { contradictionIn, signedDay } from '../agreements/index.ts';
import { type CalendarDate, type Decider, type Decision, type OrganisationId, type Refusal, type RefusalCode, refuse } from '../kernel/index.ts';
import type { Registering, RegistrationCommand } from './commands.ts';
import type { RegistrationEvent, Transcribed } from './events.ts';
import { evolve, noRegistration, type RegistrationState, unconfirmed } from './state.ts';

export const registrationDecider: Decider<RegistrationCommand, RegistrationState, RegistrationEvent> = {
  initial: noRegistration,
  decide,
  evolve,
};

type Of<Type extends RegistrationCommand['type']> = Extract<RegistrationCommand, { type: Type }>;

/** A registration that waits: its transcription is there. */
type Open = RegistrationState & {
  readonly id: NonNullable<RegistrationState['id']>;
  readonly registrar: OrganisationId;
  readonly transcribed: Transcribed;
};

function decide(command: RegistrationCommand, state: RegistrationState): Decision<RegistrationEvent> {
  if (command.type === 'register-paper') return register(command, state);
  if (!isOpen(state)) return state.phase === 'none' ? refuse('REGISTRATION_UNKNOWN') : refuse('REGISTRATION_ENDED', { state: state.phase });
  const { basis, actor } = command;
  const current = state.transcribed.transcription;
  if (basis !== current) return refuse('BASIS_OUTDATED', { basis, current });
  const by = actor.organisation;
  const isParty = state.parties.includes(by);
  switch (command.type) {
    case 'correct-transcription':
      return correct(command, state);
    case 'attach-scan':
      if (!isParty && by !== state.registrar) return refuse('NOT_A_PARTY', { organisation: by });
      return attach(command, state);
    case 'confirm-transcription':
      return isParty ? confirm(by, state) : refuse('NOT_A_PARTY', { organisation: by });
    case 'object-to-transcription': {
      if (!isParty) return refuse('NOT_A_PARTY', { organisation: by });
      if (state.objections.some(({ party }) => party === by)) return refuse('OBJECTION_RAISED', { party: by });
      return [{ type: 'ObjectionRaised', data: { registration: state.id, party: by, transcription: current, reason: command.reason } }];
    }
    case 'withdraw-registration':
      if (by !== state.registrar) return refuse('REGISTRATION_NOT_OWN', { registrar: state.registrar });
      return [{ type: 'RegistrationWithdrawn', data: { registration: state.id, reason: command.reason } }];
  }
}

function isOpen(state: RegistrationState): state is Open {
  return state.phase === 'open' && state.id !== undefined && state.registrar !== undefined && state.transcribed !== undefined;
}

/** What stands against registering this, whoever asks and whatever else is registered: also of a row that is to be imported. */
export function registeringRefused(
  {
    registrar,
    published,
    transcribed,
  }: Pick<Registering, 'registrar' | 'published'> & { readonly transcribed: Pick<Transcribed, 'content' | 'paper'> },
  today: CalendarDate,
): Refusal<RefusalCode> | undefined {
  const parties = transcribed.content.parties.map(({ organisation }) => organisation);
  if (!published && !parties.includes(registrar)) return refuse('NOT_A_PARTY', { organisation: registrar });
  return transcribedRefused(transcribed, today);
}

function transcribedRefused({ content, paper }: Pick<Transcribed, 'content' | 'paper'>, today: CalendarDate): Refusal<RefusalCode> | undefined {
  const contradiction = contradictionIn(content);
  if (contradiction) return refuse('CONTENT_INVALID', { path: contradiction.path, problem: contradiction.problem });
  // Of a year or a month only so much is compared as is known.
  const { signedOn } = paper;
  if (signedOn === 'unknown') return undefined;
  return signedOn > today.slice(0, signedOn.length) ? refuse('DATE_IN_FUTURE', { date: signedOn, today }) : undefined;
}

function register({ registration, registrar, published, transcribed, imported, today }: Of<'register-paper'>, state: RegistrationState) {
  if (state.phase !== 'none') return refuse('REGISTRATION_EXISTS', { registration });
  const refusal = registeringRefused({ registrar, published, transcribed }, today);
  if (refusal) return refusal;
  const from = imported === undefined ? {} : { imported };
  return [{ type: 'PaperRegistered' as const, data: { registration, registrar, published, ...transcribed, ...from } }];
}

/** By who registered it alone. Whoever is party to the paper stays so: another paper is another registration. */
function correct({ actor, transcribed, reason, today }: Of<'correct-transcription'>, state: Open): Decision<RegistrationEvent> {
  if (actor.organisation !== state.registrar) return refuse('REGISTRATION_NOT_OWN', { registrar: state.registrar });
  const parties = transcribed.content.parties.map(({ organisation }) => organisation);
  if (parties.length !== state.parties.length || !parties.every((each) => state.parties.includes(each))) return refuse('PARTIES_CHANGED');
  const refusal = transcribedRefused(transcribed, today);
  if (refusal) return refusal;
  const replaces = state.transcribed.transcription;
  if (transcribed.transcription === replaces) return refuse('CONTENT_UNCHANGED', { digest: replaces });
  return [{ type: 'TranscriptionCorrected', data: { registration: state.id, replaces, ...transcribed, reason } }];
}

function attach({ actor, scan, transcription }: Of<'attach-scan'>, state: Open): Decision<RegistrationEvent> {
  const replaces = state.transcribed.transcription;
  if (state.transcribed.scan?.digest === scan.digest || transcription === replaces) return refuse('CONTENT_UNCHANGED', { digest: replaces });
  return [{ type: 'ScanAttached', data: { registration: state.id, replaces, by: actor.organisation, scan, transcription } }];
}

/** The last confirmation completes it in the same decision. */
function confirm(party: OrganisationId, state: Open): Decision<RegistrationEvent> {
  const { scan, paper, transcription } = state.transcribed;
  if (!scan) return refuse('SCAN_MISSING');
  if (signedDay(paper.signedOn) === undefined) return refuse('SIGNED_DAY_UNKNOWN', { signedOn: paper.signedOn });
  if (state.confirmed.has(party)) return refuse('TRANSCRIPTION_CONFIRMED', { party });
  const registration = state.id;
  const confirmed: RegistrationEvent = { type: 'TranscriptionConfirmed', data: { registration, transcription, party } };
  const isLast = unconfirmed(state).every((each) => each === party);
  return isLast ? [confirmed, { type: 'RegistrationCompleted', data: { registration, transcription } }] : [confirmed];
}
