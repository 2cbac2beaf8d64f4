import { type Decider, type Decision, refuse } from '../kernel/index.ts';
import type { CoordinationCommand } from './commands.ts';
import type { CoordinationEvent } from './events.ts';
import { type CoordinationState, evolve, noCoordination } from './state.ts';

export const coordinationDecider: Decider<CoordinationCommand, CoordinationState, CoordinationEvent> = { initial: noCoordination, decide, evolve };

/** In one coordination; more than that is a negotiation of its own. */
export const MOST_ANSWERS = 50;

/** Who was not spoken to learns no more than who asks for one that does not exist. */
function decide(command: CoordinationCommand, state: CoordinationState): Decision<CoordinationEvent> {
  const { coordination, actor } = command;
  const { offered, answers, closed } = state;
  if (command.type === 'offer-coordination') {
    if (offered) return refuse('COORDINATION_EXISTS', { coordination });
    const { agreement, kind, to, text, concerning, answerBy, today } = command;
    if (answerBy !== undefined && answerBy < today) return refuse('LAST_DAY_PAST', { on: answerBy, today });
    const about = { ...(concerning ? { concerning } : {}), ...(answerBy === undefined ? {} : { answerBy }) };
    return [
      { type: 'CoordinationOffered', data: { coordination, agreement, kind, office: actor.organisation, to: [...new Set(to)], text, ...about } },
    ];
  }
  const addressed = command.type === 'close-coordination' ? offered?.office === actor.organisation : offered?.to.includes(actor.organisation);
  if (!offered || !addressed) return refuse('COORDINATION_UNKNOWN');
  if (closed) return refuse('COORDINATION_CLOSED', { coordination });
  const base = { coordination, agreement: offered.agreement, text: command.text };
  if (command.type === 'close-coordination') return [{ type: 'CoordinationClosed', data: { ...base, office: actor.organisation } }];
  if (answers.length >= MOST_ANSWERS) return refuse('ANSWERS_TOO_MANY', { limit: MOST_ANSWERS });
  return [{ type: 'CoordinationAnswered', data: { ...base, party: actor.organisation } }];
}
