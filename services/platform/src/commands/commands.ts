import type { CommandData, CommandName } from '@lianyu/contract';
import type { ErrorCode } from '@lianyu/contract/errors';
import { type AgreementState, agreementDecider } from '@lianyu/domain/agreements';
import { isAgreementEvent, isNegotiationEvent, isOrganisationEvent, isProjectEvent, isReservationEvent } from '@lianyu/domain/events';
import { type CommandId, fold, type NegotiationId, type OrganisationId, type ProjectId, type RefusalData, streamOf } from '@lianyu/domain/kernel';
import { type NegotiationState, negotiationDecider } from '@lianyu/domain/negotiation';
import { type OrganisationState, organisationDecider } from '@lianyu/domain/organisations';
import { type ProjectState, projectDecider } from '@lianyu/domain/projects';
import { reservationDecider } from '@lianyu/domain/reservations';
import type { EventStore, Position } from '@lianyu/event-store';
import type { Vault } from '@lianyu/vault';
import type { FastifyBaseLogger } from 'fastify';
import { z } from 'zod';
import { delegationFor, personIn, rolesIn } from '../access/acting.ts';
import { authorise, type Principal } from '../access/authorise.ts';
import type { PolicySet } from '../access/policies.ts';
import type { Clock } from '../clock.ts';
import type { Papers } from '../exchange/papers.ts';
import type { SettlementReader } from '../settlement/reading.ts';
import type { Definition, Giver } from './definition.ts';
import { definitionsOf } from './definitions.ts';
import type { Executor } from './execute.ts';
import { readWhole } from './read.ts';

/** A command as a member gives it. */
export interface Given<Name extends CommandName> {
  readonly name: Name;
  readonly data: CommandData<Name>;
  readonly commandId: CommandId;
  readonly correlation: string;
}

export type Answer =
  | { readonly ok: true; readonly subject: string; readonly repeated: boolean; readonly position: Position; readonly setUpToken?: string }
  | { readonly ok: false; readonly code: ErrorCode; readonly data: RefusalData };

/** The one way in: every command of a person, from the browser or from a scenario, is given here. */
export interface Commands {
  give<Name extends CommandName>(principal: Principal, given: Given<Name>): Promise<Answer>;
}

interface Parts {
  readonly store: EventStore;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly policies: PolicySet;
  readonly executor: Executor;
  readonly settlement: SettlementReader;
  readonly papers: Papers;
  readonly setUpLinkMs: number;
  readonly log: Pick<FastifyBaseLogger, 'warn'>;
}

export function createCommands({ store, vault, clock, policies, executor, settlement, papers, setUpLinkMs, log }: Parts): Commands {
  const definitions = definitionsOf(setUpLinkMs);

  async function negotiation(id: NegotiationId): Promise<NegotiationState> {
    const { events } = await readWhole(store, streamOf.negotiation(id));
    return fold(negotiationDecider, events.filter(isNegotiationEvent));
  }

  async function agreement(id: NegotiationId): Promise<AgreementState> {
    const { events } = await readWhole(store, streamOf.agreement(id));
    return fold(agreementDecider, events.filter(isAgreementEvent));
  }

  async function organisation(id: OrganisationId): Promise<OrganisationState> {
    const { events } = await readWhole(store, streamOf.organisation(id));
    return fold(organisationDecider, events.filter(isOrganisationEvent));
  }

  async function project(id: ProjectId): Promise<ProjectState> {
    const { events } = await readWhole(store, streamOf.project(id));
    return fold(projectDecider, events.filter(isProjectEvent));
  }

  async function holderOf(what: string, value: string): Promise<string | undefined> {
    const { events } = await readWhole(store, streamOf.reservation(what, value));
    return fold(reservationDecider, events.filter(isReservationEvent)).holder;
  }

  return {
    async give(principal, { name, data, commandId, correlation }) {
      const definition: Definition<typeof name> = definitions[name];
      const matter = matterIn(data);
      const capacity = definition.capacity(rolesIn(principal, matter), definition.step?.(data), data);
      const person = personIn(principal, capacity, matter);
      const delegation = delegationFor(principal, capacity, matter)?.delegation;
      const { organisationKind } = principal;
      const at = clock.now();
      const read = { negotiation, agreement, organisation, project, holderOf, settlement, papers };
      const giver: Giver = { person, delegation, organisationKind, commandId, at, vault, ...read, kept: {} };
      const plan = definition.plan(data, giver);
      const ask = ({ resource, context }: Pick<ReturnType<typeof plan.stand>, 'resource' | 'context'>) => {
        const verdict = authorise(policies, principal, name, resource, context);
        if (!verdict.allowed)
          log.warn({ action: name, member: principal.member, resource, policies: verdict.policies, set: policies.digest }, 'denied');
        return verdict;
      };

      if (definition.before) {
        // Asked first, so that who may not give the command learns nothing from what stands in its way.
        const { events } = await readWhole(store, plan.stream);
        const standing = plan.stand(events);
        if (!ask(standing).allowed) return { ok: false, code: 'FORBIDDEN', data: { action: name } };
        const failure = await definition.before(data, giver);
        if (failure) return { ok: false, ...failure };
      }
      const issue = { commandId, name, data: without(data, definition.secrets ?? []), actor: person, correlation, causation: commandId };
      const outcome = await executor.execute(issue, plan, ask);
      if (!outcome.ok) {
        definition.refused?.(data, giver);
        return outcome;
      }
      definition.after?.(data, giver);
      const { setUpToken } = giver.kept;
      return setUpToken === undefined ? outcome : { ...outcome, setUpToken };
    },
  };
}

/** The negotiation or agreement that a command is about, where there is one already: a delegation may be for that alone. */
function matterIn(data: object): string | undefined {
  for (const field of ['negotiation', 'agreement', 'registration'] as const) {
    const id: unknown = Reflect.get(data, field);
    if (typeof id === 'string') return id;
  }
  const change = changeSchema.safeParse(data);
  return change.success ? change.data.content.purpose.agreement : undefined;
}

const changeSchema = z.object({ content: z.object({ purpose: z.object({ agreement: z.string() }) }) });

function without<Data extends object>(data: Data, secrets: readonly string[]): Partial<Data> {
  return Object.fromEntries(Object.entries(data).filter(([field]) => !secrets.includes(field))) as Partial<Data>;
}
