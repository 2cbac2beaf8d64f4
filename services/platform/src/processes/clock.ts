import { agreementDecider, type DueByClock, dueByClock } from '@lianyu/domain/agreements';
import { type AnyEvent, isAgreementEvent, recorded } from '@lianyu/domain/events';
import { beijingDate, type CalendarDate, fold, type NegotiationId, type Recorded, streamOf } from '@lianyu/domain/kernel';
import type { EventStore } from '@lianyu/event-store';
import { calendarVersion } from '@lianyu/reference-data/working-days';
import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../clock.ts';
import { toAgreement } from '../commands/agreements.ts';
import type { Executor } from '../commands/execute.ts';
import { readWhole } from '../commands/read.ts';
import { byClock, filingDeadline } from './agreement.ts';
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

/** Of each agreement no more is kept than what waits for a day: there are many, and their texts are long. */
interface Waiting {
  /** The event that founded the agreement: what the clock's command ids derive from. */
  readonly cause: Recorded<AnyEvent>;
  readonly due: DueByClock | undefined;
  /** The conclusion from which a term was counted that a newer calendar may move. */
  readonly provisional: { readonly concludedOn: CalendarDate; readonly calendarVersion: string } | undefined;
}

interface Parts {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly executor: Executor;
  readonly clock: Clock;
}

export function createClockProcess({ store, executor, clock }: Parts): ClockProcess {
  const waiting = new Map<NegotiationId, Waiting>();
  /** Agreements of which something has been heard that has not been looked at. */
  const heard = new Set<NegotiationId>();

  async function look(agreement: NegotiationId): Promise<Waiting | undefined> {
    heard.delete(agreement);
    const events = (await readWhole(store, streamOf.agreement(agreement))).events.filter(isAgreementEvent);
    const [cause] = events;
    const state = fold(agreementDecider, events);
    const { deadline, concludedOn } = state;
    const provisional = deadline?.provisional && concludedOn !== undefined ? { concludedOn, calendarVersion: deadline.calendarVersion } : undefined;
    const due = dueByClock(state);
    const found = cause && (due || provisional) ? { cause, due, provisional } : undefined;
    if (found) waiting.set(agreement, found);
    else waiting.delete(agreement);
    return found;
  }

  async function giveWhatIsDue(agreement: NegotiationId, { cause, due }: Waiting): Promise<void> {
    if (due === undefined || due.on > beijingDate(clock.now())) return;
    const given = await giveBecauseOf(executor, cause, 'clock', `${due.command}/${due.on}`, {}, byClock(agreement, due.command));
    const next = await look(agreement);
    // Refused, and the same is due still: the agreement has gone another way, of which an event will tell.
    if (!next || (!given.ok && next.due?.command === due.command && next.due.on === due.on)) return;
    await giveWhatIsDue(agreement, next);
  }

  /** A term that was counted without a published calendar is counted again once there is a newer one (TM-2). */
  async function countAgain(agreement: NegotiationId, { cause, provisional }: Waiting): Promise<void> {
    if (!provisional || provisional.calendarVersion === calendarVersion) return;
    const newer = filingDeadline(provisional.concludedOn);
    const fix = toAgreement(agreement, () => ({ type: 'fix-filing-deadline', deadline: newer }));
    await giveBecauseOf(executor, cause, 'clock', `fix-filing-deadline/${calendarVersion}`, newer, fix);
  }

  return {
    name: 'clock',
    async react(event) {
      if (isAgreementEvent(event)) heard.add(event.event.data.agreement);
    },
    async tick() {
      for (const agreement of [...heard]) await look(agreement);
      for (const [agreement, one] of [...waiting]) {
        await giveWhatIsDue(agreement, one);
        await countAgain(agreement, one);
      }
    },
  };
}

/** Several as one: what one of them cannot do is told, but keeps none of the others from it. */
export function clocksTogether(...clocks: readonly ClockProcess[]): ClockProcess {
  return {
    name: 'clock',
    async react(event) {
      for (const each of clocks) await each.react(event);
    },
    async tick() {
      const failures: unknown[] = [];
      for (const each of clocks) await each.tick().catch((error: unknown) => failures.push(error));
      if (failures.length > 0) throw new AggregateError(failures, 'what time asks for could not all be given');
    },
  };
}

/** Hands the clock what was concluded before this start, so that nothing waits for an event that has been. */
export async function remember(process: ClockProcess, store: EventStore): Promise<void> {
  for await (const delivery of store.subscribe({ filter: { streamPrefixes: ['agreement-', 'negotiation-'] } })) {
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
