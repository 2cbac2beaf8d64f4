import { type AnyEvent, isAgreementEvent, isRegistrationEvent } from '@lianyu/domain/events';
import type { Instant, OrganisationId, Recorded } from '@lianyu/domain/kernel';
import type { MoveKind } from '../documents.ts';
import type { Audience, Document } from '../projection.ts';
import { audienceOf, recordFor } from './documents.ts';
import { documents } from './every.ts';
import { moveOf } from './moves.ts';
import { evolve, initial, partiesNow, readersNow } from './state.ts';

/** Today's grants, which apply to the past as well (PR-4). `mayAudit`: the viewer may read today what was tabled. */
export interface Today {
  readonly audiences: readonly Audience[];
  readonly mayAudit: boolean;
}

export interface Moment {
  /** Counts from one, among the moments that this viewer may step to. */
  readonly moment: number;
  readonly at: Instant;
  readonly kind: MoveKind;
  readonly organisation?: OrganisationId;
}

/** The moments of one agreement that a viewer may step back to, oldest first. `events` are in the order of the log. */
export function momentsOf(all: readonly Recorded<AnyEvent>[], today: Today): readonly Moment[] {
  return visible(knownTo(all, today), today).map(({ at, kind, organisation }, index) => ({
    moment: index + 1,
    at,
    kind,
    ...(organisation === undefined ? {} : { organisation }),
  }));
}

/** The documents as they stood right after a moment; undefined when there is no such moment for this viewer. */
export function agreementsAsOf(
  all: readonly Recorded<AnyEvent>[],
  today: Today,
  moment: number,
): { at: Instant; documents: readonly Document[] } | undefined {
  const events = knownTo(all, today);
  const wanted = visible(events, today)[moment - 1];
  if (!wanted) return undefined;
  const state = events.slice(0, wanted.upTo).reduce(evolve, initial);
  const key = state.negotiation.id ?? state.registration.id ?? '';
  const stood = documents(state, key).filter(({ audience }) => audience !== 'audit' && today.audiences.includes(audience));
  const audited = today.mayAudit && state.negotiation.current ? recordFor(state, key, ['audit']) : [];
  return { at: wanted.at, documents: [...stood, ...audited].filter(({ topic, kind }) => topic === `agreement/${key}` || kind === 'agreement-row') };
}

/** An optional party that has declined steps through what there was until it did. */
function knownTo(all: readonly Recorded<AnyEvent>[], { audiences, mayAudit }: Today): readonly Recorded<AnyEvent>[] {
  const last = all.findIndex(({ event }) => event.type === 'OptionalPartyDeclined' && audiences.includes(audienceOf(event.data.party)));
  return last < 0 || mayAudit ? all : all.slice(0, last + 1);
}

interface Visible extends Omit<Moment, 'moment'> {
  readonly upTo: number;
}

/** Parties see the moves of all and their own procedure's; auditors those of all; the office what came of it. */
function visible(events: readonly Recorded<AnyEvent>[], { audiences, mayAudit }: Today): readonly Visible[] {
  const whole = events.reduce(evolve, initial);
  const parties = [...partiesNow(whole), ...whole.left.keys()];
  const reads = readersNow(whole).some((reader) => audiences.includes(audienceOf(reader)));
  const isParty = parties.some((party) => audiences.includes(audienceOf(party)));
  return events.flatMap((event, index): Visible[] => {
    const move = moveOf(event);
    if (!move) return [];
    const { kind, at, organisation } = move.move;
    const shown =
      move.only === undefined
        ? isParty || mayAudit || (isRegistrationEvent(event) && reads) || (isAgreementEvent(event) && audiences.includes('signed'))
        : audiences.includes(audienceOf(move.only));
    return shown ? [{ at, kind, ...(organisation === undefined ? {} : { organisation }), upTo: index + 1 }] : [];
  });
}
