import { asOf, moments } from '@lianyu/contract';
import type { AnyEvent } from '@lianyu/domain/events';
import { recorded } from '@lianyu/domain/events';
import { type NegotiationId, negotiationId, type Recorded, streamOf } from '@lianyu/domain/kernel';
import { type EventStore, limits } from '@lianyu/event-store';
import type { ReadStore } from '@lianyu/projections';
import { agreementsAsOf, momentsOf, type Today } from '@lianyu/projections/folds';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { SignedInOf } from '../access/signed-in.ts';
import type { Viewer } from '../access/viewer.ts';
import { problem } from '../http/index.ts';

interface Parts {
  readonly store: EventStore;
  readonly readStore: ReadStore;
  readonly signedIn: SignedInOf;
}

/** Stepping back through one agreement (PR-4): the same fold, cut at an earlier moment, under today's grants. */
export function historyRoutes({ store, readStore, signedIn }: Parts): FastifyPluginAsyncZod {
  return async (app) => {
    const params = z.strictObject({ id: negotiationId });
    app.get('/api/agreements/:id/moments', { schema: { tags: ['history'], params, response: { 200: moments } } }, async (request) => {
      const { viewer } = await signedIn(request);
      const { id } = request.params;
      const today = todayOf(viewer, id);
      return { moments: [...momentsOf(await eventsOf(id, viewer), today)] };
    });

    const atMoment = params.extend({ moment: z.coerce.number().int().min(1).max(100_000) });
    app.get('/api/agreements/:id/moments/:moment', { schema: { tags: ['history'], params: atMoment, response: { 200: asOf } } }, async (request) => {
      const { viewer } = await signedIn(request);
      const { id, moment } = request.params;
      const today = todayOf(viewer, id);
      const found = agreementsAsOf(await eventsOf(id, viewer), today, moment);
      if (!found) throw problem('NOT_FOUND');
      return { moment, at: found.at, rows: found.documents.map((document) => ({ ...document, version: moment })) };
    });
  };

  /** What the viewer may read today decides what of the past is shown; who may read nothing of it does not learn that it exists. */
  function todayOf({ audiences }: Viewer, id: NegotiationId): Today {
    if (!readStore.get('agreement-row', id, audiences)) throw problem('NOT_FOUND');
    return { audiences, mayAudit: readStore.get('negotiation', id, audiences)?.audience === 'audit' };
  }

  /** The streams of one agreement that the viewer may read, in the order of the log: of the clearances only one's own. */
  async function eventsOf(id: NegotiationId, { organisation }: Viewer): Promise<readonly Recorded<AnyEvent>[]> {
    const streams = [streamOf.negotiation(id), streamOf.clearance(id, organisation), streamOf.registration(id), streamOf.agreement(id)];
    const stored = [];
    for (const stream of streams) {
      for (let from = 0n; ; from += BigInt(limits.readEvents)) {
        const page = await store.readStream(stream, { from, limit: limits.readEvents });
        stored.push(...page);
        if (page.length < limits.readEvents) break;
      }
    }
    return stored.sort((one, other) => (one.position < other.position ? -1 : 1)).map(recorded);
  }
}
