import { expect, test } from 'vitest';
import { contentBetween } from '../agreements/content.fixtures.ts';
import { renderText } from '../agreements/render.ts';
import { RENDERER } from '../agreements/text.ts';
import { day, given, org, person, recordedBy } from '../kernel/given.fixtures.ts';
import { type Actor, type Digest, fold, type NegotiationId, type Recorded } from '../kernel/index.ts';
import {
  availableInNegotiation,
  type NegotiationCommand,
  type NegotiationEvent,
  negotiationDecider,
  type Proposed,
  stageOf,
  turnOf,
} from './index.ts';

const negotiation = '11111111-1111-4111-8111-111111111111' as NegotiationId;
const D1 = '1'.repeat(64) as Digest;
const D2 = '2'.repeat(64) as Digest;
const anna = person('xian', 'anna');
const bo = person('xian', 'bo');
const chen = person('bayannur', 'chen');
const dong = person('bayannur', 'dong');
const process: Actor = { kind: 'process', process: 'test' };
const proposed = (digest: Digest, settlement?: string, parties = ['xian', 'bayannur']): Proposed => {
  const content = contentBetween(parties, settlement);
  return { content, text: renderText(content), renderer: RENDERER, digest };
};
const signature = { algorithm: 'ed25519', key: 'a'.repeat(64), value: 'b'.repeat(128) } as const;

/** A history by commands, each of which must go through. */
function history(...steps: readonly (readonly [NegotiationCommand, Actor])[]): Recorded<NegotiationEvent>[] {
  const events: Recorded<NegotiationEvent>[] = [];
  for (const [command, actor] of steps) {
    const decision = negotiationDecider.decide(command, fold(negotiationDecider, events));
    if ('refused' in decision) throw new Error(`${command.type}: ${decision.code}`);
    for (const event of decision) events.push(recordedBy(event, actor, events.length));
  }
  return events;
}
const table: readonly [NegotiationCommand, Actor] = [{ type: 'table-proposal', actor: anna, negotiation, proposed: proposed(D1), note: '' }, anna];
const counter: readonly [NegotiationCommand, Actor] = [
  { type: 'counter-proposal', actor: chen, basis: D1, proposed: proposed(D2, '按季结算'), reason: '与年终结算一致' },
  chen,
];
const confirm: readonly [NegotiationCommand, Actor] = [{ type: 'confirm-text', actor: chen, basis: D1 }, chen];
const cleared = (party: string): readonly [NegotiationCommand, Actor] => [
  { type: 'record-party-cleared', party: org(party), digest: D1, documentNumber: '1号', recordDigest: D2 },
  process,
];
const sign = (actor: typeof bo): readonly [NegotiationCommand, Actor] => [
  { type: 'give-signature', actor, basis: D1, name: '名', office: '职', act: { method: 'password-again' } },
  actor,
];
const seal = (actor: typeof anna): readonly [NegotiationCommand, Actor] => [{ type: 'affix-seal', actor, basis: D1, signature }, actor];
const ready = [table, confirm, cleared('xian'), cleared('bayannur')];

test('AG-1 EV-1 tabling begins a negotiation and is the proposer’s own confirmation', () => {
  given(negotiationDecider, [])
    .when(table[0])
    .then([{ type: 'ProposalTabled', data: { negotiation, number: 1, party: 'xian', ...proposed(D1), note: '' } }]);
  expect(turnOf(fold(negotiationDecider, history(table)))).toEqual(['bayannur']);
  given(negotiationDecider, history(table)).when(table[0]).refuses('NEGOTIATION_EXISTS');
});

test('AG-1 only a party tables, and only what does not contradict itself', () => {
  given(negotiationDecider, [])
    .when({ type: 'table-proposal', actor: person('dalian', 'eve'), negotiation, proposed: proposed(D1), note: '' })
    .refuses('NOT_A_PARTY');
  const broken = proposed(D1);
  const sharing = broken.content.clauses[0]?.body;
  if (sharing?.kind !== 'sharing') throw new Error('no sharing');
  const shares = [
    { party: org('xian'), ratio: ['1', '2'] as [string, string] },
    { party: org('bayannur'), ratio: ['2', '3'] as [string, string] },
  ];
  const content = {
    ...broken.content,
    clauses: [
      {
        ...broken.content.clauses[0]!,
        body: { ...sharing, term: { ...sharing.term, allocation: { node: 'year-bands' as const, bands: [{ fromYear: 1, shares }] } } },
      },
    ],
  };
  given(negotiationDecider, [])
    .when({ type: 'table-proposal', actor: anna, negotiation, proposed: { ...broken, content }, note: '' })
    .refuses('CONTENT_INVALID', { problem: 'shares-not-one' });
});

test('AG-2 a counter-proposal names what it answers, replaces it and voids all that stood on it', () => {
  const after = fold(negotiationDecider, history(...ready, sign(bo), counter));
  expect(after.current?.digest).toBe(D2);
  expect(stageOf(after)).toBe('negotiating');
  for (const [party, standing] of after.standings) expect([party, standing.clearedAt, standing.signed]).toEqual([party, undefined, undefined]);
  expect(turnOf(after)).toEqual(['xian']);
});

test('AG-2 a counter-proposal on an older text, unchanged, or with other parties is refused', () => {
  const now = history(table, counter);
  given(negotiationDecider, now)
    .when({ type: 'counter-proposal', actor: anna, basis: D1, proposed: proposed(D1), reason: '-' })
    .refuses('BASIS_OUTDATED', { basis: D1, current: D2 });
  given(negotiationDecider, now)
    .when({ type: 'counter-proposal', actor: anna, basis: D2, proposed: proposed(D2), reason: '-' })
    .refuses('CONTENT_UNCHANGED');
  given(negotiationDecider, now)
    .when({ type: 'counter-proposal', actor: anna, basis: D2, proposed: proposed(D1, '-', ['xian', 'dalian']), reason: '-' })
    .refuses('PARTIES_CHANGED');
});

test('AG-3 confirming is of the text on the screen, once', () => {
  given(negotiationDecider, history(table))
    .when(confirm[0])
    .then([{ type: 'TextConfirmed', data: { negotiation, party: 'bayannur', digest: D1 } }]);
  given(negotiationDecider, history(table, confirm)).when(confirm[0]).refuses('TEXT_ALREADY_CONFIRMED');
  given(negotiationDecider, history(table, counter)).when({ type: 'confirm-text', actor: anna, basis: D1 }).refuses('BASIS_OUTDATED');
  given(negotiationDecider, history(table))
    .when({ type: 'confirm-text', actor: person('dalian', 'eve'), basis: D1 })
    .refuses('NOT_A_PARTY');
  given(negotiationDecider, []).when(confirm[0]).refuses('NEGOTIATION_UNKNOWN');
});

test('AG-4 a party is cleared once all have confirmed the same text', () => {
  given(negotiationDecider, history(table))
    .when(cleared('xian')[0])
    .refuses('TEXT_NOT_CONFIRMED_BY_ALL', { missing: ['bayannur'] });
  given(negotiationDecider, history(table, confirm)).when(cleared('xian')[0]).yields('PartyCleared');
  given(negotiationDecider, history(table, confirm, cleared('xian')))
    .when(cleared('xian')[0])
    .refuses('PARTY_ALREADY_CLEARED');
  expect(stageOf(fold(negotiationDecider, history(table, confirm, cleared('xian'))))).toBe('clearing');
  expect(stageOf(fold(negotiationDecider, history(...ready)))).toBe('signing');
});

test('AG-5 a party signs once it is cleared, whatever the others do, and once', () => {
  given(negotiationDecider, history(table, confirm)).when(sign(bo)[0]).refuses('PARTY_NOT_CLEARED');
  given(negotiationDecider, history(table, confirm, cleared('xian')))
    .when(sign(bo)[0])
    .yields('SignatureGiven');
  given(negotiationDecider, history(...ready, sign(bo)))
    .when(sign(bo)[0])
    .refuses('PARTY_ALREADY_SIGNED');
});

test('AG-6 a seal follows the signature, once; the last one concludes', () => {
  given(negotiationDecider, history(...ready))
    .when(seal(anna)[0])
    .refuses('PARTY_NOT_SIGNED');
  given(negotiationDecider, history(...ready, sign(bo)))
    .when(seal(anna)[0])
    .yields('SealAffixed');
  given(negotiationDecider, history(...ready, sign(bo), seal(anna)))
    .when(seal(anna)[0])
    .refuses('PARTY_ALREADY_SEALED');
  given(negotiationDecider, history(...ready, sign(bo), seal(anna), sign(dong)))
    .when(seal(chen)[0])
    .yields('SealAffixed', 'NegotiationConcluded');
});

test('AZ-3.1 who signs does not seal', () => {
  given(negotiationDecider, history(...ready, sign(bo)))
    .when(seal(bo)[0])
    .refuses('DUTIES_NOT_SEPARATE', { first: 'signatory', second: 'seal-keeper' });
});

test('AG-7 who has not confirmed declines, who has withdraws, up to the own seal', () => {
  given(negotiationDecider, history(table))
    .when({ type: 'decline-negotiation', actor: chen, basis: D1, reason: '不合' })
    .yields('NegotiationDeclined');
  given(negotiationDecider, history(table))
    .when({ type: 'decline-negotiation', actor: anna, basis: D1, reason: '不合' })
    .refuses('TEXT_ALREADY_CONFIRMED');
  given(negotiationDecider, history(table))
    .when({ type: 'withdraw-from-negotiation', actor: anna, basis: D1, reason: '不合' })
    .yields('NegotiationWithdrawn');
  given(negotiationDecider, history(table))
    .when({ type: 'withdraw-from-negotiation', actor: chen, basis: D1, reason: '不合' })
    .refuses('TEXT_NOT_CONFIRMED');
  const sealed = history(...ready, sign(bo), seal(anna));
  given(negotiationDecider, sealed)
    .when({ type: 'withdraw-from-negotiation', actor: anna, basis: D1, reason: '悔' })
    .refuses('TEXT_FROZEN_BY_OWN_SEAL');
  given(negotiationDecider, sealed)
    .when({ type: 'counter-proposal', actor: anna, basis: D1, proposed: proposed(D2, '-'), reason: '悔' })
    .refuses('TEXT_FROZEN_BY_OWN_SEAL');
  given(negotiationDecider, sealed).when({ type: 'withdraw-from-negotiation', actor: chen, basis: D1, reason: '悔' }).yields('NegotiationWithdrawn');
});

test('AG-29 TM-3 who proposes may set the last day; the day after it the negotiation lapses, whatever was signed', () => {
  const until = (on: string, today = '2026-03-01') => ({ on: day(on), today: day(today) });
  const dated: typeof table = [{ ...(table[0] as Extract<NegotiationCommand, { type: 'table-proposal' }>), expiry: until('2026-03-31') }, anna];
  const lapse = (today: string): NegotiationCommand => ({ type: 'lapse-negotiation', today: day(today) });
  given(negotiationDecider, history(dated)).when(lapse('2026-03-31')).refuses('NEGOTIATION_NOT_LAPSED', { effectiveOn: '2026-04-01' });
  given(negotiationDecider, history(dated))
    .when(lapse('2026-06-06'))
    .then([{ type: 'NegotiationLapsed', data: { negotiation, effectiveOn: '2026-04-01' } }]);
  given(negotiationDecider, history(table)).when(lapse('2026-06-06')).refuses('NEGOTIATION_WITHOUT_LAST_DAY');
  given(negotiationDecider, [])
    .when({ ...(table[0] as Extract<NegotiationCommand, { type: 'table-proposal' }>), expiry: until('2026-02-28') })
    .refuses('LAST_DAY_PAST');
  // The next proposal keeps the day, or sets another.
  const kept = fold(negotiationDecider, history(dated, counter));
  expect(kept.expiresOn).toBe('2026-03-31');
  const later: typeof counter = [{ ...(counter[0] as Extract<NegotiationCommand, { type: 'counter-proposal' }>), expiry: until('2026-05-31') }, chen];
  expect(fold(negotiationDecider, history(dated, later)).expiresOn).toBe('2026-05-31');
  const sealed = history(dated, confirm, cleared('xian'), cleared('bayannur'), sign(bo), seal(anna));
  given(negotiationDecider, sealed).when(lapse('2026-04-01')).yields('NegotiationLapsed');
  const over = [
    ...sealed,
    recordedBy({ type: 'NegotiationLapsed' as const, data: { negotiation, effectiveOn: day('2026-04-01') } }, process, sealed.length),
  ];
  given(negotiationDecider, over).when(sign(dong)[0]).refuses('NEGOTIATION_ENDED', { state: 'lapsed' });
  expect(stageOf(fold(negotiationDecider, over))).toBe('lapsed');
  given(negotiationDecider, history(dated, confirm, cleared('xian'), cleared('bayannur'), sign(bo), seal(anna), sign(dong), seal(chen)))
    .when(lapse('2026-04-01'))
    .refuses('NEGOTIATION_ENDED', { state: 'concluded' });
});

test('AG-8 what has ended is not taken up again', () => {
  const ended = history(table, [{ type: 'decline-negotiation', actor: chen, basis: D1, reason: '-' }, chen]);
  for (const [command] of [confirm, counter, sign(bo), seal(anna), cleared('xian')])
    given(negotiationDecider, ended).when(command).refuses('NEGOTIATION_ENDED', { state: 'declined' });
});

test('AZ-4 what is available is what the decider would say', () => {
  const offered = availableInNegotiation(fold(negotiationDecider, history(table)), chen);
  const open = offered.filter(({ missing }) => missing.length === 0).map(({ command }) => command);
  expect(open).toEqual(['confirm-text', 'counter-proposal', 'decline-negotiation']);
  expect(offered.find(({ command }) => command === 'give-signature')?.missing.map(({ code }) => code)).toEqual([
    'TEXT_NOT_CONFIRMED_BY_ALL',
    'PARTY_NOT_CLEARED',
  ]);
  expect(availableInNegotiation(fold(negotiationDecider, history(table)), person('dalian', 'eve'))).toEqual([]);
});

test('AZ-3.1 AZ-5 a delegate’s signature names principal and document, and neither of the two seals', () => {
  const acting = { ...person('xian', 'eve'), onBehalfOf: bo.member };
  const principal = { member: bo.member, name: '李某', office: '主任' };
  const authority = { documentNumber: '授权1号', issuedBy: '管委会', from: day('2026-01-01') };
  const signing: NegotiationCommand = {
    type: 'give-signature',
    actor: acting,
    basis: D1,
    name: '王某',
    office: '副主任',
    principal,
    authority,
    act: { method: 'password-again' },
  };
  const after = history(...ready, [signing, acting]);
  expect(after.at(-1)?.event).toMatchObject({
    type: 'SignatureGiven',
    data: { signatory: { member: acting.member, name: '王某', onBehalfOf: principal }, authority },
  });
  for (const one of [bo, person('xian', 'eve'), { ...anna, onBehalfOf: bo.member }])
    given(negotiationDecider, after).when(seal(one)[0]).refuses('DUTIES_NOT_SEPARATE');
  given(negotiationDecider, after).when(seal(anna)[0]).yields('SealAffixed');
});
