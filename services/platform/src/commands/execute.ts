import { randomBytes } from 'node:crypto';
import type { ErrorCode } from '@lianyu/contract/errors';
import { type AnyEvent, versionOf } from '@lianyu/domain/events';
import {
  type Actor,
  beijingDate,
  type CommandId,
  type Digest,
  digest,
  type EventMetadata,
  isRefusal,
  type Recorded,
  type RefusalData,
} from '@lianyu/domain/kernel';
import { type EventStore, EventStoreError, type NewEvent, type Position } from '@lianyu/event-store';
import { derivedId, digestOf, eventIdOf } from '@lianyu/proofs';
import type { Verdict } from '../access/authorise.ts';
import type { Clock } from '../clock.ts';
import { assuming } from './duties.ts';
import type { Plan, Standing } from './plan.ts';
import { readWhole } from './read.ts';

/** The version of the rules that decide today; it stands in every event (EV-3). */
export const RULES = 'lianyu-rules/1';

/** How often a command is decided again when somebody else appended in between. */
const ATTEMPTS = 8;

export interface Issue {
  readonly commandId: CommandId;
  readonly name: string;
  /** What the digest covers: the parsed data, without secrets such as a password. */
  readonly data: unknown;
  readonly actor: Actor;
  readonly correlation: string;
  readonly causation: string;
}

export type Outcome =
  | { readonly ok: true; readonly subject: string; readonly repeated: boolean; readonly position: Position }
  | { readonly ok: false; readonly code: ErrorCode; readonly data: RefusalData };

export interface Executor {
  /** One command, from its stream to durable events or a refusal. `ask` is the policies' word on it. */
  execute(issue: Issue, plan: Plan, ask: (standing: Standing) => Verdict): Promise<Outcome>;
}

export function createExecutor({ store, clock, policies }: { store: EventStore; clock: Clock; policies: Digest }): Executor {
  /** @returns undefined when the same event ids were appended meanwhile: whether by the same command is to be looked at. */
  async function attempt(issue: Issue, plan: Plan, ask: (standing: Standing) => Verdict): Promise<Outcome | undefined> {
    const commandDigest = digest.parse(digestOf({ name: issue.name, data: issue.data }));
    const { events, position } = await readWhole(store, plan.stream);
    const standing = plan.stand(events);
    const verdict = ask(standing);
    if (!verdict.allowed) return refused('FORBIDDEN', { action: issue.name });

    const before = events.find(({ metadata }) => metadata.commandId === issue.commandId);
    if (before) {
      const same = before.metadata.commandDigest === commandDigest && sameActor(before.metadata.actor, issue.actor);
      return same ? { ok: true, subject: plan.subject, repeated: true, position: position as Position } : refused('COMMAND_ID_REUSED', {});
    }

    const at = laterOf(clock.now(), events.at(-1));
    const decision = standing.decide({ actor: issue.actor, at, today: beijingDate(at), commandId: issue.commandId });
    if (isRefusal(decision)) return refused(decision.code, decision.data);
    const duties = issue.actor.kind === 'person' ? await assuming(store, issue.actor, standing.matters) : [];
    if (isRefusal(duties)) return refused(duties.code as ErrorCode, duties.data);
    const metadata = {
      actor: issue.actor,
      commandId: issue.commandId,
      commandDigest,
      $correlationId: issue.correlation,
      $causationId: issue.causation,
      recordedAt: at,
      classification: plan.classification,
      policies: { ids: [...verdict.policies], digest: policies },
      rules: RULES,
    };
    // All were asked before any is recorded. Who gives up after this has a duty that nothing was done in: it binds all the same.
    for (const { stream, revision, events: assumed } of duties) {
      const administrative = { ...metadata, classification: 'administration' as const };
      const id = (index: number) => eventIdOf(derivedId(issue.commandId, stream), index);
      await store.append(
        stream,
        revision ?? 'no-stream',
        assumed.map((event, index) => newEvent(event, id(index), administrative)),
      );
    }
    const appended = await store.append(
      plan.stream,
      events.length === 0 ? 'no-stream' : (events.at(-1)?.revision ?? 'no-stream'),
      decision.map((event, index) => newEvent(event, eventIdOf(issue.commandId, index), metadata)),
    );
    return appended.outcome === 'idempotent' ? undefined : { ok: true, subject: plan.subject, repeated: false, position: appended.position };
  }

  return {
    async execute(issue, plan, ask) {
      for (let tried = 1; ; tried += 1) {
        try {
          const outcome = await attempt(issue, plan, ask);
          if (outcome) return outcome;
        } catch (error) {
          if (!(error instanceof EventStoreError)) throw error;
          if (error.code === 'STORE_FULL') return refused('STORE_FULL', {});
          if (error.code !== 'WRONG_EXPECTED_REVISION') throw error;
        }
        if (tried === ATTEMPTS) return refused('CONFLICT', {});
      }
    },
  };
}

const refused = (code: ErrorCode, data: RefusalData): Outcome => ({ ok: false, code, data });

function newEvent(event: AnyEvent, id: string, metadata: Omit<EventMetadata, 'schemaVersion' | 'salt'>): NewEvent {
  const whole: EventMetadata = { ...metadata, schemaVersion: versionOf(event.type), salt: randomBytes(16).toString('hex') };
  return { id, type: event.type, data: event.data, metadata: whole };
}

/** `recordedAt` never decreases within a stream (EV-3), whatever the machine's clock does. */
function laterOf(now: EventMetadata['recordedAt'], last: Recorded | undefined): EventMetadata['recordedAt'] {
  return last && last.metadata.recordedAt > now ? last.metadata.recordedAt : now;
}

function sameActor(one: Actor, other: Actor): boolean {
  return one.kind === 'person'
    ? other.kind === 'person' && one.member === other.member && one.organisation === other.organisation
    : other.kind === 'process' && one.process === other.process;
}
