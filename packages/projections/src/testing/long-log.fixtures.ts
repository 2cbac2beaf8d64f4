import type { AnyEvent } from '@lianyu/domain/events';
import type { Recorded } from '@lianyu/domain/kernel';
import type { ExpectedRevision, NewEvent } from '@lianyu/event-store';
import fc from 'fast-check';
import { someSteps, tell } from './stories.fixtures.ts';

/** Several logs one after the other, each with negotiations of its own; the same for the same seed. */
export function longLog(seed: number): readonly Recorded<AnyEvent>[] {
  return fc.sample(someSteps, { numRuns: 12, seed }).flatMap((steps, index) => tell(steps, `s${index}`, { first: index * 10 }).log.events);
}

export interface Append {
  readonly stream: string;
  readonly before: ExpectedRevision;
  readonly events: readonly NewEvent[];
}

/** What each command appends. */
export function asAppends(events: readonly Recorded<AnyEvent>[]): readonly Append[] {
  const appends: { stream: string; before: ExpectedRevision; events: NewEvent[]; command: string }[] = [];
  for (const { id, stream, revision, event, metadata } of events) {
    const written: NewEvent = { id, type: event.type, data: event.data, metadata };
    const open = appends.at(-1);
    if (open && open.stream === stream && open.command === metadata.commandId) open.events.push(written);
    else appends.push({ stream, before: revision === 0n ? 'no-stream' : revision - 1n, events: [written], command: metadata.commandId });
  }
  return appends;
}
