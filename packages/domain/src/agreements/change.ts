import { type NegotiationId, type Refusal, type RefusalCode, refuse } from '../kernel/index.ts';
import type { AgreementCommand } from './commands.ts';
import type { AgreementContent } from './content.ts';
import type { AgreementEvent } from './events.ts';
import { type AgreementState, isLive, latestVersion, type Version } from './state.ts';

/**
 * What stands against changing this agreement in this way, as it stands now: asked when the change is proposed, at each step
 * on its way, and once more, in the agreement's own stream, when it is concluded.
 */
export function changeRefused(content: AgreementContent, state: AgreementState): Refusal<RefusalCode> | undefined {
  const { purpose } = content;
  const latest = latestVersion(state);
  if (!purpose || !latest || purpose.agreement !== state.id || purpose.number !== state.number) return refuse('AGREEMENT_UNKNOWN');
  if (state.purpose) return refuse('AGREEMENT_ABOUT_ANOTHER', { agreement: state.id });
  if (state.phase === 'concluded') return refuse('AGREEMENT_NOT_IN_FORCE', { state: state.phase });
  if (!isLive(state)) return refuse('AGREEMENT_ENDED', { state: state.phase });
  if (state.termination) return refuse('TERMINATION_AGREED', { number: state.termination.number, effectiveFrom: state.termination.effectiveFrom });
  if (purpose.version !== latest.digest) return refuse('VERSION_SUPERSEDED', { version: purpose.version, latest: latest.digest });
  const parties = content.parties.map(({ organisation }) => organisation);
  if (parties.length !== state.parties.length || !parties.every((each) => state.parties.includes(each))) return refuse('PARTIES_CHANGED');
  if (content.effect.kind === 'on-date' && state.effectiveOn !== undefined && content.effect.date < state.effectiveOn)
    return refuse('CHANGE_BEFORE_FORCE', { effectiveOn: state.effectiveOn });
  return purpose.kind === 'renewal' ? renewalRefused(content, latest) : undefined;
}

function renewalRefused(content: AgreementContent, latest: Version): Refusal<RefusalCode> | undefined {
  const { until } = latest.content;
  if (until === undefined) return refuse('AGREEMENT_WITHOUT_TERM', {});
  if (content.until !== undefined && content.until <= until) return refuse('RENEWAL_NOT_LONGER', { until });
  return rest(content) === rest(latest.content) ? undefined : refuse('RENEWAL_CHANGES_MORE');
}

/** All that a renewal must leave as it is. Content comes parsed, its fields in the schema's order. */
function rest({ until: _, effect: __, purpose: ___, ...kept }: AgreementContent): string {
  return JSON.stringify(kept);
}

/** A command for the agreement that made a change, when the changed one says what became of it (EV-2). */
export interface ToChange {
  readonly agreement: NegotiationId;
  readonly command: Extract<AgreementCommand, { type: 'take-effect' | 'void-agreement' }>;
}

/** `after` is the changed agreement with this event in it. */
export function fromChanged(event: AgreementEvent, after: AgreementState): readonly ToChange[] {
  switch (event.type) {
    case 'AgreementAmended': {
      const { version, effectiveOn } = event.data;
      return after.versions.flatMap((each): ToChange[] => {
        if (!each.amendment) return [];
        const { agreement } = each.amendment;
        if (each.version === version) return [{ agreement, command: { type: 'take-effect', effectiveOn } }];
        // Those that it overtook before their day came; the others took effect before and are past refusing.
        return each.version < version ? [{ agreement, command: { type: 'void-agreement', because: 'version-superseded' } }] : [];
      });
    }
    case 'AgreementTerminated':
    case 'AgreementExpired': {
      const pending = after.versions.flatMap(({ version, amendment }): ToChange[] =>
        amendment && version > after.version
          ? [{ agreement: amendment.agreement, command: { type: 'void-agreement', because: 'agreement-ended' } }]
          : [],
      );
      const { termination } = after;
      if (!termination) return pending;
      const consented = event.type === 'AgreementTerminated' && event.data.ground === 'by-consent';
      const command = consented
        ? ({ type: 'take-effect', effectiveOn: event.data.effectiveOn } as const)
        : ({ type: 'void-agreement', because: 'agreement-ended' } as const);
      return [...pending, { agreement: termination.agreement, command }];
    }
    default:
      return [];
  }
}
