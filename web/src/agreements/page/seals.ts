import type { AuthorityDocument } from '@lianyu/domain/organisations';
import { verifySeal } from '@lianyu/proofs';
import type { AgreementView } from './use-agreement.ts';

/** Of a delegate with the principal, and the document by which it was theirs to sign. */
export interface Signed {
  readonly name: string;
  readonly office: string;
  readonly onBehalfOf?: { readonly name: string; readonly office: string } | undefined;
  readonly secondedFrom?: string | undefined;
  readonly authority?: AuthorityDocument | undefined;
  readonly at: string;
}

/** Who signed and sealed for a party, from the signed agreement or from the negotiation under way. */
export interface Execution {
  readonly party: string;
  readonly signed: Signed | undefined;
  readonly seal: { readonly key: string; readonly value: string; readonly at: string } | undefined;
}

export function executionsOf({ signed, negotiation }: Pick<AgreementView, 'signed' | 'negotiation'>): readonly Execution[] {
  if (signed) {
    return signed.executions.map(({ party, signatory, authority, signedAt, seal, sealedAt }) => ({
      party,
      signed: {
        name: signatory.name,
        office: signatory.office,
        onBehalfOf: signatory.onBehalfOf,
        secondedFrom: signatory.secondedFrom,
        authority,
        at: signedAt,
      },
      seal: { key: seal.key, value: seal.value, at: sealedAt },
    }));
  }
  return (negotiation?.parties ?? []).map(({ organisation, signed: signature, sealed }) => ({
    party: organisation,
    signed: signature,
    seal: sealed && { key: sealed.signature.key, value: sealed.signature.value, at: sealed.at },
  }));
}

/** `other-key`: the signature is good, but by a key that is not the one enrolled for the organisation. */
export type SealState = 'holds' | 'broken' | 'other-key' | 'key-unknown';

/** @param computed the digest as this browser computed it, never the one it was told. */
export function sealState(
  seal: NonNullable<Execution['seal']>,
  sealed: { negotiation: string; party: string; computed: string },
  enrolledKey: string | undefined,
): SealState {
  if (!verifySeal(seal, { negotiation: sealed.negotiation, party: sealed.party, digest: sealed.computed })) return 'broken';
  if (enrolledKey === undefined) return 'key-unknown';
  return enrolledKey === seal.key ? 'holds' : 'other-key';
}

/** A party with its signature and seal, and whether the seal holds. */
export interface SignedParty {
  readonly organisation: string;
  readonly name: string;
  readonly signed: Signed | undefined;
  readonly seal: { readonly key: string; readonly value: string; readonly at: string } | undefined;
  readonly state: SealState | undefined;
}

export const toneOf = (state: SealState) => (state === 'holds' ? 'ok' : state === 'key-unknown' ? 'wait' : 'fail');
