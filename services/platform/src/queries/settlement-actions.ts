import { settlementActions } from '@lianyu/contract';
import { negotiationId, type Person } from '@lianyu/domain/kernel';
import { availableInAccount, availableOnReport } from '@lianyu/domain/settlement';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Principal, Resource } from '../access/authorise.ts';
import type { SignedInOf } from '../access/signed-in.ts';
import type { Clock } from '../clock.ts';
import type { SettlementReader } from '../settlement/reading.ts';
import { accountParams } from './settlement-pages.ts';
import type { Telling } from './telling.ts';

interface Parts {
  readonly clock: Clock;
  readonly telling: Telling;
  readonly settlement: SettlementReader;
  readonly signedIn: SignedInOf;
}

const reportParams = z.strictObject({
  agreement: negotiationId,
  kind: z.enum(['figure', 'milestone']),
  number: z.coerce.number().int().min(1).max(1_000_000),
});

/** What the viewer may do with a report or in an account, and what is missing (AZ-4): the rules' word and the policies' on each. */
export function settlementActionRoutes({ clock, telling, settlement, signedIn }: Parts): FastifyPluginAsyncZod {
  return async (app) => {
    const tags = ['settlement'];
    const answer = { 200: settlementActions };

    const report = { schema: { tags, params: reportParams, response: answer } };
    app.get('/api/agreements/:agreement/reports/:kind/:number/actions', report, async (request) => {
      const { principal } = await signedIn(request);
      const { agreement, kind, number } = request.params;
      const { state } = await settlement.figures(agreement);
      const resource: Resource = { type: 'Settlement', id: agreement, parties: state.readers };
      if (!state.readers.includes(principal.organisation)) return { actions: [] };
      const available = availableOnReport(state, personOf(principal), kind, number);
      return { actions: await Promise.all(available.map(({ command, missing }) => telling(principal, { command, missing, resource }))) };
    });

    app.get('/api/settlements/:agreement/:clause/:ledger/actions', { schema: { tags, params: accountParams, response: answer } }, async (request) => {
      const { principal } = await signedIn(request);
      const id = request.params;
      const { state } = await settlement.account(id);
      const settling = await settlement.settling(id, clock.now());
      if (!settling || !state.parties.includes(principal.organisation)) return { actions: [] };
      const resource: Resource = { type: 'Settlement', id: `${id.agreement}/${id.clause}/${id.ledger}`, parties: state.parties };
      const available = availableInAccount(state, personOf(principal), settling.asking(state, principal.organisation));
      return {
        actions: await Promise.all(
          available.map(async ({ command, missing, about }) => ({
            ...(await telling(principal, { command, missing, resource })),
            ...(about ? { about } : {}),
          })),
        ),
      };
    });
  };
}

const personOf = ({ member, organisation }: Principal): Person => ({ kind: 'person', member, organisation, capacity: 'viewer' });
