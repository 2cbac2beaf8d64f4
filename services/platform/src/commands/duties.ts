import { type Duties, type DutyEvent, dutiesDecider } from '@lianyu/domain/duties';
import { isDutyEvent } from '@lianyu/domain/events';
import { type Decision, fold, isRefusal, type Person, personsBehind, type Refusal, type RefusalCode, streamOf } from '@lianyu/domain/kernel';
import { role } from '@lianyu/domain/organisations';
import type { EventStore } from '@lianyu/event-store';
import { readWhole } from './read.ts';

/** A negotiation, or the agreement of the same id, in which somebody acts; `sideOnly` where only for whom counts. */
export interface Matter {
  readonly id: string;
  readonly sideOnly: boolean;
}

/** What is recorded of one person in one matter before the act itself is. */
export interface Assuming {
  readonly stream: string;
  readonly revision: bigint | undefined;
  readonly events: readonly DutyEvent[];
}

/**
 * The one place that asks the matrix of AZ-3: for each natural person behind an act and each matter that it is in, whether what
 * they have done there goes with it. Nothing is recorded here.
 */
export async function assuming(
  store: Pick<EventStore, 'readStream'>,
  actor: Person,
  matters: readonly Matter[],
): Promise<readonly Assuming[] | Refusal<RefusalCode>> {
  const all: Assuming[] = [];
  const capacity = role.safeParse(actor.capacity);
  for (const { id, sideOnly } of matters) {
    for (const member of personsBehind(actor)) {
      const stream = streamOf.duties(id, member);
      const { state, revision } = await dutiesIn(store, stream);
      const duty = sideOnly || !capacity.success ? undefined : capacity.data;
      const decision: Decision<DutyEvent> = dutiesDecider.decide(
        { type: 'assume-duty', matter: id, member, organisation: actor.organisation, duty },
        state,
      );
      if (isRefusal(decision)) return decision as Refusal<RefusalCode>;
      if (decision.length > 0) all.push({ stream, revision, events: decision });
    }
  }
  return all;
}

async function dutiesIn(store: Pick<EventStore, 'readStream'>, stream: string): Promise<{ state: Duties; revision: bigint | undefined }> {
  const { events } = await readWhole(store, stream);
  return { state: fold(dutiesDecider, events.filter(isDutyEvent)), revision: events.at(-1)?.revision };
}
