import { type AgreementContent, changeRefused } from '@lianyu/domain/agreements';
import type { NegotiationId } from '@lianyu/domain/kernel';
import type { Failure, Giver } from './definition.ts';

/**
 * Whether what is proposed can still be done to the agreement that it is about: asked at each step on the way, so that nobody
 * confirms, signs or seals what could no longer take effect. The agreement's own stream decides in the end. To who is no party
 * of it an agreement does not exist.
 */
export async function changeStands(content: AgreementContent, { person, agreement }: Giver): Promise<Failure | undefined> {
  if (!content.purpose) return undefined;
  const state = await agreement(content.purpose.agreement);
  if (!state.parties.includes(person.organisation)) return { code: 'AGREEMENT_UNKNOWN', data: {} };
  const refusal = changeRefused(content, state);
  return refusal && { code: refusal.code, data: refusal.data };
}

/** The same for the proposal that stands in a negotiation. */
export async function currentStands({ negotiation }: { negotiation: NegotiationId }, giver: Giver): Promise<Failure | undefined> {
  const { current } = await giver.negotiation(negotiation);
  return current && changeStands(current.content, giver);
}
