import { dueOn } from '@lianyu/domain/agreements';
import type { AnyEvent } from '@lianyu/domain/events';
import { isAgreementEvent, recorded } from '@lianyu/domain/events';
import { beijingDate, type CalendarDate, type NegotiationId, type Recorded } from '@lianyu/domain/kernel';
import type { EventStore } from '@lianyu/event-store';
import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Executor } from '../commands/execute.ts';
import { enterIntoForce } from './agreement.ts';
import { giveBecauseOf } from './give.ts';
import type { Process } from './runner.ts';

/**
 * What the passing of time does in law (TM-3). It hears of every concluded agreement as a process does, keeps those that
 * are not in force yet, and on each tick gives the command for those whose day has come: late after a downtime, but
 * with the day on which it holds by the terms.
 */
export interface ClockProcess extends Process {
  /** Gives what is due; resolves when it is durable. */
  tick(): Promise<void>;
}

interface Waiting {
  readonly cause: Recorded<AnyEvent>;
  readonly due: CalendarDate;
}

export function createClockProcess({ executor, clock }: { executor: Executor; clock: Clock }): ClockProcess {
  const waiting = new Map<NegotiationId, Waiting>();
  return {
    name: 'clock',
    async react(event) {
      if (!isAgreementEvent(event)) return;
      const { agreement } = event.event.data;
      if (event.event.type === 'AgreementEnteredIntoForce') waiting.delete(agreement);
      else waiting.set(agreement, { cause: event, due: dueOn(event.event.data.concludedOn, event.event.data.content.effect) });
    },
    async tick() {
      const today = beijingDate(clock.now());
      for (const [agreement, { cause, due }] of waiting) {
        if (due > today) continue;
        await giveBecauseOf(executor, cause, 'clock', `enter-into-force/${due}`, {}, enterIntoForce(agreement));
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
