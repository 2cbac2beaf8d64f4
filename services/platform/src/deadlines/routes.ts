import { calendarAddress, calendarLanguage, deadlinesQuery, openedCalendar, rows } from '@lianyu/contract';
import type { ReadStore } from '@lianyu/projections';
import type { Vault } from '@lianyu/vault';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { SignedInOf } from '../access/signed-in.ts';
import type { Clock } from '../clock.ts';
import { problem } from '../http/index.ts';
import type { Cursors } from '../live/cursor.ts';
import { asStood } from '../queries/as-stood.ts';
import { present } from '../queries/every.ts';
import { calendarFor, type Holder } from './calendar.ts';
import { deadlinesBetween } from './list.ts';

interface Parts {
  readonly readStore: ReadStore;
  readonly cursors: Cursors;
  readonly vault: Pick<Vault, 'openCalendar' | 'calendarOf' | 'closeCalendar' | 'calendarHolder'>;
  readonly clock: Clock;
  readonly signedIn: SignedInOf;
  readonly holderOf: (member: Holder['member']) => Promise<Holder | undefined>;
  readonly origin: () => string;
}

const tags = ['deadlines'];
const nothing = z.null().describe('Nothing');

/** The deadlines that a member may know of, as a list and as a calendar under an address of the member's own. */
export function deadlineRoutes({ readStore, cursors, vault, clock, signedIn, holderOf, origin }: Parts): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/deadlines', { schema: { tags, querystring: deadlinesQuery, response: { 200: rows } } }, async (request) => {
      const { viewer } = await signedIn(request);
      const { from, to, kind, agreement, state, ours, duty, q, asOf } = request.query;
      const { documents, stamp, rowOf } = asStood(readStore, cursors, viewer, asOf);
      const open = state === undefined ? undefined : state === 'open';
      const where = present({ kind, agreement, open, ours: ours && true, duty: duty && true });
      const { shown, more } = deadlinesBetween(documents, viewer.audiences, { from, to }, { where, ...(q ? { search: q } : {}) });
      return { rows: shown.map(rowOf), ...stamp(), more };
    });

    app.get('/api/calendar-address', { schema: { tags, response: { 200: calendarAddress } } }, async (request) => {
      const { viewer } = await signedIn(request);
      return vault.calendarOf(viewer.member) ?? {};
    });

    app.post('/api/calendar-address', { schema: { tags, response: { 200: openedCalendar } } }, async (request) => {
      const { viewer } = await signedIn(request);
      const token = vault.openCalendar(viewer.member, clock.now());
      return { openedAt: clock.now(), path: `/api/calendars/${token}` };
    });

    app.delete('/api/calendar-address', { schema: { tags, response: { 204: nothing } } }, async (request, reply) => {
      const { viewer } = await signedIn(request);
      if (!vault.closeCalendar(viewer.member)) throw problem('NOT_FOUND');
      return reply.code(204).send(null);
    });

    app.get(
      '/api/calendars/:token',
      {
        config: { access: 'public' },
        schema: { tags, params: z.strictObject({ token: z.string().max(64) }), querystring: calendarLanguage, response: { 200: z.unknown() } },
      },
      async (request, reply) => {
        const member = vault.calendarHolder(request.params.token);
        const holder = member && (await holderOf(member));
        if (!holder) throw problem('NOT_FOUND');
        const text = calendarFor(readStore, holder, { language: request.query.language, now: clock.now(), origin: origin() });
        return reply.type('text/calendar; charset=utf-8').header('content-disposition', 'inline; filename="lianyu.ics"').send(Buffer.from(text));
      },
    );
  };
}
