import { type Availability, actions } from '@lianyu/contract';
import { agreementDecider, availableInAgreement } from '@lianyu/domain/agreements';
import { availableInClearance, clearanceDecider } from '@lianyu/domain/clearance';
import { isAgreementEvent, isClearanceEvent, isNegotiationEvent, isRegistrationEvent } from '@lianyu/domain/events';
import { beijingDate, fold, type NegotiationId, negotiationId, type Person, type Refusal, streamOf } from '@lianyu/domain/kernel';
import { availableInNegotiation, frozen, type NegotiationState, negotiationDecider } from '@lianyu/domain/negotiation';
import { signingAuthorityOf } from '@lianyu/domain/organisations';
import { availableInRegistration, registrationDecider } from '@lianyu/domain/registration';
import type { EventStore } from '@lianyu/event-store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { delegationFor, personIn, rolesIn } from '../access/acting.ts';
import type { Principal, Resource } from '../access/authorise.ts';
import type { Directory } from '../access/directory.ts';
import type { SignedInOf } from '../access/signed-in.ts';
import type { Clock } from '../clock.ts';
import { readWhole } from '../commands/read.ts';
import type { Telling } from './telling.ts';

interface Parts {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'organisation'>;
  readonly telling: Telling;
  readonly signedIn: SignedInOf;
}

const params = z.strictObject({ id: negotiationId });

/** What the viewer may do now and what is missing (AZ-4): the rules' word and the policies' word on each command. */
export function actionRoutes({ store, clock, directory, telling, signedIn }: Parts): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/agreements/:id/actions', { schema: { tags: ['pages'], params, response: { 200: actions } } }, async (request) => {
      const { principal } = await signedIn(request);
      const { id } = request.params;
      const negotiation = fold(negotiationDecider, (await readWhole(store, streamOf.negotiation(id))).events.filter(isNegotiationEvent));
      return {
        actions: [
          ...(await inNegotiation(id, principal, negotiation)),
          ...(await inClearance(id, principal, negotiation)),
          ...(await inRegistration(id, principal)),
          ...(await inAgreement(id, principal)),
        ],
      };
    });
  };

  async function inNegotiation(id: NegotiationId, principal: Principal, state: NegotiationState): Promise<Availability[]> {
    const resource: Resource = { type: 'Negotiation', id, parties: state.parties };
    const told: Availability[] = [];
    for (const { command, missing } of availableInNegotiation(state, personOf(principal))) {
      const unsigned = command === 'give-signature' ? await withoutAuthority(id, principal) : [];
      told.push(await telling(principal, { command, missing: [...missing, ...unsigned], resource }));
    }
    return told;
  }

  /** Of who is a signatory here: whether there is a document that holds today. */
  async function withoutAuthority(id: NegotiationId, principal: Principal): Promise<Refusal[]> {
    if (!rolesIn(principal, id).includes('signatory')) return [];
    const delegated = delegationFor(principal, 'signatory', id);
    const state = await directory.organisation(principal.organisation);
    const found = signingAuthorityOf(state, personIn(principal, 'signatory', id), delegated?.delegation, beijingDate(clock.now()));
    return 'refused' in found ? [found] : [];
  }

  async function inClearance(id: NegotiationId, principal: Principal, negotiation: NegotiationState): Promise<Availability[]> {
    const party = principal.organisation;
    const state = fold(clearanceDecider, (await readWhole(store, streamOf.clearance(id, party))).events.filter(isClearanceEvent));
    const { step, available } = availableInClearance(state, personOf(principal));
    const resource: Resource = { type: 'Clearance', id: `${id}/${party}`, party };
    return Promise.all(
      available.map(({ command, missing }) => {
        if (command !== 'withdraw-clearance') return telling(principal, { command, missing, resource, step });
        const over = frozen(negotiation, party);
        return telling(principal, { command, missing: over ? [over, ...missing] : missing, resource });
      }),
    );
  }

  async function inRegistration(id: NegotiationId, principal: Principal): Promise<Availability[]> {
    const state = fold(registrationDecider, (await readWhole(store, streamOf.registration(id))).events.filter(isRegistrationEvent));
    const resource: Resource = { type: 'Registration', id, parties: state.parties, registrar: state.registrar };
    const available = availableInRegistration(state, personOf(principal), beijingDate(clock.now()));
    return Promise.all(available.map(({ command, missing }) => telling(principal, { command, missing, resource })));
  }

  async function inAgreement(id: NegotiationId, principal: Principal): Promise<Availability[]> {
    const state = fold(agreementDecider, (await readWhole(store, streamOf.agreement(id))).events.filter(isAgreementEvent));
    const resource: Resource = { type: 'Agreement', id, parties: state.parties };
    const available = availableInAgreement(state, personOf(principal), beijingDate(clock.now()));
    return Promise.all(
      available.map(({ command, missing }) => telling(principal, { command, missing, resource, begins: command === 'propose-change' })),
    );
  }
}

const personOf = ({ member, organisation }: Principal): Person => ({ kind: 'person', member, organisation, capacity: 'viewer' });
