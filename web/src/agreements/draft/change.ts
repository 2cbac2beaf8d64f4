import type { AgreementContent, Purpose } from '@lianyu/domain/agreements';
import type { Digest, NegotiationId } from '@lianyu/domain/kernel';
import { draftFrom } from './content.ts';
import type { Draft } from './model.ts';

/** The newest version of what is signed: what a change is about. */
export interface LatestText {
  readonly agreement: NegotiationId;
  readonly number: string;
  readonly content: AgreementContent;
  readonly digest: Digest;
}

/** A change begins as the text that it is to change, and applies from its conclusion until another day is chosen. */
export function changeDraft(kind: Purpose['kind'], { agreement, number, content, digest }: LatestText): Draft {
  const { purpose: _, ...text } = content;
  return { ...draftFrom({ ...text, effect: { kind: 'on-conclusion' } }), purpose: { kind, agreement, number, version: digest } };
}
