import { type Availability, actions, type CommandName } from '@lianyu/contract';
import { agreementDecider, availableInAgreement } from '@lianyu/domain/agreements';
import { availableInClearance, clearanceDecider } from '@lianyu/domain/clearance';
import { isAgreementEvent, isClearanceEvent, isNegotiationEvent, isRegistrationEvent } from '@lianyu/domain/events';
import { beijingDate, fold, type NegotiationId, negotiationId, type Person, type Refusal, streamOf } from '@lianyu/domain/kernel';
import { availableInNegotiation, frozen, type NegotiationState, negotiationDecider } from '@lianyu/domain/negotiation';
import { availableInRegistration, registrationDecider } from '@lianyu/domain/registration';
import type { EventStore } from '@lianyu/event-store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { authorise, type Principal, type Resource } from '../access/authorise.ts';
import type { PolicySet } from '../access/policies.ts';
import type { SignedInOf } from '../access/signed-in.ts';
import type { Clock } from '../clock.ts';
import { readWhole } from '../commands/execute.ts';

interface Parts {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly policies: PolicySet;
  readonly signedIn: SignedInOf;
}

const params = z.strictObject({ id: negotiationId });

/** What the viewer may do now and what is missing (AZ-4): the rules' word and the policies' word on each command. */
export function actionRoutes({ store, clock, policies, signedIn }: Parts): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/agreements/:id/actions', { schema: { tags: ['pages'], params, response: { 200: actions } } }, async (request) => {
      const { principal } = await signedIn(request);
      const { id } = request.params;
      const negotiation = fold(negotiationDecider, (await readWhole(store, streamOf.negotiation(id))).events.filter(isNegotiationEvent));
      return {
        actions: [
          ...inNegotiation(id, principal, negotiation),
          ...(await inClearance(id, principal, negotiation)),
          ...(await inRegistration(id, principal)),
          ...(await inAgreement(id, principal)),
        ],
      };
    });
  };

  function inNegotiation(id: NegotiationId, principal: Principal, state: NegotiationState): Availability[] {
    const resource: Resource = { type: 'Negotiation', id, parties: state.parties };
    return availableInNegotiation(state, personOf(principal)).map(({ command, missing }) => told(principal, command, missing, resource));
  }

  async function inClearance(id: NegotiationId, principal: Principal, negotiation: NegotiationState): Promise<Availability[]> {
    const party = principal.organisation;
    const state = fold(clearanceDecider, (await readWhole(store, streamOf.clearance(id, party))).events.filter(isClearanceEvent));
    const { step, available } = availableInClearance(state, personOf(principal));
    const resource: Resource = { type: 'Clearance', id: `${id}/${party}`, party };
    return available.map(({ command, missing }) => {
      if (command !== 'withdraw-clearance') return told(principal, command, missing, resource, step === undefined ? {} : { step });
      const over = frozen(negotiation, party);
      return told(principal, command, over ? [over, ...missing] : missing, resource);
    });
  }

  async function inRegistration(id: NegotiationId, principal: Principal): Promise<Availability[]> {
    const state = fold(registrationDecider, (await readWhole(store, streamOf.registration(id))).events.filter(isRegistrationEvent));
    const resource: Resource = { type: 'Registration', id, parties: state.parties, registrar: state.registrar };
    const available = availableInRegistration(state, personOf(principal), beijingDate(clock.now()));
    return available.map(({ command, missing }) => told(principal, command, missing, resource));
  }

  async function inAgreement(id: NegotiationId, principal: Principal): Promise<Availability[]> {
    const state = fold(agreementDecider, (await readWhole(store, streamOf.agreement(id))).events.filter(isAgreementEvent));
    const resource: Resource = { type: 'Agreement', id, parties: state.parties };
    const available = availableInAgreement(state, personOf(principal), beijingDate(clock.now()));
    return available.map(({ command, missing }) => told(principal, command, missing, resource));
  }

  function told(
    principal: Principal,
    command: CommandName,
    missing: readonly Refusal[],
    resource: Resource,
    context: Record<string, string> = {},
  ): Availability {
    const { allowed } = authorise(policies, principal, command, resource, context);
    const denied = allowed ? [] : [{ code: 'FORBIDDEN', data: { action: command, ...context } }];
    const all = [...denied, ...missing.map(({ code, data }) => ({ code, data: { ...data } }))];
    return { command, allowed: all.length === 0, missing: all };
  }
}

const personOf = ({ member, organisation }: Principal): Person => ({ kind: 'person', member, organisation, capacity: 'viewer' });
