import { type ChainStep, standardSteps } from '../clearance/chain.ts';
import type { CalendarDate, CommandId, Instant, MemberId, OrganisationId, Recorded } from '../kernel/index.ts';
import type { ProcedureEvent } from './events.ts';

export interface ProcedureVersion {
  readonly version: number;
  readonly from: CalendarDate;
  readonly steps: readonly ChainStep[];
  readonly proposedBy: MemberId;
  readonly approvedBy: MemberId;
  readonly at: Instant;
}

export interface ProposedProcedure {
  readonly request: CommandId;
  readonly from: CalendarDate;
  readonly steps: readonly ChainStep[];
  readonly proposedBy: MemberId;
  readonly at: Instant;
}

/** Versions are never changed: what was opened under one is cleared under it. At most one proposal waits for a second person. */
export interface ProcedureState {
  readonly organisation: OrganisationId | undefined;
  readonly versions: readonly ProcedureVersion[];
  readonly pending: ProposedProcedure | undefined;
}

export const noProcedure: ProcedureState = { organisation: undefined, versions: [], pending: undefined };

/** What holds for a text whose clearance is opened on this day; the standard chain while the organisation has set none. */
export function procedureOn({ versions }: ProcedureState, day: CalendarDate): { readonly version: number; readonly steps: readonly ChainStep[] } {
  return versions.filter(({ from }) => from <= day).at(-1) ?? { version: 0, steps: standardSteps };
}

export function evolve(state: ProcedureState, { event, metadata }: Recorded<ProcedureEvent>): ProcedureState {
  const at = metadata.recordedAt;
  switch (event.type) {
    case 'ProcedureProposed': {
      const { organisation, request, from, steps, proposedBy } = event.data;
      return { ...state, organisation, pending: { request, from, steps, proposedBy, at } };
    }
    case 'ProcedureAdopted': {
      const { version, from, steps, proposedBy, approvedBy } = event.data;
      return { ...state, versions: [...state.versions, { version, from, steps, proposedBy, approvedBy, at }], pending: undefined };
    }
    case 'ProcedureRejected':
      return { ...state, pending: undefined };
  }
}
