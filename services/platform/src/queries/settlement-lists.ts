import { type Balances, balances, balancesQuery, calendarQuery, disputesQuery, figuresQuery, rows, statementsQuery } from '@lianyu/contract';
import type { OrganisationId } from '@lianyu/domain/kernel';
import type { ListQuery, ReadStore, ServedDocument } from '@lianyu/projections';
import { type LedgerEntry, ledgerEntry } from '@lianyu/projections/folds';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { SignedInOf } from '../access/signed-in.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Cursors } from '../live/cursor.ts';
import { balancesOf } from '../settlement/balances.ts';
import { listPage, rowOf } from './pages.ts';

interface Parts {
  readonly readStore: ReadStore;
  readonly cursors: Cursors;
  readonly signedIn: SignedInOf;
}

/** What is added up or shown of a calendar at once (ER-3). */
const MOST = { calendar: 1_000, entries: 20_000, page: 1_000 } as const;

/** Lists of settlement: figures, statements, disputes, what is due, and balances, all filtered by audience in SQL (AZ-1). */
export function settlementListRoutes({ readStore, cursors, signedIn }: Parts): FastifyPluginAsyncZod {
  return async (app) => {
    const tags = ['settlement'];

    app.get('/api/figures', { schema: { tags, querystring: figuresQuery, response: { 200: rows } } }, async (request) => {
      const { viewer } = await signedIn(request);
      const { kind, agreement, phase, measure, party, year, waits, q, after, limit } = request.query;
      const where = present({ agreement, phase, measure, party, year, waitsForUs: waits && true });
      return listPage(readStore, cursors, viewer, { kind, where, search: q, after, limit });
    });

    app.get('/api/statements', { schema: { tags, querystring: statementsQuery, response: { 200: rows } } }, async (request) => {
      const { viewer } = await signedIn(request);
      const { agreement, ledger, stage, year, waits, q, after, limit } = request.query;
      const where = present({ agreement, ledger, stage, year, waitsForUs: waits && true });
      return listPage(readStore, cursors, viewer, { kind: 'statement-row', where, search: q, after, limit });
    });

    app.get('/api/disputes', { schema: { tags, querystring: disputesQuery, response: { 200: rows } } }, async (request) => {
      const { viewer } = await signedIn(request);
      const { agreement, state, year, after, limit } = request.query;
      return listPage(readStore, cursors, viewer, { kind: 'dispute', where: present({ agreement, state, year }), after, limit });
    });

    app.get('/api/calendar', { schema: { tags, querystring: calendarQuery, response: { 200: rows } } }, async (request) => {
      const { viewer } = await signedIn(request);
      const { from, to } = request.query;
      // Sorted by day, latest first: the walk begins after the last day and ends before the first.
      const after = { sort: `${to}\uffff`, key: '' };
      const { documents, at } = readStore.list({ kind: 'due', audiences: viewer.audiences, after, limit: MOST.calendar + 1 });
      const within = documents.filter(({ sort }) => sort >= from);
      const shown = within.slice(0, MOST.calendar);
      return { rows: shown.map(rowOf), cursor: cursors.mint(at, viewer.audiences), more: within.length > shown.length };
    });

    app.get('/api/balances', { schema: { tags, querystring: balancesQuery, response: { 200: balances } } }, async (request) => {
      const { viewer } = await signedIn(request);
      const { organisation = viewer.organisation, with: other } = request.query;
      return balancesBetween(viewer, organisation, other);
    });
  };

  function balancesBetween(viewer: Viewer, organisation: OrganisationId, other: OrganisationId | undefined): Balances {
    const wanted = [present({ from: organisation, to: other }), present({ from: other, to: organisation })];
    const found = wanted.flatMap((where) => entriesWhere(viewer, where));
    const entries = found.slice(0, MOST.entries).map(({ body }): LedgerEntry => ledgerEntry.parse(body));
    return { pairs: [...balancesOf(entries)], more: found.length > MOST.entries };
  }

  function entriesWhere({ audiences }: Viewer, where: NonNullable<ListQuery['where']>): ServedDocument[] {
    const found: ServedDocument[] = [];
    for (let after: ListQuery['after']; found.length <= MOST.entries; ) {
      const query = { kind: 'ledger-entry', audiences, where, limit: MOST.page, ...(after ? { after } : {}) };
      const { documents } = readStore.list(query);
      found.push(...documents);
      const last = documents.at(-1);
      if (!last || documents.length < MOST.page) break;
      after = { sort: last.sort, key: last.key };
    }
    // Who reads one entry under two keys counts it once.
    return [...new Map(found.map((document) => [document.key, document])).values()];
  }
}

/** The conditions that were named. */
function present(where: Readonly<Record<string, string | boolean | undefined>>): Record<string, string | boolean> {
  return Object.fromEntries(Object.entries(where).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])));
}
