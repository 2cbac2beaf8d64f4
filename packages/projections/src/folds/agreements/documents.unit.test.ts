import type { OrganisationId } from '@lianyu/domain/kernel';
import { expect, test } from 'vitest';
import { Chronicle } from '../../testing/chronicle.fixtures.ts';
import { Secrets } from '../../testing/secrets.fixtures.ts';
import { type Act, Story } from '../../testing/story.fixtures.ts';
import type { AgreementRow, NegotiationPage, Task } from '../documents.ts';
import type { Audience } from '../projection.ts';
import { agreements, momentsOf } from './index.ts';

const [a, b] = ['a-zone', 'b-zone'] as [OrganisationId, OrganisationId];
const ofA: Audience = `organisation:${a}`;
const ofB: Audience = `organisation:${b}`;

/** Two parties; the first has tabled. Who is 0 or 1. */
function given(...acts: readonly (readonly [Act, 0 | 1])[]) {
  const log = new Chronicle();
  const story = new Story(log, new Secrets(), 1, [a, b]).begin();
  for (const [act, who] of acts) {
    log.pass(10);
    story.act(act, who);
  }
  const documents = agreements.documents(log.events.reduce(agreements.evolve, agreements.initial), story.id);
  const of = <Body>(kind: string, audience: Audience) =>
    documents.filter((document) => document.kind === kind && document.audience === audience).map(({ body }) => body as Body);
  return {
    log,
    documents,
    of,
    row: (audience: Audience) => of<AgreementRow>('agreement-row', audience)[0],
    progress: (audience: Audience) => of<NegotiationPage>('negotiation', audience)[0]?.parties.map(({ progress }) => progress),
    tasks: (audience: Audience) => of<Task>('task', audience).map(({ task, step, roles }) => [task, step, ...roles].filter(Boolean).join(' ')),
    kinds: (audience: Audience) => [...new Set(documents.filter((document) => document.audience === audience).map(({ kind }) => kind))].sort(),
  };
}

const five = (who: 0 | 1): [Act, 0 | 1][] => Array(5).fill(['pass', who]);
const cleared: [Act, 0 | 1][] = [['confirm', 1], ...five(0), ...five(1)];
const concluded: [Act, 0 | 1][] = [...cleared, ['sign', 0], ['seal', 0], ['sign', 1], ['seal', 1]];

test('AZ-2 PR-1 of another party’s internal procedure no more shows than that it is in it, or ready', () => {
  expect(given().progress(ofB)).toEqual(['text-confirmed', 'reviewing']);
  for (const inside of [
    [],
    [['pass', 0]],
    [
      ['pass', 0],
      ['pass', 0],
      ['return', 0],
    ],
    five(0).slice(1),
  ] as [Act, 0 | 1][][]) {
    const { progress, kinds, of } = given(['confirm', 1], ...inside);
    expect(progress(ofB)).toEqual(['in-internal-procedure', 'in-internal-procedure']);
    expect(progress(ofA)).toEqual(progress(ofB));
    expect(kinds(ofB)).toContain('clearance');
    expect(of<{ party: string }>('clearance', ofB).map(({ party }) => party)).toEqual([b]);
  }
  expect(given(['confirm', 1], ...five(0)).progress(ofB)).toEqual(['ready', 'in-internal-procedure']);
  expect(given(['confirm', 1], ...five(0), ['withdraw-clearance', 0]).progress(ofB)).toEqual(['in-internal-procedure', 'in-internal-procedure']);
  expect(given(...cleared, ['sign', 0], ['seal', 0]).progress(ofB)).toEqual(['sealed', 'ready']);
  expect(given(...cleared, ['sign', 0], ['counter', 1]).progress(ofA)).toEqual(['reviewing', 'text-confirmed']);
});

test('PJ-1 each party is told its own next thing to do, with the roles that can', () => {
  const both = (...acts: [Act, 0 | 1][]) => [given(...acts).tasks(ofA), given(...acts).tasks(ofB)];
  expect(both()).toEqual([[], ['respond drafter']]);
  expect(both(['counter', 1])).toEqual([['respond drafter'], []]);
  expect(both(['confirm', 1])).toEqual([['clearance-step consultation drafter'], ['clearance-step consultation drafter']]);
  expect(both(['confirm', 1], ['pass', 0])).toEqual([['clearance-step legal-review legal-reviewer'], ['clearance-step consultation drafter']]);
  expect(both(['confirm', 1], ['pass', 0], ['return', 0])[0]).toEqual(['clearance-step consultation drafter']);
  expect(both(['confirm', 1], ...five(0).slice(2))[0]).toEqual(['clearance-step collective-decision decision-recorder']);
  expect(both(['confirm', 1], ...five(0).slice(1))[0]).toEqual(['clearance-step seal-approval signatory']);
  expect(both(['confirm', 1], ...five(0))[0]).toEqual(['sign signatory']);
  expect(both(['confirm', 1], ...five(0), ['withdraw-clearance', 0])[0]).toEqual([]);
  expect(both(...cleared, ['sign', 0])).toEqual([['seal seal-keeper'], ['sign signatory']]);
  expect(both(...cleared, ['sign', 0], ['seal', 0])).toEqual([[], ['sign signatory']]);
  for (const end of [[['decline', 1]], [['withdraw', 0]]] as [Act, 0 | 1][][]) expect(both(...end)).toEqual([[], []]);
  expect(both(...concluded)).toEqual([['file drafter'], ['file drafter']]);
  expect(both(...concluded, ['file', 1])).toEqual([['file drafter'], []]);
});

test('PJ-1 a task is as old as what made it due: the answer to a text, a step returned, a clearance', () => {
  const since = (...acts: [Act, 0 | 1][]) => {
    const { of, log } = given(...acts);
    return [of<Task>('task', ofA)[0]?.since, log.events.at(-1)?.metadata.recordedAt];
  };
  for (const acts of [
    [['counter', 1]],
    [
      ['confirm', 1],
      ['pass', 0],
    ],
    [
      ['confirm', 1],
      ['pass', 0],
      ['return', 0],
    ],
    [['confirm', 1], ...five(0)],
    [...cleared, ['sign', 0]],
  ] as [Act, 0 | 1][][]) {
    const [told, last] = since(...acts);
    expect(told).toBe(last);
  }
});

test('AZ-2 the office has of an unsigned negotiation its parties, stage and days; of a signed one title, mode and number too', () => {
  const { row, kinds } = given(...cleared);
  expect(row('overview')).toEqual({
    id: '00000001-1111-4111-8111-111111111111',
    stage: 'signing',
    parties: [a, b],
    beganOn: '2026-01-01',
    lastMoveOn: '2026-01-01',
    search: '',
  });
  expect(kinds('overview')).toEqual(['activity', 'agreement-row']);
  expect([kinds('signed'), kinds('audit')]).toEqual([[], []]);

  const signed = given(...concluded);
  expect(signed.row('overview')).toMatchObject({ stage: 'in-force', mode: 'enclave', number: 'LY-2026-000001', concludedOn: '2026-01-01' });
  expect(signed.row('overview')).not.toHaveProperty('round');
  expect(signed.row('overview')).not.toHaveProperty('turn');
  expect(signed.kinds('overview')).toEqual(['activity', 'agreement-row']);
  expect(signed.kinds('signed')).toEqual(['signed-agreement']);
  expect(signed.kinds('audit')).toEqual(['move', 'negotiation', 'proposal']);
  expect(signed.kinds(ofA)).toEqual(['activity', 'agreement-row', 'clearance', 'move', 'negotiation', 'proposal', 'signed-agreement', 'task']);
  // What came to nothing stays between the parties.
  expect(given(['decline', 1]).kinds('audit')).toEqual([]);
  expect(given(['decline', 1]).row('overview')?.stage).toBe('declined');
});

test('PJ-2 however long the history, an event makes new only what it concerns; all else is the very same document', () => {
  const madeBy = (act: Act, rounds: number) => {
    const counters = Array.from({ length: rounds }, (_, round): [Act, 0 | 1] => ['counter', round % 2 === 0 ? 1 : 0]);
    const { log } = given(...counters, [act, rounds % 2 === 0 ? 1 : 0]);
    const key = '00000001-1111-4111-8111-111111111111';
    const before = log.events.slice(0, -1).reduce(agreements.evolve, agreements.initial);
    const known = new Set(agreements.documents(before, key));
    const after = agreements.documents(agreements.evolve(before, log.events.at(-1) ?? never()), key);
    expect(known.size).toBeGreaterThan(6 * rounds);
    return after.filter((document) => !known.has(document)).length;
  };
  for (const act of ['counter', 'decline'] as const) expect(madeBy(act, 90)).toBe(madeBy(act, 9));
  expect(madeBy('counter', 90)).toBeLessThan(20);
});

test('PR-4.1 a party steps to the moves of all and its own; an auditor to those of all; the office to what came of it', () => {
  const { log } = given(...concluded);
  const kinds = (audiences: Audience[], mayAudit = false) => momentsOf(log.events, { audiences, mayAudit }).map(({ kind }) => kind);
  const ofAll = ['tabled', 'text-confirmed', 'party-ready', 'party-ready', 'signed', 'sealed', 'signed', 'sealed', 'concluded', 'in-force'];
  expect(kinds(['overview', 'audit'], true)).toEqual(ofAll);
  expect(kinds([ofA]).filter((kind) => !kind.startsWith('clearance-'))).toEqual(ofAll);
  expect(kinds([ofA]).filter((kind) => kind === 'clearance-step-passed')).toHaveLength(5);
  expect(kinds(['overview', 'signed'])).toEqual(['concluded', 'in-force']);
  expect(kinds(['overview'])).toEqual([]);
  expect(kinds(['organisation:c-zone'])).toEqual([]);
});

function never(): never {
  throw new Error('the last event is there');
}
