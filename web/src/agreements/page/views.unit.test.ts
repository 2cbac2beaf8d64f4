import { expect, test } from 'vitest';
import { shownActions } from '../acts/duties.ts';
import { emptyRecord, recordFrom } from '../acts/step-record.ts';
import { checkText } from '../document/stored-text.ts';
import { columnsOf } from '../list/columns.ts';
import { oncePerAgreement } from '../list/use-agreements.ts';
import { compareClauses } from '../redline/clauses.ts';
import { content, first, id, negotiation, other, own, second } from '../testing/agreement.fixtures.ts';
import { comparisonOf } from './comparison.ts';
import { standingOf } from './standing.ts';
import type { AgreementView } from './use-agreement.ts';

const view: AgreementView = {
  id,
  row: undefined,
  negotiation: negotiation(second),
  proposals: [second, first],
  clearance: undefined,
  signed: undefined,
  versions: [],
  moves: [],
};
const search = (text: string) => new URLSearchParams(text);

test('it waits for whoever has not answered, then for whoever is not ready, then for whoever has not sealed', () => {
  expect(standingOf(negotiation(second), own)).toEqual({ what: 'respond', parties: [own], own: true });
  const parties = (one: 'ready' | 'sealed', two: 'in-internal-procedure' | 'signed') => [
    { organisation: own, progress: one },
    { organisation: other, progress: two },
  ];
  expect(standingOf(negotiation(second, { stage: 'clearing', turn: [], parties: parties('ready', 'in-internal-procedure') }), own)).toEqual({
    what: 'clear',
    parties: [other],
    own: false,
  });
  expect(standingOf(negotiation(second, { stage: 'signing', turn: [], parties: parties('sealed', 'signed') }), other)).toEqual({
    what: 'sign',
    parties: [other],
    own: true,
  });
  expect(standingOf(negotiation(second, { stage: 'in-force', turn: [] }), own)).toBeUndefined();
});

test('without being told, the current proposal is compared with the one before; told, any two are', () => {
  expect(comparisonOf(view, search(''))).toMatchObject({ number: 2, against: 1, current: true });
  expect(comparisonOf(view, search('proposal=1&against=2'))).toMatchObject({ number: 1, against: 2, current: false });
  expect(comparisonOf(view, search('against=0'))).toMatchObject({ number: 2, against: 0, before: undefined });
  expect(comparisonOf(view, search('proposal=99&against=-1'))).toMatchObject({ number: 2, against: 1 });
});

test('a changed share is told field by field, a moved clause with its old number', () => {
  const [basis, settlement, sharing] = content().clauses;
  if (!basis || !settlement || !sharing) throw new Error('three clauses');
  const after = { ...content('分享金额以季度结算。', '2') };
  const [clause] = compareClauses(content(), after).filter(({ change }) => change !== 'same');
  expect(clause?.terms).toEqual([
    { field: 'share', years: { fromYear: 1, toYear: undefined }, party: own, before: ['3', '5'], after: ['2', '5'] },
    { field: 'share', years: { fromYear: 1, toYear: undefined }, party: other, before: ['2', '5'], after: ['3', '5'] },
  ]);
  const moved = compareClauses(content(), { ...content(), clauses: [sharing, basis, settlement] });
  expect(moved.map(({ change, movedFrom }) => [change, movedFrom])).toEqual([
    ['moved', 3],
    ['same', undefined],
    ['same', undefined],
  ]);
});

test('removed clauses stand behind the one that they followed, added ones where they are', () => {
  const [basis, settlement, sharing] = content().clauses;
  if (!basis || !settlement || !sharing) throw new Error('three clauses');
  const added = { ...settlement, id: 'new' };
  const compared = compareClauses(content(), { ...content(), clauses: [basis, sharing, added] });
  expect(compared.map(({ clause, change }) => `${change} ${clause.clauseId}`)).toEqual([
    'same basis',
    'removed settlement',
    'same sharing',
    'added new',
  ]);
});

test('PF-2 the digest is computed here: a changed digit of the data does not hold', () => {
  expect(checkText(first)).toMatchObject({ digestHolds: true, text: 'rendered' });
  expect(checkText({ ...first, content: content('分享金额以季度结算。', '4') })).toMatchObject({ digestHolds: false, text: 'differs' });
  expect(checkText({ ...first, renderer: 'lianyu-text/0' })).toMatchObject({ digestHolds: false, text: 'verbatim' });
});

test('AZ-2 a column stands only where some row has something to say in it', () => {
  const closed = {
    id,
    stage: 'negotiating' as const,
    parties: [own, other],
    beganOn: '2026-03-01' as never,
    lastMoveOn: '2026-03-14' as never,
    search: '',
  };
  expect(columnsOf([closed])).toEqual(['agreement', 'parties', 'stage', 'began', 'lastMove']);
  expect(columnsOf([closed, { ...closed, round: 2, turn: [own] }])).toContain('turn');
  expect(oncePerAgreement([closed, { ...closed, round: 2 }])).toEqual([{ ...closed, round: 2 }]);
});

test('what can be done stands before what cannot; what is settled is not shown', () => {
  const missing = (code: string) => [{ code, data: {} }];
  const shown = shownActions([
    { command: 'give-signature', allowed: false, missing: missing('PARTY_NOT_CLEARED') },
    { command: 'decline-negotiation', allowed: true, missing: [] },
    { command: 'confirm-text', allowed: true, missing: [] },
    { command: 'withdraw-from-negotiation', allowed: false, missing: missing('TEXT_NOT_CONFIRMED') },
  ]);
  expect(shown.map(({ command }) => command)).toEqual(['confirm-text', 'decline-negotiation', 'give-signature']);
});

test('departments are read line by line, each once', () => {
  expect(recordFrom('consultation', { ...emptyRecord, departments: '财政局\n 自然资源局、财政局\n\n' })).toEqual({
    step: 'consultation',
    departments: ['财政局', '自然资源局'],
    note: '',
  });
});
