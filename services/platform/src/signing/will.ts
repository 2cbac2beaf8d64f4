import type { ErrorCode } from '@lianyu/contract/errors';
import type { Instant, MemberId, RefusalData } from '@lianyu/domain/kernel';
import type { SigningAct } from '@lianyu/domain/negotiation';
import type { Vault } from '@lianyu/vault';

interface Proof {
  readonly member: MemberId;
  readonly password: string;
  readonly now: Instant;
}

/** Why the will is not established: PASSWORD_WRONG, or RATE_LIMITED {retryAfterSeconds}. */
export interface NotEstablished {
  readonly code: Extract<ErrorCode, 'PASSWORD_WRONG' | 'RATE_LIMITED'>;
  readonly data: RefusalData;
}

/**
 * That it is the signatory, here and now, who wants this one act: today by proving the password again. An open session is
 * not enough, and one proof is good for one act.
 *
 * What this is not: a reliable electronic signature (可靠的电子签名) in the sense of article 13 of the Electronic Signature Law
 * (电子签名法). The data that makes the signature is not under the signatory's sole control, since the server checks the
 * password and holds the seal's key. What replaces it joins `signingAct` as a further method and is decided here and in
 * `seal.ts` alone: passkeys with user verification, certificates of a licensed authority (SM2, GB/T 35276), time stamps of
 * one (RFC 3161). What was signed by password stays recorded as just that.
 */
export async function establishWill(
  vault: Pick<Vault, 'verifyPasswordAgain'>,
  { member, password, now }: Proof,
): Promise<SigningAct | NotEstablished> {
  const proven = await vault.verifyPasswordAgain(member, password, now);
  if (proven.ok) return { method: 'password-again' };
  if (proven.retryAfterSeconds === undefined) return { code: 'PASSWORD_WRONG', data: {} };
  return { code: 'RATE_LIMITED', data: { retryAfterSeconds: proven.retryAfterSeconds } };
}
