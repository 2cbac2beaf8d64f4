import { type AgreementContent, type Paper, RENDERER, renderText, type Scan } from '@lianyu/domain/agreements';
import { digest } from '@lianyu/domain/kernel';
import type { Proposed } from '@lianyu/domain/negotiation';
import type { Transcribed } from '@lianyu/domain/registration';
import { proposalDigest, transcriptionDigest } from '@lianyu/proofs';

/** A proposal as it is recorded: the data, its text, and the digest over both (PF-2). */
export function proposedFrom(content: AgreementContent): Proposed {
  const text = renderText(content);
  return { content, text, renderer: RENDERER, digest: digest.parse(proposalDigest({ content, text, renderer: RENDERER })) };
}

/** A paper as it is recorded: its transcription as a proposal would be, what is known of it, its scan, and the digest over all. */
export function transcribedFrom(content: Transcribed['content'], paper: Paper, scan: Scan | undefined): Transcribed {
  return withScan({ ...proposedFrom(content), content, paper }, scan);
}

export function withScan(transcribed: Omit<Transcribed, 'scan' | 'transcription'>, scan: Scan | undefined): Transcribed {
  const { content, text, renderer, digest: own, paper } = transcribed;
  const transcription = digest.parse(transcriptionDigest({ digest: own, paper, scan }));
  return { content, text, renderer, digest: own, paper, ...(scan === undefined ? {} : { scan }), transcription };
}
