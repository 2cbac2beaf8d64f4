import { contentBetween } from '../agreements/content.fixtures.ts';
import { renderText } from '../agreements/index.ts';
import { day, org, person, recordedBy } from '../kernel/given.fixtures.ts';
import { type Actor, type Digest, fold, isRefusal, type NegotiationId, type Recorded } from '../kernel/index.ts';
import { type RegistrationCommand, type RegistrationEvent, registrationDecider, type Transcribed } from './index.ts';

export const registration = '33333333-3333-4333-8333-333333333333' as NegotiationId;
export const two = ['zibo', 'shizuishan'] as const;
export const today = day('2026-06-01');
const process: Actor = { kind: 'process', process: 'test' };

/** The rules never compute a digest: a letter tells transcriptions apart. */
export const asDigest = (letter: string) => letter.repeat(64) as Digest;

export function transcribedAs(letter: string, more: { signedOn?: string; scan?: string; parties?: readonly string[] } = {}): Transcribed {
  const content = contentBetween(more.parties ?? two, `按年结算${letter}`);
  return {
    content,
    text: renderText(content),
    renderer: 'r',
    digest: asDigest(letter),
    paper: {
      signedOn: (more.signedOn ?? '2011-05-19') as Transcribed['paper']['signedOn'],
      documentNumber: '',
      source: { citation: '报道', verification: 'verified', note: '' },
    },
    ...(more.scan === undefined ? {} : { scan: { digest: asDigest(more.scan), name: '协议.pdf' } }),
    transcription: asDigest(letter),
  };
}

export const by = (organisation: string) => ({ actor: person(organisation, 'someone') });
export const registering = (transcribed: Transcribed, registrar = 'zibo', published = false): RegistrationCommand => ({
  type: 'register-paper',
  registration,
  registrar: org(registrar),
  published,
  transcribed,
  today,
});
export const confirming = (organisation: string, basis: string): RegistrationCommand => ({
  ...by(organisation),
  type: 'confirm-transcription',
  basis: asDigest(basis),
});
export const objecting = (organisation: string, basis: string): RegistrationCommand => ({
  ...by(organisation),
  type: 'object-to-transcription',
  basis: asDigest(basis),
  reason: '与原件不符',
});
export const scanning = (organisation: string, basis: string, scan: string): RegistrationCommand => ({
  ...by(organisation),
  type: 'attach-scan',
  basis: asDigest(basis),
  scan: { digest: asDigest(scan), name: '协议.pdf' },
  transcription: asDigest(scan),
});
export const correcting = (organisation: string, basis: string, transcribed: Transcribed): RegistrationCommand => ({
  ...by(organisation),
  type: 'correct-transcription',
  basis: asDigest(basis),
  transcribed,
  reason: '补正',
  today,
});
export const withdrawing = (organisation: string, basis: string): RegistrationCommand => ({
  ...by(organisation),
  type: 'withdraw-registration',
  basis: asDigest(basis),
  reason: '重复登记',
});

/** A history by commands, each of which must go through. */
export function paperHistory(...commands: readonly RegistrationCommand[]): Recorded<RegistrationEvent>[] {
  const events: Recorded<RegistrationEvent>[] = [];
  for (const command of commands) {
    const decision = registrationDecider.decide(command, fold(registrationDecider, events));
    if (isRefusal(decision)) throw new Error(`${command.type}: ${decision.code}`);
    for (const event of decision) events.push(recordedBy(event, 'actor' in command ? command.actor : process, events.length));
  }
  return events;
}
