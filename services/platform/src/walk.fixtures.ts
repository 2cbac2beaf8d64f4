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
  [
    'officer',
    {
      step: 'collective-decision',
      meetingOn: '2026-05-20' as never,
      attendees: 9,
      outcome: 'agreed' as const,
      documentNumber: `纪要〔2026〕7号`,
      note: secret,
    },
  ],
  ['head', { step: 'seal-approval', note: secret }],
];

export async function clear(
  test: TestPlatform,
  zone: Zone,
  negotiation: NegotiationId,
  basis: ReturnType<typeof digestOf>,
  secret = '-',
  count = 5,
  from = 0,
): Promise<void> {
  for (const [who, record] of steps(secret).slice(from, count))
    await must(test.give(zone[who], 'pass-clearance-step', { negotiation, basis, record }));
}

type Tabling = 'table-proposal' | 'propose-change';
interface Signed {
  readonly agreement: NegotiationId;
  readonly basis: Digest;
}

/** Between the two of the walk, on any content: all but the last seal. */
export async function nearlySigned(test: TestPlatform, content: AgreementContent, tabling: Tabling = 'table-proposal'): Promise<Signed> {
  const { subject } = await must(test.give(XIAN.officer, tabling, { content, note: '' }));
  const agreement = negotiationId.parse(subject);
  const basis = proposedFrom(content).digest;
  await must(test.give(BAYANNUR.officer, 'confirm-text', { negotiation: agreement, basis }));
  for (const zone of [XIAN, BAYANNUR]) await clear(test, zone, agreement, basis);
  await signAndSeal(test, XIAN, agreement, basis);
  await must(test.give(BAYANNUR.head, 'give-signature', { negotiation: agreement, basis, password: test.account(BAYANNUR.head).password }));
  return { agreement, basis };
}

/** The same to its end: the agreement stands. */
export async function signed(test: TestPlatform, content: AgreementContent, tabling: Tabling = 'table-proposal'): Promise<Signed> {
  const done = await nearlySigned(test, content, tabling);
  const { agreement: negotiation, basis } = done;
  await must(test.give(BAYANNUR.officer, 'affix-seal', { negotiation, basis, password: test.account(BAYANNUR.officer).password }));
  await test.settled();
  return done;
}

export async function signAndSeal(test: TestPlatform, zone: Zone, negotiation: NegotiationId, basis: ReturnType<typeof digestOf>): Promise<void> {
  await must(test.give(zone.head, 'give-signature', { negotiation, basis, password: test.account(zone.head).password }));
  await must(test.give(zone.officer, 'affix-seal', { negotiation, basis, password: test.account(zone.officer).password }));
}
