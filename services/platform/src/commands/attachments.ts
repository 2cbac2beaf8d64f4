import { type AgreementContent, latestVersion, sameAttachment } from '@lianyu/domain/agreements';
import type { NegotiationId } from '@lianyu/domain/kernel';
import type { Failure, Giver } from './definition.ts';

/**
 * Whether what is proposed names only files that whoever proposes has put in, and says of them what is so, or files that stand
 * in the text that is answered or changed: a hash alone opens nothing.
 */
export async function attachmentsStand(content: AgreementContent, giver: Giver, answered?: NegotiationId): Promise<Failure | undefined> {
  const { attachments = [] } = content;
  if (attachments.length === 0) return undefined;
  const { vault, person, negotiation, agreement } = giver;
  const before = answered === undefined ? undefined : (await negotiation(answered)).current?.content;
  const changed = content.purpose && latestVersion(await agreement(content.purpose.agreement))?.content;
  const standing = [before, changed].flatMap((each) => each?.attachments ?? []);
  for (const each of attachments) {
    if (standing.some((known) => sameAttachment(known, each))) continue;
    const facts = each.from === person.organisation ? vault.fileFacts(each.digest, each.from) : undefined;
    if (!facts) return { code: 'FILE_UNKNOWN', data: { digest: each.digest } };
    if (facts.mediaType !== each.mediaType || facts.bytes !== each.bytes) return { code: 'FILE_DIFFERS', data: { digest: each.digest } };
  }
  return undefined;
}
