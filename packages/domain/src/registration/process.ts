import { type AgreementCommand, signedDay } from '../agreements/index.ts';
import type { RegistrationState } from './state.ts';

/** What a completed registration founds: the agreement as its parties have confirmed it, under the number that was reserved for it. */
export function agreementRegistered(
  { phase, id, registrar, transcribed }: RegistrationState,
  number: string,
): Extract<AgreementCommand, { type: 'register-agreement' }> {
  const concludedOn = transcribed && signedDay(transcribed.paper.signedOn);
  if (phase !== 'completed' || !id || !registrar || !transcribed?.scan || !concludedOn)
    throw new TypeError('a completed registration has a day and a scan');
  const { content, text, renderer, digest, paper, scan, transcription } = transcribed;
  return { type: 'register-agreement', agreement: id, number, concludedOn, content, text, renderer, digest, registrar, paper, scan, transcription };
}
