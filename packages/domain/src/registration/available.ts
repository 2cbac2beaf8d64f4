import type { CalendarDate, Digest, Person } from '../kernel/index.ts';
import { isRefusal } from '../kernel/index.ts';
import type { Availability } from '../negotiation/available.ts';
import type { RegistrationCommand } from './commands.ts';
import { registrationDecider } from './decide.ts';
import { type RegistrationState, readersOf } from './state.ts';

type PersonsCommand = Exclude<RegistrationCommand['type'], 'register-paper'>;
const OTHER = '0'.repeat(64) as Digest;

/** What the decider would say to each command of this person (AZ-4). A correction or a scan is still to be chosen: any other stands for it. */
export function availableInRegistration(state: RegistrationState, actor: Person, today: CalendarDate): readonly Availability<PersonsCommand>[] {
  const { transcribed } = state;
  if (!transcribed || state.phase !== 'open' || !readersOf(state).includes(actor.organisation)) return [];
  const given = { actor, basis: transcribed.transcription };
  const ask = (command: Extract<RegistrationCommand, { type: PersonsCommand }>): Availability<PersonsCommand> => {
    const answer = registrationDecider.decide(command, state);
    return { command: command.type, missing: isRefusal(answer) ? [answer] : [] };
  };
  return [
    ask({ ...given, type: 'confirm-transcription' }),
    ask({ ...given, type: 'attach-scan', scan: { digest: OTHER, name: '-' }, transcription: OTHER }),
    ask({ ...given, type: 'correct-transcription', transcribed: { ...transcribed, transcription: OTHER }, reason: '-', today }),
    ask({ ...given, type: 'object-to-transcription', reason: '-' }),
    ask({ ...given, type: 'withdraw-registration', reason: '-' }),
  ];
}
