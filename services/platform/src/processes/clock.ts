import { type AgreementState, agreementDecider, dueByClock } from '@lianyu/domain/agreements';
import { type AnyEvent, isAgreementEvent, recorded } from '@lianyu/domain/events';
import { beijingDate, fold, type NegotiationId, type Recorded, streamOf } from '@lianyu/domain/kernel';
import type { EventStore } from '@lianyu/event-store';
import { calendarVersion } from '@lianyu/reference-data/working-days';
import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../clock.ts';
import { type Executor, readWhole } from '../commands/execute.ts';
import { byClock, filingDeadline, toAgreement } from './agreement.ts';
import { giveBecauseOf } from './give.ts';
import type { Process } from './runner.ts';

/**
 * What the passing of time does in law (TM-3). It hears of every agreement as a process does, keeps those for which time will
 * do something, and on each tick gives the command for those whose day has come: late after a downtime, but with the day on
 * which it holds by the terms.
 */
export interface ClockProcess extends Process {
  /** Gives what is due; resolves when it is durable. */
  tick(): Promise<void>;
}

interface Known {
  /** The event that founded the agreement: what the clock's command ids derive from. */
  readonly cause: Recorded<AnyEvent>;
  readonly state: AgreementState;
  readonly revision: bigint;
}

interface Parts {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly executor: Executor;
  readonly clock: Clock;
}

export function createClockProcess({ store, executor, clock }: Parts): ClockProcess {
  const known = new Map<NegotiationId, Known>();

  async function giveWhatIsDue(agreement: NegotiationId, { cause, state, revision }: Known): Promise<void> {
    const due = dueByClock(state);
    if (due === undefined || due.on > beijingDate(clock.now())) return;
    await giveBecauseOf(executor, cause, 'clock', `${due.command}/${due.on}`, {}, byClock(agreement, due.command));
    const now = await agreementNow(agreement);
    // Nothing followed: the agreement has gone another way, of which an event will tell.
    if (now === undefined || now.revision === revision) return;
    known.set(agreement, { cause, ...now });
    await giveWhatIsDue(agreement, { cause, ...now });
  }

  /** A term that was counted without a published calendar is counted again once there is a newer one (TM-2). */
  async function countAgain(agreement: NegotiationId, { cause, state }: Known): Promise<void> {
    const { deadline, concludedOn } = state;
    if (!deadline?.provisional || concludedOn === undefined || deadline.calendarVersion === calendarVersion) return;
    const newer = filingDeadline(concludedOn);
    const fix = toAgreement(agreement, () => ({ type: 'fix-filing-deadline', deadline: newer }));
    await giveBecauseOf(executor, cause, 'clock', `fix-filing-deadline/${calendarVersion}`, newer, fix);
  }

  async function agreementNow(agreement: NegotiationId): Promise<Pick<Known, 'state' | 'revision'> | undefined> {
    const events = (await readWhole(store, streamOf.agreement(agreement))).events.filter(isAgreementEvent);
    const revision = events.at(-1)?.revision;
    return revision === undefined ? undefined : { state: fold(agreementDecider, events), revision };
  }

  return {
    name: 'clock',
    async react(event) {
      if (!isAgreementEvent(event)) return;
      const { agreement } = event.event.data;
      const before = known.get(agreement);
      // Handed over again after a restart, or read ahead by a tick: it is in the state already.
      if (before && before.revision >= event.revision) return;
      const state = agreementDecider.evolve(before?.state ?? agreementDecider.initial, event);
      known.set(agreement, { cause: before?.cause ?? event, state, revision: event.revision });
    },
    async tick() {
      for (const [agreement, one] of [...known]) {
        await giveWhatIsDue(agreement, one);
        await countAgain(agreement, one);
      }
    },
  };
}

/** Hands the clock what was concluded before this start, so that nothing waits for an event that has been. */
export async function remember(process: ClockProcess, store: EventStore): Promise<void> {
  for await (const delivery of store.subscribe({ filter: { streamPrefixes: ['agreement-'] } })) {
    if (delivery.kind === 'caught-up') return;
    if (delivery.kind === 'event') await process.react(recorded(delivery.event));
  }
}

const EVERY_MS = 30_000;

/** Ticks until stopped. A failing tick is logged and tried again at the next one. */
export function startTicking(process: ClockProcess, log: Pick<FastifyBaseLogger, 'error'>): () => Promise<void> {
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => process.tick()).catch((error: unknown) => log.error({ err: error }, 'the clock process failed'));
  }, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
