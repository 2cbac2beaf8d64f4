import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentBetween } from '../agreements/content.fixtures.ts';
import type { AgreementContent } from '../agreements/content.ts';
import { renderText } from '../agreements/render.ts';
import { RENDERER } from '../agreements/text.ts';
import { memberOf, org, person, recordedBy } from '../kernel/given.fixtures.ts';
import { type Digest, fold, isRefusal, type NegotiationId, type Recorded } from '../kernel/index.ts';
import { leftOutOf, type NegotiationCommand, type NegotiationEvent, type NegotiationState, negotiationDecider, standingOf } from './index.ts';

const negotiation = '11111111-1111-4111-8111-111111111111' as NegotiationId;
const names = ['a-zone', 'b-zone', 'c-zone', 'd-zone', 'e-zone'];
const digestOf = (round: number) => round.toString(16).padStart(64, '0') as Digest;
const kinds = [
  'table-proposal',
  'counter-proposal',
  'confirm-text',
  'record-party-cleared',
  'record-clearance-withdrawn',
  'give-signature',
  'affix-seal',
  'decline-negotiation',
  'withdraw-from-negotiation',
] as const;

/** Any command by anybody, mostly about the current text, sometimes about another. */
const step = fc.record({ kind: fc.constantFrom(...kinds), who: fc.nat(5), hand: fc.nat(2), stale: fc.integer({ min: 0, max: 9 }) });

function commandFrom(
  { kind, who, hand, stale }: { kind: (typeof kinds)[number]; who: number; hand: number; stale: number },
  state: NegotiationState,
  parties: readonly string[],
  round: number,
  optional: number,
): NegotiationCommand {
  const organisation = who < parties.length ? (parties[who] ?? 'stranger') : 'stranger';
  const actor = person(organisation, `${organisation}${hand}`);
  const basis = stale === 0 ? digestOf(999) : (state.current?.digest ?? digestOf(0));
  const named = stale === 1 ? parties : parties.filter((party) => !state.declined.includes(org(party)));
  const content = withOptional(contentBetween(named, `第${round}稿`), optional);
  const proposed = { content, text: renderText(content), renderer: RENDERER, digest: digestOf(round) };
  switch (kind) {
    case 'table-proposal':
      return { type: kind, actor, negotiation, proposed, note: '' };
    case 'counter-proposal':
      return { type: kind, actor, basis, proposed, reason: '-' };
    case 'confirm-text':
      return { type: kind, actor, basis };
    case 'record-party-cleared':
      return { type: kind, party: org(organisation), digest: basis, documentNumber: '', recordDigest: digestOf(1) };
    case 'record-clearance-withdrawn':
      return { type: kind, party: org(organisation), digest: basis };
    case 'give-signature':
      return { type: kind, actor, basis, name: '-', office: '-', act: { method: 'password-again' } };
    case 'affix-seal':
      return { type: kind, actor, basis, signature: { algorithm: 'ed25519', key: 'a'.repeat(64), value: 'b'.repeat(128) } };
    default:
      return { type: kind, actor, basis, reason: '-' };
  }
}

/** Which of the parties behind the first two are optional, one bit each. */
function withOptional(content: AgreementContent, bits: number): AgreementContent {
  const parties = content.parties.map((party) => {
    const place = names.indexOf(party.organisation) - 2;
    return place >= 0 && (bits >> place) & 1 ? { ...party, optional: true as const } : party;
  });
  return { ...content, parties };
}

function checkInvariants(state: NegotiationState): void {
  const all = state.parties.map((party) => standingOf(state, party));
  for (const { clearedAt, signed, sealed, confirmedAt } of all) {
    if (clearedAt !== undefined) expect(confirmedAt).toBeDefined();
    if (signed) expect(clearedAt).toBeDefined();
    if (sealed) expect(signed).toBeDefined();
    if (sealed && signed) expect(sealed.keeper).not.toBe(signed.member);
  }
  if (all.some(({ clearedAt }) => clearedAt !== undefined)) expect(all.every(({ confirmedAt }) => confirmedAt !== undefined)).toBe(true);
  expect(state.parties.some((party) => state.declined.includes(party))).toBe(false);
  if (leftOutOf(state).length > 0) for (const { confirmedAt } of all) expect(confirmedAt).toBeUndefined();
  expect(state.phase === 'concluded').toBe(all.length > 0 && all.every(({ sealed }) => sealed !== undefined));
}

test('CM-1 CM-2 CM-4 AG-62 no sequence of commands of 2 to 5 parties leaves the machine, and replay gives the same state', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 5 }), fc.nat(7), fc.array(step, { minLength: 20, maxLength: 120 }), (count, optional, steps) => {
      const parties = names.slice(0, count);
      const log: Recorded<NegotiationEvent>[] = [];
      let state = negotiationDecider.initial;
      let ended = false;
      steps.forEach((each, index) => {
        const before = state;
        const decision = negotiationDecider.decide(commandFrom(each, state, parties, index + 1, optional), state);
        if (isRefusal(decision)) {
          expect(state).toBe(before);
          return;
        }
        expect(ended).toBe(false);
        for (const event of decision) {
          const recorded = recordedBy(
            event,
            {
              kind: 'person',
              member: memberOf(`${parties[each.who] ?? 'x'}${each.hand}`),
              organisation: org(parties[each.who] ?? 'stranger'),
              capacity: 'test',
            },
            log.length,
          );
          log.push(recorded);
          state = negotiationDecider.evolve(state, recorded);
          if (event.type === 'OptionalPartyDeclined') {
            expect(state.phase).toBe('open');
            expect(state.parties.length).toBeGreaterThanOrEqual(2);
          }
          if (event.type === 'ProposalCountered') {
            const stood = state.parties.map((party) => standingOf(state, party));
            expect(stood.filter(({ confirmedAt }) => confirmedAt !== undefined)).toHaveLength(1);
            expect(stood.some(({ clearedAt, signed, sealed }) => clearedAt !== undefined || signed !== undefined || sealed !== undefined)).toBe(
              false,
            );
          }
        }
        checkInvariants(state);
        ended = ['concluded', 'declined', 'withdrawn'].includes(state.phase);
      });
      expect(fold(negotiationDecider, log)).toEqual(state);
    }),
    { numRuns: 150 },
  );
});
