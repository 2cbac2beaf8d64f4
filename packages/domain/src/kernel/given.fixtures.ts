import { expect } from 'vitest';
import {
  type Actor,
  type CalendarDate,
  type Decider,
  type Digest,
  type DomainEvent,
  type EventMetadata,
  fold,
  type Instant,
  isRefusal,
  type MemberId,
  type OrganisationId,
  type Person,
  type Recorded,
  type RefusalCode,
  toInstant,
} from './index.ts';

const DIGEST = 'd'.repeat(64) as Digest;
export const day = (text: string) => text as CalendarDate;
export const org = (text: string) => text as OrganisationId;
export const memberOf = (text: string) =>
  `${text
    .padEnd(8, '0')
    .slice(0, 8)
    .replace(/[^0-9a-f]/g, 'a')}-0000-4000-8000-${Buffer.from(text).toString('hex').padEnd(12, '0').slice(0, 12)}` as MemberId;

export function person(organisation: string, name: string): Person {
  return { kind: 'person', member: memberOf(name), organisation: org(organisation), capacity: 'test' };
}

/** An event as it would stand in the log. */
export function recordedBy<Event extends DomainEvent>(
  event: Event,
  actor: Actor,
  revision = 0,
  at: Instant = toInstant(Date.UTC(2026, 0, 1) + revision * 60_000),
): Recorded<Event> {
  const metadata: EventMetadata = {
    schemaVersion: 1,
    actor,
    commandId: '00000000-0000-4000-8000-000000000000' as EventMetadata['commandId'],
    commandDigest: DIGEST,
    $correlationId: 'c',
    $causationId: 'c',
    recordedAt: at,
    classification: 'negotiation',
    policies: { ids: [], digest: DIGEST },
    rules: 'test',
    salt: '0'.repeat(32),
  };
  return {
    id: `00000000-0000-4000-8000-${revision.toString().padStart(12, '0')}` as Recorded['id'],
    stream: 'test',
    revision: BigInt(revision),
    event,
    metadata,
  };
}

/** `given(decider, history).when(command).then([...])`, or `.refuses(code)` (CM-4). */
export function given<Command, State, Event extends DomainEvent>(decider: Decider<Command, State, Event>, history: readonly Recorded<Event>[]) {
  return {
    when(command: Command) {
      const state = fold(decider, history);
      const before = JSON.stringify(state, plain);
      const decision = decider.decide(command, state);
      expect(JSON.stringify(state, plain)).toBe(before);
      return {
        then(events: readonly unknown[]) {
          expect(decision).toEqual(events);
        },
        yields(...types: readonly string[]) {
          expect(isRefusal(decision) ? decision : decision.map(({ type }) => type)).toEqual(types);
        },
        refuses(code: RefusalCode, data?: object) {
          expect(decision).toMatchObject({ refused: true, code, ...(data ? { data } : {}) });
        },
      };
    },
  };
}

/** Whole numbers and maps as JSON has no words for them. */
const plain = (_: string, value: unknown) =>
  typeof value === 'bigint' ? `${value}n` : value instanceof Map || value instanceof Set ? [...value] : value;
