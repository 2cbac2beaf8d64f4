import { type AgreementContent, RENDERER, renderText } from '@lianyu/domain/agreements';
import { digest } from '@lianyu/domain/kernel';
import type { Proposed } from '@lianyu/domain/negotiation';
import { proposalDigest } from '@lianyu/proofs';

/** A proposal as it is recorded: the data, its text, and the digest over both (PF-2). */
export function proposedFrom(content: AgreementContent): Proposed {
  const text = renderText(content);
  return { content, text, renderer: RENDERER, digest: digest.parse(proposalDigest({ content, text, renderer: RENDERER })) };
}
