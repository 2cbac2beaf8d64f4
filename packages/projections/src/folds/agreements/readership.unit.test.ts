import { isAgreementEvent } from '@lianyu/domain/events';
import type { OrganisationId } from '@lianyu/domain/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hands, memberOf } from '../../testing/chronicle.fixtures.ts';
import type { Secret } from '../../testing/secrets.fixtures.ts';
import { someSteps, type Told, tell, zones } from '../../testing/stories.fixtures.ts';
import { type DocumentKind, documentSchemas } from '../documents.ts';
import type { Audience, Document } from '../projection.ts';
import { agreements, agreementsAsOf, momentsOf } from './index.ts';

/** What was signed, as text: empty until then. */
type Signed = string;

/** Whether AZ-2 lets the audience read this private string. */
function mayRead(audience: Audience, { of, kind, text }: Secret, signed: Signed): boolean {
  if (audience.startsWith('organisation:')) return of.includes(audience.slice('organisation:'.length) as OrganisationId);
  if (signed === '' || kind === 'clearance') return false;
  if (audience === 'overview') return kind === 'title' && signed.includes(text);
  return audience === 'audit' || (audience === 'signed' && signed.includes(text));
}

/** The private strings and persons that a document shows to somebody who may not know of them. */
function betrayed({ kind, audience, key, topic, sort, body }: Document, secrets: readonly Secret[], signed: Signed): string[] {
  const text = JSON.stringify([key, topic, sort, body]);
  const strings = secrets.filter((secret) => text.includes(secret.text) && !mayRead(audience, secret, signed)).map((secret) => secret.text);
  // The counterparty is an organisation, not a person; only what is signed names its signatories.
  const persons = zones.flatMap((zone) =>
    Object.entries(hands)
      .filter(
        ([name, hand]) =>
          audience !== `organisation:${zone}` && text.includes(memberOf(zone, hand)) && !(kind === 'signed-agreement' && name === 'signatory'),
      )
      .map(([name]) => `${zone} ${name}`),
  );
  return [...strings, ...persons];
}

/** The documents of the negotiation concerned after every event; what is the very same object as before is not looked at again. */
function* atEveryMoment({ log }: Told): Generator<{ documents: readonly Document[]; fresh: readonly Document[]; signed: Signed }> {
  const states = new Map<string, unknown>();
  const signed = new Map<string, Signed>();
  const seen = new WeakSet<Document>();
  for (const event of log.events) {
    const key = agreements.keyOf(event) ?? '';
    const state = agreements.evolve((states.get(key) as typeof agreements.initial | undefined) ?? agreements.initial, event);
    states.set(key, state);
    if (isAgreementEvent(event) && event.event.type === 'AgreementConcluded') signed.set(key, JSON.stringify(event.event.data.content));
    const documents = agreements.documents(state, key);
    const fresh = documents.filter((document) => !seen.has(document));
    for (const document of fresh) seen.add(document);
    yield { documents, fresh, signed: signed.get(key) ?? '' };
  }
}

test('AZ-2 PR-1 at no moment does a document show what its readership may not know, and each has its schema and one identity', () => {
  const seen = { party: 0, overview: 0, signed: 0, audit: 0, clearance: 0 };
  fc.assert(
    fc.property(someSteps, (steps) => {
      const told = tell(steps);
      for (const { documents, fresh, signed } of atEveryMoment(told)) {
        const identities = documents.map(({ kind, key, audience }) => `${kind} ${key} ${audience}`);
        expect(new Set(identities).size).toBe(identities.length);
        for (const document of fresh) {
          expect(betrayed(document, told.secrets.planted, signed)).toEqual([]);
          expect(documentSchemas[document.kind as DocumentKind].safeParse(document.body).error).toBeUndefined();
          const who = document.audience.startsWith('organisation:') ? 'party' : (document.audience as 'overview' | 'signed' | 'audit');
          seen[document.kind === 'clearance' ? 'clearance' : who] += 1;
        }
      }
    }),
    { numRuns: 40 },
  );
  // Otherwise nothing was proven.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
});

test('AZ-2 PR-4.1 stepping back shows nobody what they may not know, at any moment that they may step to', () => {
  let steppedBack = 0;
  fc.assert(
    fc.property(someSteps, fc.nat(2), (steps, table) => {
      const { log, stories, secrets } = tell(steps);
      const story = stories[table];
      const events = log.events.filter((event) => agreements.keyOf(event) === story?.id);
      const concluded = events.map(({ event }) => event).find((event) => event.type === 'AgreementConcluded');
      const signed = concluded ? JSON.stringify(concluded.data.content) : '';
      const viewers: { audiences: Audience[]; mayAudit: boolean }[] = [
        ...zones.map((zone) => ({ audiences: [`organisation:${zone}` as const, 'everyone' as const], mayAudit: false })),
        { audiences: ['overview'], mayAudit: false },
        { audiences: ['overview', 'signed'], mayAudit: false },
        { audiences: ['overview', 'signed', 'audit'], mayAudit: concluded !== undefined },
      ];
      for (const viewer of viewers) {
        const party = viewer.audiences.find((audience) => audience.startsWith('organisation:'));
        const isParty = story?.parties.some((each) => party === `organisation:${each}`) ?? false;
        const moments = momentsOf(events, viewer);
        if (!isParty && !viewer.mayAudit) expect(moments.every(({ kind }) => ['concluded', 'in-force', 'filed'].includes(kind))).toBe(true);
        if (!isParty && concluded === undefined) expect(moments).toEqual([]);
        for (const { moment } of moments) {
          const stood = agreementsAsOf(events, viewer, moment);
          for (const document of stood?.documents ?? []) {
            expect(betrayed(document, secrets.planted, signed)).toEqual([]);
            expect(viewer.audiences).toContain(document.audience);
            steppedBack += 1;
          }
        }
        expect(agreementsAsOf(events, viewer, moments.length + 1)).toBeUndefined();
      }
    }),
    { numRuns: 15 },
  );
  expect(steppedBack).toBeGreaterThan(500);
});

test('AZ-2 LV-3 the office notices nothing of what an unsigned text says', () => {
  const overviewOf = (told: Told) =>
    [...atEveryMoment(told)].map(({ documents }) => JSON.stringify(documents.filter(({ audience }) => audience === 'overview')));
  fc.assert(
    fc.property(someSteps, (steps) => {
      const one = tell(steps, 'one', { signs: false });
      const other = tell(steps, 'a longer other', { signs: false });
      expect(one.secrets.planted).not.toEqual(other.secrets.planted);
      expect(overviewOf(one)).toEqual(overviewOf(other));
    }),
    { numRuns: 40 },
  );
});
