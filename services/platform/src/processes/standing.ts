import { toNegotiation } from '@lianyu/domain/clearance';
import { isClearanceEvent, isNegotiationEvent, isOrganisationEvent } from '@lianyu/domain/events';
import { type MemberId, streamOf } from '@lianyu/domain/kernel';
import { type NegotiationCommand, type NegotiationEvent, type NegotiationState, negotiationDecider } from '@lianyu/domain/negotiation';
import { type OrganisationEvent, toOtherOrganisation } from '@lianyu/domain/organisations';
import type { EventStore } from '@lianyu/event-store';
import type { Vault } from '@lianyu/vault';
import type { Directory } from '../access/directory.ts';
import type { Executor } from '../commands/execute.ts';
import { inside } from '../commands/organisations.ts';
import { plan } from '../commands/plan.ts';
import type { SettlementReader } from '../settlement/reading.ts';
import { agreementProcess } from './agreement.ts';
import { clearanceProcess } from './clearance.ts';
import { giveBecauseOf } from './give.ts';
import { projectProcess } from './projects.ts';
import { quotaProcess } from './quotas.ts';
import type { Process } from './runner.ts';
import { settlementProcess } from './settlement.ts';

interface Parts {
  readonly store: EventStore;
  readonly executor: Executor;
  readonly vault: Pick<Vault, 'revoke'>;
  readonly settlement: SettlementReader;
  readonly directory: Pick<Directory, 'organisation'>;
}

/** All processes of the platform, in the order in which each event is handed to them. */
export function standingProcesses(parts: Parts): readonly Process[] {
  return [
    accessProcess(parts),
    secondmentProcess(parts),
    clearanceProcess(parts),
    outcomeProcess(parts),
    agreementProcess(parts),
    settlementProcess(parts),
    quotaProcess(parts),
    projectProcess(parts),
  ];
}

/** Whoever's roles changed is judged anew at once: their connections are closed and may come back (LV-6). */
function accessProcess({ vault, directory }: Parts): Process {
  return {
    name: 'access',
    async react(event) {
      if (!isOrganisationEvent(event)) return;
      for (const member of await judgedAnew(event.event, directory)) vault.revoke(member);
    },
  };
}

/** Whose access an event changes: with a role goes what its holder has delegated of it. */
async function judgedAnew({ type, data }: OrganisationEvent, directory: Parts['directory']): Promise<readonly MemberId[]> {
  if (type === 'SecondeeReceived' || type === 'SecondeeReleased') return [data.member];
  if (type === 'DelegationApproved' || type === 'DelegationRevoked') return [data.delegate];
  if (type !== 'RoleGranted' && type !== 'RoleRevoked') return [];
  const { delegations } = await directory.organisation(data.organisation);
  const delegates = [...delegations.values()].filter(
    ({ phase, principal, role }) => phase === 'granted' && principal === data.member && role === data.role,
  );
  return [...new Set([data.member, ...delegates.map(({ delegate }) => delegate)])];
}

/** From the organisation that sends somebody to the one that receives. */
function secondmentProcess({ executor }: Parts): Process {
  return {
    name: 'secondment',
    async react(event) {
      const carried = isOrganisationEvent(event) ? toOtherOrganisation(event.event) : undefined;
      if (!carried) return;
      const { organisation, command } = carried;
      await giveBecauseOf(
        executor,
        event,
        'secondment',
        command.type,
        command,
        inside(organisation, () => command),
      );
    },
  };
}

/** From a party's internal procedure back into the negotiation: only that it is ready, or no longer (EV-2). */
function outcomeProcess({ executor }: Parts): Process {
  return {
    name: 'outcome',
    async react(event) {
      const command = isClearanceEvent(event) ? toNegotiation(event.event) : undefined;
      if (!command || !isClearanceEvent(event)) return;
      const { negotiation } = event.event.data;
      const outcome = plan<NegotiationCommand, NegotiationState, NegotiationEvent>({
        stream: streamOf.negotiation(negotiation),
        classification: 'negotiation',
        subject: negotiation,
        decider: negotiationDecider,
        isOf: isNegotiationEvent,
        resource: ({ parties }) => ({ type: 'Negotiation', id: negotiation, parties }),
        command: () => command,
      });
      await giveBecauseOf(executor, event, 'outcome', command.type, command, outcome);
    },
  };
}
