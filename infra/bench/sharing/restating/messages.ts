import type { Digest, NegotiationId } from '@lianyu/domain/kernel';
import type { Period } from '@lianyu/domain/settlement';

/** What the server of the benchmark says once its agreement stands and all quarters but the last are adopted. */
export interface Standing {
  readonly say: 'standing';
  readonly url: string;
  readonly agreement: NegotiationId;
  readonly clause: string;
  /** A document that the reporting party has put in. */
  readonly document: Digest;
  /** An adopted quarter with what was collected in it, in fen. */
  readonly period: Period;
  readonly collected: string;
  readonly accounts: Readonly<Record<'reporter' | 'confirmer' | 'viewer', { readonly signInName: string; readonly password: string }>>;
}
