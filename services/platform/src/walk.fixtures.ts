import type { AgreementContent } from '@lianyu/domain/agreements';
import type { StepRecord } from '@lianyu/domain/clearance';
import { type Digest, type NegotiationId, negotiationId } from '@lianyu/domain/kernel';
import { proposedFrom } from './commands/proposed.ts';
import { content, digestOf, type TestPlatform } from './platform.fixtures.ts';

export const XIAN = { officer: 'xian-etdz.officer', head: 'xian-etdz.head' };
export const BAYANNUR = { officer: 'bayannur-etdz.officer', head: 'bayannur-etdz.head' };
type Zone = typeof XIAN;

export async function must<Answer extends { ok: boolean }>(answer: Promise<Answer>): Promise<Extract<Answer, { ok: true }>> {
  const given = await answer;
  if (!given.ok) throw new Error(JSON.stringify(given));
  return given as Extract<Answer, { ok: true }>;
}

export async function tabled(test: TestPlatform, settlement: string, effectiveOn?: string): Promise<NegotiationId> {
  const { subject } = await must(test.give(XIAN.officer, 'table-proposal', { content: content(settlement, effectiveOn), note: '请研提' }));
  return negotiationId.parse(subject);
}

export async function confirmed(test: TestPlatform, settlement: string, effectiveOn?: string): Promise<NegotiationId> {
  const negotiation = await tabled(test, settlement, effectiveOn);
  await must(test.give(BAYANNUR.officer, 'confirm-text', { negotiation, basis: digestOf(settlement, effectiveOn) }));
  return negotiation;
}

const steps = (secret: string): readonly (readonly [keyof Zone, StepRecord])[] => [
  ['officer', { step: 'consultation', departments: [`财政局${secret}`], note: secret }],
  ['head', { step: 'legal-review', opinionNumber: `法审${secret}`, note: secret }],
  ['head', { step: 'fair-competition-review', applies: true, note: secret }],
  ['officer', { step: 'collective-decision', meetingOn: '2026-05-20' as never, attendees: 9, documentNumber: `纪要〔2026〕7号`, note: secret }],
  ['head', { step: 'seal-approval', note: secret }],
];

export async function clear(
  test: TestPlatform,
  zone: Zone,
  negotiation: NegotiationId,
  basis: ReturnType<typeof digestOf>,
  secret = '-',
  count = 5,
): Promise<void> {
  for (const [who, record] of steps(secret).slice(0, count)) await must(test.give(zone[who], 'pass-clearance-step', { negotiation, basis, record }));
}

/** Through internal procedure, signature and seal of both: the agreement stands. */
export async function concludedBy(test: TestPlatform, negotiation: NegotiationId, basis: ReturnType<typeof digestOf>): Promise<void> {
  for (const zone of [XIAN, BAYANNUR]) await clear(test, zone, negotiation, basis);
  for (const zone of [XIAN, BAYANNUR]) await signAndSeal(test, zone, negotiation, basis);
  await test.settled();
}

/** Between the two of the walk, on any content; `of` is its digest. */
export async function signed(test: TestPlatform, content: AgreementContent): Promise<{ agreement: NegotiationId; basis: Digest }> {
  const { subject } = await must(test.give(XIAN.officer, 'table-proposal', { content, note: '' }));
  const agreement = negotiationId.parse(subject);
  const basis = proposedFrom(content).digest;
  await must(test.give(BAYANNUR.officer, 'confirm-text', { negotiation: agreement, basis }));
  await concludedBy(test, agreement, basis);
  return { agreement, basis };
}

export async function signAndSeal(test: TestPlatform, zone: Zone, negotiation: NegotiationId, basis: ReturnType<typeof digestOf>): Promise<void> {
  await must(test.give(zone.head, 'give-signature', { negotiation, basis, password: test.account(zone.head).password }));
  await must(test.give(zone.officer, 'affix-seal', { negotiation, basis, password: test.account(zone.officer).password }));
}
