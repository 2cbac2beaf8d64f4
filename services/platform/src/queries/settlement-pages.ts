import { explainQuery, explanation, knownQuery, periodKnown, preview, previewQuery, settlementHistory } from '@lianyu/contract';
import { calendarDate, negotiationId } from '@lianyu/domain/kernel';
import { type AccountId, entitlements, ledger, nextStatement, sumsOf, withoutSingles } from '@lianyu/domain/settlement';
import type { EventStore } from '@lianyu/event-store';
import type { ReadStore } from '@lianyu/projections';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { SignedInOf } from '../access/signed-in.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Clock } from '../clock.ts';
import { problem } from '../http/index.ts';
import { explainedLine } from '../settlement/explain.ts';
import { momentsIn } from '../settlement/history.ts';
import { explainedInputs, inputsOfAll } from '../settlement/inputs.ts';
import { streamsOn } from '../settlement/known.ts';
import type { SettlementReader } from '../settlement/reading.ts';
import { periodFor, standingIn } from '../settlement/standing.ts';

interface Parts {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly readStore: ReadStore;
  readonly clock: Clock;
  readonly settlement: SettlementReader;
  readonly signedIn: SignedInOf;
}

export const accountParams = z.strictObject({
  agreement: negotiationId,
  clause: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  ledger,
});
export const periodParams = accountParams.extend({ from: calendarDate });
const PATH = '/api/settlements/:agreement/:clause/:ledger';

/** What is computed when it is asked for: the next statement, a period as it was known on a day, and why a line is what it is. */
export function settlementPageRoutes({ store, readStore, clock, settlement, signedIn }: Parts): FastifyPluginAsyncZod {
  return async (app) => {
    const tags = ['settlement'];

    app.get(
      `${PATH}/preview`,
      { schema: { tags, params: accountParams, querystring: previewQuery, response: { 200: preview } } },
      async (request) => {
        const { viewer } = await signedIn(request);
        const id = request.params;
        const { singles, party } = standingIn(readStore, viewer, id);
        // What is not on the table yet is the parties' alone.
        if (!party) throw problem('FORBIDDEN', { action: 'preview' });
        const at = clock.now();
        const provisional = request.query.provisional === 'true';
        const settling = await settlement.settling(id, at);
        if (!settling) throw problem('NOT_FOUND');
        const { state } = await settlement.account(id);
        const inputs = settling.inputs(state, provisional);
        const draft = nextStatement(state, inputs);
        const computed = draft && settling.digested(id, draft);
        const used = inputsOfAll(draft?.statements ?? []);
        return {
          at,
          provisional,
          ...(draft && computed
            ? {
                next: {
                  period: draft.period,
                  over: draft.period.to < settling.today,
                  statements: singles ? [...draft.statements] : draft.statements.map(withoutSingles),
                  basis: computed.basis,
                  derivation: computed.derivation,
                },
              }
            : {}),
          problems: entitlements(id, inputs).problems.map(({ path, problem: what }) => ({ path, problem: what })),
          inputs: singles ? explainedInputs(settling.figures, used) : [],
          sums: [...sumsOf(inputs.figures.filter(({ eventId }) => used.has(eventId)))],
        };
      },
    );

    const known = { schema: { tags, params: periodParams, querystring: knownQuery, response: { 200: periodKnown } } };
    app.get(`${PATH}/periods/:from`, known, async (request) => {
      const { viewer } = await signedIn(request);
      return knownFor(viewer, request.params, request.params.from, request.query.on);
    });

    const explain = { schema: { tags, params: periodParams, querystring: explainQuery, response: { 200: explanation } } };
    app.get(`${PATH}/periods/:from/explain`, explain, async (request) => {
      const { viewer } = await signedIn(request);
      const { on, of, subject, line } = request.query;
      const found = explainedLine(await knownFor(viewer, request.params, request.params.from, on), of, subject, line);
      if (!found) throw problem('NOT_FOUND');
      return found;
    });

    app.get(`${PATH}/history`, { schema: { tags, params: accountParams, response: { 200: settlementHistory } } }, async (request) => {
      const { viewer } = await signedIn(request);
      standingIn(readStore, viewer, request.params);
      const { account } = await streamsOn(store, request.params, clock.now());
      return { moments: [...momentsIn(account)] };
    });
  };

  async function knownFor(viewer: Viewer, id: AccountId, from: z.infer<typeof calendarDate>, on: z.infer<typeof calendarDate> | undefined) {
    return periodFor({ store, clock }, standingIn(readStore, viewer, id), id, from, on);
  }
}
