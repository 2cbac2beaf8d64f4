import { balances, balancesQuery, calendarQuery, disputesQuery, figuresQuery, rows, statementsQuery } from '@lianyu/contract';
import type { ReadStore } from '@lianyu/projections';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { SignedInOf } from '../access/signed-in.ts';
import type { Cursors } from '../live/cursor.ts';
import { asStood } from './as-stood.ts';
import { balancesBetween } from './balances-between.ts';
import { present } from './every.ts';
import { listPage } from './pages.ts';

interface Parts {
  readonly readStore: ReadStore;
  readonly cursors: Cursors;
  readonly signedIn: SignedInOf;
}

/** What is shown of a calendar at once (ER-3). */
const MOST = { calendar: 1_000 } as const;

/** Lists of settlement: figures, statements, disputes, what is due, and balances, all filtered by audience in SQL (AZ-1). */
export function settlementListRoutes({ readStore, cursors, signedIn }: Parts): FastifyPluginAsyncZod {
  return async (app) => {
    const tags = ['settlement'];

    app.get('/api/figures', { schema: { tags, querystring: figuresQuery, response: { 200: rows } } }, async (request) => {
      const { viewer } = await signedIn(request);
      const { kind, agreement, phase, measure, party, year, waits, q, after, limit, asOf } = request.query;
      const where = present({ agreement, phase, measure, party, year, waitsForUs: waits && true });
      return listPage(readStore, cursors, viewer, { kind, where, search: q, after, limit, asOf });
    });

    app.get('/api/statements', { schema: { tags, querystring: statementsQuery, response: { 200: rows } } }, async (request) => {
      const { viewer } = await signedIn(request);
      const { agreement, ledger, stage, year, waits, q, after, limit, asOf } = request.query;
      const where = present({ agreement, ledger, stage, year, waitsForUs: waits && true });
      return listPage(readStore, cursors, viewer, { kind: 'statement-row', where, search: q, after, limit, asOf });
    });

    app.get('/api/disputes', { schema: { tags, querystring: disputesQuery, response: { 200: rows } } }, async (request) => {
      const { viewer } = await signedIn(request);
      const { agreement, state, year, after, limit, asOf } = request.query;
      return listPage(readStore, cursors, viewer, { kind: 'dispute', where: present({ agreement, state, year }), after, limit, asOf });
    });

    app.get('/api/calendar', { schema: { tags, querystring: calendarQuery, response: { 200: rows } } }, async (request) => {
      const { viewer } = await signedIn(request);
      const { from, to, asOf } = request.query;
      const { documents: past, stamp, rowOf } = asStood(readStore, cursors, viewer, asOf);
      // Sorted by day, latest first: the walk begins after the last day and ends before the first.
      const after = { sort: `${to}\uffff`, key: '' };
      const { documents } = past.list({ kind: 'due', audiences: viewer.audiences, after, limit: MOST.calendar + 1 });
      const within = documents.filter(({ sort }) => sort >= from);
      const shown = within.slice(0, MOST.calendar);
      return { rows: shown.map(rowOf), ...stamp(), more: within.length > shown.length };
    });

    app.get('/api/balances', { schema: { tags, querystring: balancesQuery, response: { 200: balances } } }, async (request) => {
      const { viewer } = await signedIn(request);
      return balancesBetween(asStood(readStore, cursors, viewer, request.query.asOf).documents, viewer, request.query);
    });
  };
}
