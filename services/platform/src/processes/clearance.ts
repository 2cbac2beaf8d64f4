import type { AgreementContent } from '@lianyu/domain/agreements';
import {
  type ClearanceCommand,
  type ClearanceEvent,
  type ClearanceState,
  clearanceDecider,
  fromNegotiation,
  type Opening,
  procedureFor,
} from '@lianyu/domain/clearance';
import { isClearanceEvent, isNegotiationEvent, isProcedureEvent } from '@lianyu/domain/events';
import { fold, type NegotiationId, type OrganisationId, streamOf } from '@lianyu/domain/kernel';
import { negotiationDecider } from '@lianyu/domain/negotiation';
import { procedureDecider, procedureOn } from '@lianyu/domain/procedure';
import type { EventStore } from '@lianyu/event-store';
import type { Directory } from '../access/directory.ts';
import { deadlineAfter } from '../commands/deadline.ts';
import type { Executor } from '../commands/execute.ts';
import { type Occasion, type Plan, plan } from '../commands/plan.ts';
import { readWhole } from '../commands/read.ts';
import { giveBecauseOf } from './give.ts';
import type { Process } from './runner.ts';

interface Parts {
  readonly store: EventStore;
  readonly executor: Executor;
  readonly directory: Pick<Directory, 'organisation'>;
}

/** From the negotiation into each party's internal procedure. */
export function clearanceProcess({ store, executor, directory }: Parts): Process {
  /** By the procedure that the party has on that day. Which it is, is decided there and recorded: it is no part of the command's identity. */
  async function opening(command: Opening, content: AgreementContent): Promise<Plan> {
    const { events } = await readWhole(store, streamOf.procedure(command.party));
    const procedure = fold(procedureDecider, events.filter(isProcedureEvent));
    const companies = new Set<OrganisationId>();
    for (const { organisation } of content.parties)
      if ((await directory.organisation(organisation)).profile?.kind === 'company') companies.add(organisation);
    return toClearance(command.negotiation, command.party, ({ today }) => ({
      ...command,
      procedure: procedureFor(procedureOn(procedure, today), content, (organisation) => companies.has(organisation)),
      deadlineIn: (workingDays) => deadlineAfter(today, workingDays),
    }));
  }

  return {
    name: 'clearance',
    async react(event) {
      if (!isNegotiationEvent(event)) return;
      const { events } = await readWhole(store, event.stream);
      const until = events.filter(isNegotiationEvent).filter(({ revision }) => revision <= event.revision);
      const after = fold(negotiationDecider, until);
      const { negotiation } = event.event.data;
      for (const { step, party, command } of fromNegotiation(event.event, after)) {
        const carried =
          command.type === 'void-clearance'
            ? toClearance(negotiation, party, () => command)
            : after.current && (await opening(command, after.current.content));
        if (carried) await giveBecauseOf(executor, event, 'clearance', step, command, carried);
      }
    },
  };
}

function toClearance(negotiation: NegotiationId, party: OrganisationId, command: (occasion: Occasion) => ClearanceCommand): Plan {
  return plan<ClearanceCommand, ClearanceState, ClearanceEvent>({
    stream: streamOf.clearance(negotiation, party),
    classification: 'internal-procedure',
    subject: negotiation,
    decider: clearanceDecider,
    isOf: isClearanceEvent,
    resource: () => ({ type: 'Clearance', id: `${negotiation}/${party}`, party }),
    command,
  });
}
