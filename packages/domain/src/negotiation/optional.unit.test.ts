import { expect, test } from 'vitest';
import { contentBetween } from '../agreements/content.fixtures.ts';
import { contradictionIn, RENDERER, renderText } from '../agreements/index.ts';
import { fromNegotiation } from '../clearance/index.ts';
import { given, org, person, recordedBy } from '../kernel/given.fixtures.ts';
import { type Digest, fold, type NegotiationId, type Person, type Recorded } from '../kernel/index.ts';
import { availableInNegotiation, type NegotiationCommand, type NegotiationEvent, negotiationDecider, stageOf, turnOf } from './index.ts';

const negotiation = '11111111-1111-4111-8111-111111111111' as NegotiationId;
const digestAs = (character: string) => character.repeat(64) as Digest;
const [D1, D2, D3] = [digestAs('1'), digestAs('2'), digestAs('3')];
const [anna, chen, eve] = [person('xian', 'anna'), person('bayannur', 'chen'), person('dalian', 'eve')];
const three = ['xian', 'bayannur', 'dalian'];

/** A text in which Dalian is optional, where it is named. */
function proposed(digest: Digest, parties = three) {
  const content = contentBetween(parties, digest);
  const marked = {
    ...content,
    parties: content.parties.map((party) => (party.organisation === 'dalian' ? { ...party, optional: true as const } : party)),
  };
  return { content: marked, text: renderText(marked), renderer: RENDERER, digest };
}
function history(...commands: readonly (NegotiationCommand & { readonly actor: Person })[]): Recorded<NegotiationEvent>[] {
  const events: Recorded<NegotiationEvent>[] = [];
  for (const command of commands) {
    const decision = negotiationDecider.decide(command, fold(negotiationDecider, events));
    if ('refused' in decision) throw new Error(`${command.type}: ${decision.code}`);
    for (const event of decision) events.push(recordedBy(event, command.actor, events.length));
  }
  return events;
}
const table = { type: 'table-proposal' as const, actor: anna, negotiation, proposed: proposed(D1), note: '' };
const confirm = (actor: Person, basis = D1) => ({ type: 'confirm-text' as const, actor, basis });
const decline = (actor: Person, basis = D1) => ({ type: 'decline-negotiation' as const, actor, basis, reason: '另有安排' });
const withdraw = (actor: Person, basis = D1) => ({ type: 'withdraw-from-negotiation' as const, actor, basis, reason: '另有安排' });
const counter = (actor: Person, digest: Digest, parties: string[], basis = D1) => ({
  type: 'counter-proposal' as const,
  actor,
  basis,
  proposed: proposed(digest, parties),
  reason: '-',
});
const left = { type: 'OptionalPartyDeclined', data: { negotiation, party: 'dalian', digest: D1, reason: '另有安排' } };

test('AG-62 AG-7 the decline of an optional party takes it out and does not end the negotiation; that of another ends it', () => {
  given(negotiationDecider, history(table)).when(decline(eve)).then([left]);
  given(negotiationDecider, history(table, confirm(eve)))
    .when(withdraw(eve))
    .then([left]);
  given(negotiationDecider, history(table, confirm(eve)))
    .when(decline(eve))
    .refuses('TEXT_ALREADY_CONFIRMED');
  given(negotiationDecider, history(table)).when(withdraw(eve)).refuses('TEXT_NOT_CONFIRMED');
  given(negotiationDecider, history(table)).when(decline(chen)).yields('NegotiationDeclined');
});

test('AG-62 what stood on the text falls, of all; it is nobody’s to confirm until the next one, which goes on without the party', () => {
  const events = history(table, confirm(chen), confirm(eve), withdraw(eve));
  const state = fold(negotiationDecider, events);
  expect([state.parties, state.declined, turnOf(state), stageOf(state)]).toEqual([
    ['xian', 'bayannur'],
    ['dalian'],
    ['xian', 'bayannur'],
    'negotiating',
  ]);
  for (const refused of [confirm(chen), confirm(anna)])
    given(negotiationDecider, events)
      .when(refused)
      .refuses('NEXT_TEXT_NEEDED', { declined: ['dalian'] });
  given(negotiationDecider, events)
    .when(counter(chen, D2, three))
    .refuses('PARTIES_CHANGED');
  const next = history(table, decline(eve), counter(chen, D2, ['xian', 'bayannur']), confirm(anna, D2));
  expect(turnOf(fold(negotiationDecider, next))).toEqual([]);
  expect(
    availableInNegotiation(state, chen)
      .filter(({ missing }) => missing.length === 0)
      .map(({ command }) => command),
  ).toEqual(['counter-proposal', 'decline-negotiation']);
});

test('AG-62 who has declined is no party any more, and no later text names it again', () => {
  const events = history(table, decline(eve), counter(chen, D2, ['xian', 'bayannur']));
  for (const command of [confirm(eve, D2), decline(eve, D2), counter(eve, D3, three, D2)])
    given(negotiationDecider, events).when(command).refuses('NOT_A_PARTY');
  given(negotiationDecider, events)
    .when(counter(anna, D3, three, D2))
    .refuses('PARTIES_CHANGED');
  expect(availableInNegotiation(fold(negotiationDecider, events), eve)).toEqual([]);
});

test('AG-62 AG-11 the internal procedures of that text are void, of the party that left for good', () => {
  const events = history(table, confirm(chen), confirm(eve), withdraw(eve));
  const last = events.at(-1)!;
  const voided = fromNegotiation(last.event, fold(negotiationDecider, events)).map(({ party, command }) => [
    party,
    'because' in command && command.because,
  ]);
  expect(voided).toEqual([
    ['dalian', 'negotiation-ended'],
    ['xian', 'text-changed'],
    ['bayannur', 'text-changed'],
  ]);
});

test('AG-62 AG-15 AG-16 the text says which party is optional, and at least two are not; a change of what is signed keeps its parties', () => {
  const { content } = proposed(D1);
  expect(renderText(content).zh).toContain('丙方（迁入地，可选缔约方）：dalian管委会');
  const all = { ...content, parties: content.parties.map((party) => ({ ...party, optional: true as const })) };
  expect(contradictionIn(all)).toEqual({ path: 'parties', problem: 'too-many-optional' });
  const purpose = { kind: 'amendment' as const, agreement: negotiation, number: 'LY-2026-7K3M9Q', version: D3 };
  const change = { ...table, proposed: { ...table.proposed, content: { ...content, purpose } } };
  given(negotiationDecider, history(change)).when(decline(eve)).yields('NegotiationDeclined');
  expect(org('dalian')).toBe('dalian');
});
