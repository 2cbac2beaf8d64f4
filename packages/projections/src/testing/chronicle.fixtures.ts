import type { AnyEvent } from '@lianyu/domain/events';
import {
  type Actor,
  type Digest,
  type DomainEvent,
  type EventMetadata,
  fold,
  type Instant,
  type MemberId,
  type OrganisationId,
  type Person,
  type Recorded,
  toInstant,
} from '@lianyu/domain/kernel';

/** The people of a party, one for each duty. */
export const hands = { drafter: 0, reviewer: 1, recorder: 2, signatory: 3, keeper: 4 } as const;

export function memberOf(party: OrganisationId, hand: number): MemberId {
  const named = Buffer.from(`${hand}${party}`).toString('hex').padEnd(32, '0').slice(0, 32);
  return named.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as MemberId;
}

export function personOf(organisation: OrganisationId, hand: number): Person {
  return { kind: 'person', member: memberOf(organisation, hand), organisation, capacity: 'test' };
}

const DIGEST = 'd'.repeat(64) as Digest;

/** A log in the making: several streams in the order of their commits, on a clock that the test turns. */
export class Chronicle {
  readonly events: Recorded<AnyEvent>[] = [];
  readonly #streams = new Map<string, Recorded<AnyEvent>[]>();
  #milliseconds = Date.UTC(2026, 0, 1);
  #commands = 0;
  readonly #first: number;

  constructor(first = 0) {
    this.#first = first;
  }

  pass(minutes: number): void {
    this.#milliseconds += minutes * 60_000;
  }

  get now(): Instant {
    return toInstant(this.#milliseconds);
  }

  has(stream: string): boolean {
    return this.#streams.has(stream);
  }

  /** All of them by one command, at one instant. */
  append(stream: string, events: readonly AnyEvent[], by: Actor | string): readonly Recorded<AnyEvent>[] {
    this.#commands += 1;
    const before = this.#streams.get(stream) ?? [];
    const recorded = events.map((event, index) => ({
      id: uuid(0xe, this.#first, this.events.length + index) as Recorded['id'],
      stream,
      revision: BigInt(before.length + index),
      event,
      metadata: this.#metadata(typeof by === 'string' ? { kind: 'process', process: by } : by),
    }));
    this.#streams.set(stream, [...before, ...recorded]);
    this.events.push(...recorded);
    return recorded;
  }

  fold<State, Event extends AnyEvent>(
    stream: string,
    decider: { readonly initial: State; evolve(state: State, event: Recorded<Event>): State },
    is: (recorded: Recorded<AnyEvent>) => recorded is Recorded<Event>,
  ): State {
    return fold<State, Event & DomainEvent>(decider, (this.#streams.get(stream) ?? []).filter(is));
  }

  #metadata(actor: Actor): EventMetadata {
    const command = uuid(0xc, this.#first, this.#commands) as EventMetadata['commandId'];
    return {
      schemaVersion: 1,
      actor,
      commandId: command,
      commandDigest: DIGEST,
      $correlationId: command,
      $causationId: command,
      recordedAt: toInstant(this.#milliseconds),
      classification: 'negotiation',
      policies: { ids: [], digest: DIGEST },
      rules: 'test',
      salt: '0'.repeat(32),
    };
  }
}

const uuid = (kind: number, first: number, count: number) =>
  `${kind.toString(16).padStart(8, '0')}-${first.toString(16).padStart(4, '0')}-4000-8000-${count.toString(16).padStart(12, '0')}`;
