import { type CommandName, type SettlementActions, settlementActions } from '@lianyu/contract';
import { negotiationId, type Person, type Refusal } from '@lianyu/domain/kernel';
import { availableInAccount, availableOnReport } from '@lianyu/domain/settlement';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { authorise, type Principal, type Resource } from '../access/authorise.ts';
import type { PolicySet } from '../access/policies.ts';
import type { SignedInOf } from '../access/signed-in.ts';
import type { Clock } from '../clock.ts';
import type { SettlementReader } from '../settlement/reading.ts';
import { accountParams } from './settlement-pages.ts';

interface Parts {
  readonly clock: Clock;
  readonly policies: PolicySet;
  readonly settlement: SettlementReader;
  readonly signedIn: SignedInOf;
}

const reportParams = z.strictObject({
  agreement: negotiationId,
  kind: z.enum(['figure', 'milestone']),
  number: z.coerce.number().int().min(1).max(1_000_000),
});

/** What the viewer may do with a report or in an account, and what is missing (AZ-4): the rules' word and the policies' on each. */
export function settlementActionRoutes({ clock, policies, settlement, signedIn }: Parts): FastifyPluginAsyncZod {
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
      return { actions: available.map(({ command, missing }) => told(principal, command, missing, resource)) };
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
        actions: available.map(({ command, missing, about }) => ({ ...told(principal, command, missing, resource), ...(about ? { about } : {}) })),
      };
    });
  };

  function told(principal: Principal, command: CommandName, missing: readonly Refusal[], resource: Resource): SettlementActions['actions'][number] {
    const { allowed } = authorise(policies, principal, command, resource);
    const denied = allowed ? [] : [{ code: 'FORBIDDEN', data: { action: command } }];
    const all = [...denied, ...missing.map(({ code, data }) => ({ code, data: { ...data } }))];
    return { command, allowed: all.length === 0, missing: all };
  }
}

const personOf = ({ member, organisation }: Principal): Person => ({ kind: 'person', member, organisation, capacity: 'viewer' });
