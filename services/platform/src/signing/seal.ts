import type { Digest, NegotiationId, OrganisationId } from '@lianyu/domain/kernel';
import type { SealSignature } from '@lianyu/domain/negotiation';
import { sealBytes } from '@lianyu/proofs';
import type { Vault } from '@lianyu/vault';

export interface ToSeal {
  readonly negotiation: NegotiationId;
  readonly party: OrganisationId;
  readonly digest: Digest;
}

/**
 * The party's seal (印章) on a text: Ed25519 with the organisation's key, which never leaves the vault. That the keeper wants
 * it and may is established before. @returns undefined when the organisation has no seal key.
 */
export function sealWith(vault: Pick<Vault, 'seal'>, { negotiation, party, digest }: ToSeal): SealSignature | undefined {
  const sealed = vault.seal(party, sealBytes({ negotiation, party, digest }));
  return sealed && { algorithm: 'ed25519', ...sealed };
}
