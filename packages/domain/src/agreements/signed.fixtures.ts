import { day, recordedBy } from '../kernel/given.fixtures.ts';
import { type Actor, type Digest, fold, isRefusal, type NegotiationId, type Recorded } from '../kernel/index.ts';
import { contentBetween } from './content.fixtures.ts';
import { type AgreementCommand, type AgreementContent, type AgreementEvent, agreementDecider, type ConcludedChange, renderText } from './index.ts';

export const agreement = '11111111-1111-4111-8111-111111111111' as NegotiationId;
export const NUMBER = 'LY-2026-7K3M9Q';
export const three = ['xian', 'bayannur', 'tianjin'] as const;
const process: Actor = { kind: 'process', process: 'test' };

/** A digest that tells contents apart; the rules never compute one. */
export const digestAs = (letter: string) => letter.repeat(64) as Digest;
export const firstDigest = digestAs('d');

export function concluding(terms: Partial<AgreementContent> = {}): AgreementCommand {
  const content = { ...contentBetween(three), ...terms };
  return {
    type: 'conclude-agreement',
    agreement,
    number: NUMBER,
    concludedOn: day('2026-03-02'),
    content,
    text: renderText(content),
    renderer: 'r',
    digest: firstDigest,
    executions: [],
  };
}

/** A history by commands, each of which must go through. Concluded between three on 2026-03-02. */
export function signedHistory(terms: Partial<AgreementContent>, ...commands: readonly AgreementCommand[]): Recorded<AgreementEvent>[] {
  const events: Recorded<AgreementEvent>[] = [];
  for (const command of [concluding(terms), ...commands]) {
    const decision = agreementDecider.decide(command, fold(agreementDecider, events));
    if (isRefusal(decision)) throw new Error(`${command.type}: ${decision.code}`);
    for (const event of decision) events.push(recordedBy(event, 'actor' in command ? command.actor : process, events.length));
  }
  return events;
}

/** An agreement about the first one, concluded on 2026-04-01. */
export function change(letter: string, content: Partial<AgreementContent> & Pick<AgreementContent, 'purpose'>): ConcludedChange {
  const whole = { ...contentBetween(three, `变更${letter}`), ...content };
  return {
    amendment: `${letter.repeat(8)}-2222-4222-8222-222222222222` as NegotiationId,
    number: 'LY-2026-ABCDEF',
    concludedOn: day('2026-04-01'),
    content: whole,
    text: renderText(whole),
    renderer: 'r',
    digest: digestAs(letter),
  };
}

export const about = (kind: NonNullable<AgreementContent['purpose']>['kind'], version = firstDigest): NonNullable<AgreementContent['purpose']> => ({
  kind,
  agreement,
  number: NUMBER,
  version,
});
export const from = (date: string) => ({ kind: 'on-date' as const, date: day(date) });
export const record = (changed: ConcludedChange, today = '2026-04-01'): AgreementCommand => ({
  type: 'record-change',
  today: day(today),
  ...changed,
});
export const force = (today = '2026-03-02'): AgreementCommand => ({ type: 'enter-into-force', today: day(today) });
export const apply = (today: string): AgreementCommand => ({ type: 'apply-amendment', today: day(today) });
export const expire = (today: string): AgreementCommand => ({ type: 'expire', today: day(today) });
